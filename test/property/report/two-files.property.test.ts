import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import type { ReportModel, TableModel } from '#lib/report/model/types.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { HiddenMemory } from '#lib/report/redact/hidden-memory.ts';
import { hideSmall, type KnownSums } from '#lib/report/redact/hide-small.ts';
import { HIDDEN, hideSmallGroups } from '#lib/report/redact/redact-model.ts';
import { randomGrid, rangesByCounting, solvedByElimination, type Int, type System } from './attacks.ts';

/** A grid as a reader has it: each line has a known sum; hidden cells are unknown. A cell's name is the same in all files. */
interface Seen {
	readonly grid: readonly (readonly number[])[];
	readonly hidden: readonly (readonly boolean[])[];
}

/** All that several files say, as equations over the cells that any of them hides and none of them shows. */
function together(files: readonly Seen[], known: KnownSums): System & { readonly shown: number } {
	const nameOf = (y: number, x: number) => `${y}:${x}`;
	const hidden = new Set<string>();
	const shown = new Map<string, number>();
	for (const file of files) {
		for (const [y, row] of file.grid.entries()) {
			for (const [x, value] of row.entries()) {
				if (file.hidden[y]?.[x] === true) hidden.add(nameOf(y, x));
				else shown.set(nameOf(y, x), value);
			}
		}
	}
	const cells = [...hidden].filter((name) => !shown.has(name));
	const rows = files.flatMap(({ grid }) => {
		const places = grid.flatMap((row, y) => row.map((value, x) => ({ y, x, value })));
		const lines = [
			...(known.rows ? grid.map((_, y) => places.filter((place) => place.y === y)) : []),
			...(known.columns ? (grid[0] ?? []).map((_, x) => places.filter((place) => place.x === x)) : [])
		];
		return lines.map((line) => {
			const unknown = line.filter(({ y, x }) => cells.includes(nameOf(y, x)));
			return {
				of: cells.map((name) => (unknown.some(({ y, x }) => nameOf(y, x) === name) ? 1 : 0)),
				sum: unknown.reduce((sum, { value }) => sum + value, 0)
			};
		});
	});
	return { cells, rows, shown: [...hidden].length - cells.length };
}

const source = xoroshiro128plus(2024);
const int: Int = (low, high) => uniformInt(source, low, high);

/** A table, and the same a period later: what is past stays, rows come to it; the limit may be another. */
function twoFiles(known: KnownSums) {
	const first = randomGrid(int);
	const width = first[0]?.length ?? 0;
	const more = Array.from({ length: int(0, 2) }, () =>
		Array.from({ length: width }, () => (int(0, 2) === 0 ? int(1, 4) : int(0, 60)))
	);
	const second = [...first, ...more];
	const limits = [int(2, 6), int(2, 6)] as const;
	const before = hideSmall(first, limits[0], known);
	const past = {
		wasHidden: (y: number, x: number) => before?.[y]?.[x] === true,
		wasShown: (y: number, x: number) => y < first.length && before?.[y]?.[x] === false
	};
	return {
		first,
		second,
		before,
		after: hideSmall(second, limits[1], known, past),
		careless: hideSmall(second, limits[1], known)
	};
}

describe.each([
	['rows and columns', { rows: true, columns: true }],
	['columns', { rows: false, columns: true }]
] as const)('two files of a table whose %s are known in sum', (_, known) => {
	const trials = Array.from({ length: 1000 }, () => twoFiles(known));

	test('together give no hidden cell away to elimination, over 1,000 random tables', () => {
		let attacked = 0;
		for (const { first, second, before, after } of trials) {
			if (before === null || after === null) continue;
			const system = together(
				[
					{ grid: first, hidden: before },
					{ grid: second, hidden: after }
				],
				known
			);
			attacked += system.cells.length;
			expect(solvedByElimination(system), JSON.stringify([first, second])).toEqual([]);
			// What the first file hid, the second does not show.
			const told = before.flatMap((row, y) => row.filter((is, x) => is && after[y]?.[x] !== true));
			expect(told).toEqual([]);
		}
		expect(attacked).toBeGreaterThan(4000);
	});

	test('leave each hidden cell several values, by counting all ways where that ends', () => {
		let counted = 0;
		for (const { first, second, before, after } of trials) {
			if (before === null || after === null) continue;
			const system = together(
				[
					{ grid: first, hidden: before },
					{ grid: second, hidden: after }
				],
				known
			);
			const ranges = system.cells.length > 7 ? null : rangesByCounting(system);
			if (ranges === null) continue;
			counted++;
			for (const { low, high } of ranges) expect(high, JSON.stringify([first, second])).toBeGreaterThan(low);
		}
		expect(counted).toBeGreaterThan(50);
	});

	test('that know nothing of each other would', () => {
		let broken = 0;
		for (const { first, second, before, careless } of trials) {
			if (before === null || careless === null) continue;
			const system = together(
				[
					{ grid: first, hidden: before },
					{ grid: second, hidden: careless }
				],
				known
			);
			if (system.shown > 0 || solvedByElimination(system).length > 0) broken++;
		}
		expect(broken).toBeGreaterThan(200);
	});
});

describe('two reports with a table of rows', () => {
	const voice = voiceFor('en', { scale: 2, currency: null });

	function modelOf(grid: readonly (readonly number[])[]): ReportModel {
		const table: TableModel = {
			caption: '',
			columns: [],
			rows: grid.map((row, y) => [
				{ text: `row ${y}` },
				...row.map((value) => ({ text: String(value), value, as: 'count' as const }))
			])
		};
		const columns = (grid[0] ?? []).map((_, x) => ({ label: `column ${x}`, align: 'end' as const }));
		const block = {
			id: 't',
			kind: 'table' as const,
			title: 'T',
			finding: '',
			table: { ...table, columns: [{ label: '', align: 'start' as const }, ...columns] }
		};
		const section = {
			id: '',
			title: 'S',
			purpose: '',
			findings: [],
			warnings: [],
			frame: '',
			blocks: [block],
			parameters: [],
			provenance: ''
		};
		// Only sections are looked at.
		return { locale: 'en', sections: [section] } as unknown as ReportModel;
	}

	/** What a report shows; null when it leaves the table out. */
	function seen(grid: readonly (readonly number[])[], k: number, memory: HiddenMemory): Seen | null {
		const { sections } = hideSmallGroups(modelOf(grid), k, voice, memory);
		const block = sections[0]?.blocks.find(({ kind }) => kind === 'table');
		if (block?.kind !== 'table') return null;
		return { grid, hidden: block.table.rows.map((row) => row.slice(1).map(({ text }) => text === HIDDEN)) };
	}

	test('give no hidden row away, over 1,000 random tables, as long as the second knows the first', () => {
		const known = { rows: false, columns: true };
		let attacked = 0;
		let broken = 0;
		for (let trial = 0; trial < 1000; trial++) {
			const grid = Array.from({ length: int(3, 8) }, () => [int(0, 3) === 0 ? int(1, 4) : int(5, 90)]);
			const grown = [...grid, [int(0, 1) === 0 ? int(1, 4) : int(5, 90)]];
			const memory = new HiddenMemory();
			const first = seen(grid, 5, memory);
			const second = seen(grown, 5, new HiddenMemory(memory.fresh));
			const careless = seen(grown, 5, new HiddenMemory());
			if (first === null || second === null || careless === null) continue;
			const system = together([first, second], known);
			attacked += system.cells.length;
			expect(solvedByElimination(system), JSON.stringify(grown)).toEqual([]);
			expect(first.hidden.every((row, y) => row[0] !== true || second.hidden[y]?.[0] === true)).toBe(true);
			const without = together([first, careless], known);
			if (without.shown > 0 || solvedByElimination(without).length > 0) broken++;
		}
		expect(attacked).toBeGreaterThan(500);
		expect(broken).toBeGreaterThan(20);
	});
});
