import { fc, test } from '@fast-check/vitest';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect } from 'vitest';
import type { ComparedFigure } from '#lib/api/index.ts';
import { CoreError } from '#lib/core/errors.ts';
import { comparisonSteps, compareStates, type StateContent } from '#lib/report/comparison/compare-states.ts';
import { disclosedFindings } from '#lib/report/disclose/disclosed-findings.ts';
import { readSnapshot, writeSnapshot } from '#lib/report/index.ts';
import { HIDDEN } from '#lib/report/redact/redact-model.ts';
import { snapshotInput } from '#lib/report/snapshot/snapshot-input.ts';
import { ledgerOf } from '../../support/ledger.ts';
import { damage } from '../../support/damage.ts';
import { stateOn } from '../../support/states.ts';
import { sampleInput } from '../../unit/report/fixture.ts';

const last = 900;
const { manifest } = sampleInput('en').dataset;
const rows = fc.array(
	fc.tuple(fc.nat(40).map(String), fc.nat(last), fc.option(fc.integer({ min: 1, max: 500 }), { freq: 12 })),
	{ minLength: 20, maxLength: 120 }
);
const day = fc.integer({ min: 300, max: last });
const numRuns = { numRuns: 5 };

const state = (list: readonly [string, number, number | null][], asOf: number, params = {}) =>
	stateOn(ledgerOf([...list]), { ...manifest, currency: 'GBP' }, { asOf, params });
const compare = (first: StateContent, second: StateContent, hideBelow: number | null = null) =>
	compareStates({ first, second, held: null, locale: 'en', hideBelow });
const findingsBelow = (k: number, snapshot: StateContent['snapshot']) => {
	const input = snapshotInput(snapshot, 'en', snapshot.analyses);
	return disclosedFindings({ ...input, request: { ...input.request, hideBelow: k } });
};
const nameOf = ({ id, group, n }: ComparedFigure) => JSON.stringify([id, group, n]);

describe('two states', () => {
	test.prop([rows, day], numRuns)('of which one is the other show no change anywhere', (list, asOf) => {
		const one = state(list, asOf);
		const { definitions, figures, sections, moves, factors } = compare(one, state(list, asOf));
		expect(definitions).toEqual([]);
		for (const { difference, weight, split, p } of figures) {
			expect(difference === 0 || Number.isNaN(difference)).toBe(true);
			expect(weight).toBe(0);
			if (split !== null)
				expect(Object.values<number>({ ...split }).every((part) => Math.abs(part) < 1e-9)).toBe(true);
			if (!Number.isNaN(p)) expect(p).toBe(1);
		}
		for (const { obstacle, tables } of sections) {
			expect(obstacle).toBeNull();
			for (const { changed } of tables) expect(changed).toEqual([]);
		}
		for (const { matrix } of moves) {
			matrix.columns.customers.forEach((n, cell) => {
				if (matrix.columns.from[cell] !== matrix.columns.to[cell]) expect(n).toBe(0);
			});
		}
		if (factors !== null) expect(Object.values(factors)).toEqual([0, 0, 0]);
	});

	test.prop([rows, day, day], { numRuns: 2 })(
		'are compared in small steps that say how far they are',
		(list, a, b) => {
			const states = { first: state(list, a), second: state(list, b), held: null };
			const asked = { ...states, locale: 'en', hideBelow: null } as const;
			const [steps, shares] = [comparisonSteps(asked), new Array<number>()];
			let step = steps.next();
			for (; step.done !== true; step = steps.next()) shares.push(step.value);
			expect(step.value).toEqual(compareStates(asked));
			expect(shares.length).toBeGreaterThan(20);
			expect(shares).toEqual([...shares].sort((x, y) => x - y));
			expect(shares.at(-1)).toBeLessThanOrEqual(1);
		}
	);

	test.prop([rows, day, day], numRuns)('say backwards what they say forwards', (list, a, b) => {
		const [one, other] = [state(list, a), state(list, b)];
		const [there, back] = [compare(one, other), compare(other, one)];
		const backwards = new Map(back.figures.map((figure) => [nameOf(figure), figure]));
		expect(there.figures.length).toBe(back.figures.length);
		for (const figure of there.figures) {
			const mirrored = backwards.get(nameOf(figure)) as ComparedFigure;
			expect([mirrored.first, mirrored.second]).toEqual([figure.second, figure.first]);
			expect(mirrored.difference).toBe(0 - figure.difference);
			expect(mirrored.weight).toBe(figure.weight);
			expect(mirrored.interval === null).toBe(figure.interval === null);
			if (figure.interval !== null && !Number.isNaN(figure.interval.low)) {
				expect(mirrored.interval?.low).toBeCloseTo(-figure.interval.high, 12);
			}
			if (figure.split === null || mirrored.split === null) continue;
			expect(mirrored.split.behaviour).toBeCloseTo(-figure.split.behaviour, 6);
			expect(mirrored.split.joined).toBeCloseTo(-figure.split.left, 6);
			expect(mirrored.split.left).toBeCloseTo(-figure.split.joined, 6);
		}
		for (const [i, { tables }] of there.sections.entries()) {
			for (const [k, { changed }] of tables.entries()) {
				const flipped = back.sections[i]?.tables[k]?.changed.map(({ first, second, ...cell }) => ({
					...cell,
					first: second,
					second: first
				}));
				expect(new Set(flipped?.map((cell) => JSON.stringify(cell)))).toEqual(
					new Set(changed.map(({ first, second, ...cell }) => JSON.stringify({ ...cell, first, second })))
				);
			}
		}
		for (const [i, { matrix }] of there.moves.entries()) {
			const turned = back.moves[i]?.matrix.columns;
			const width = Math.sqrt(matrix.rows);
			matrix.columns.customers.forEach((n, cell) => {
				expect(turned?.customers[(cell % width) * width + Math.floor(cell / width)]).toBe(n);
			});
		}
	});

	test.prop([rows, day, day, fc.constantFrom('same', 'frequency', 'binning')], numRuns)(
		'have every change taken apart without a rest, definitions told from the data',
		(list, a, b, kind) => {
			const params = {
				same: {},
				frequency: { rfm: { frequency: 'days' } },
				binning: { rfm: { binning: 'mean' } }
			}[kind];
			const [first, second] = [state(list, a), state(list, b, params)];
			const asFirst = state(list, b).snapshot;
			const held = { analyses: asFirst.analyses, standings: asFirst.standings };
			const { figures } = compareStates({ first, second, held, locale: 'en', hideBelow: null });
			let splits = 0;
			for (const { first: from, second: to, split, as, held: middle } of figures) {
				if (split === null) continue;
				splits++;
				const sum = split.left + split.behaviour + split.joined + split.definition;
				if (as === 'count' || as === 'money') {
					if (Number.isInteger(from) && Number.isInteger(to)) expect(sum).toBe(to - from);
				} else expect(sum).toBeCloseTo(to - from, 9);
				expect(split.definition).toBeCloseTo(to - middle, 6);
				if (kind === 'same') expect(split.definition).toBeCloseTo(0, 9);
			}
			expect(splits).toBeGreaterThan(10);
		}
	);

	test.prop([rows, day, day], numRuns)('are split as counting customer by customer says', (list, a, b) => {
		const spent = (asOf: number) => {
			const sums = new Map<string, number>();
			for (const [who, on, amount] of list) {
				if (on <= asOf) sums.set(who, (sums.get(who) ?? 0) + (amount ?? 0));
			}
			return sums;
		};
		const [before, now] = [spent(a), spent(b)];
		const { figures } = compare(state(list, a), state(list, b));
		const split = figures.find(({ id }) => id === 'revenue')?.split;
		const sum = (of: Iterable<number>) => [...of].reduce((total, value) => total + value, 0);
		const both = [...before.keys()].filter((who) => now.has(who));
		expect(split).toEqual({
			left: 0 - sum([...before].filter(([who]) => !now.has(who)).map(([, money]) => money)),
			behaviour: sum(both.map((who) => (now.get(who) ?? 0) - (before.get(who) ?? 0))),
			joined: sum([...now].filter(([who]) => !before.has(who)).map(([, money]) => money)),
			definition: 0
		});
	});

	test.prop([rows, day, day, fc.integer({ min: 2, max: 8 })], { numRuns: 3 })(
		'of which one hides small groups show no number that it hides, and no figure',
		(list, a, b, k) => {
			const whole = state(list, a);
			const { snapshot } = whole;
			const disclosed = findingsBelow(k, snapshot);
			const closed: StateContent = {
				...whole,
				snapshot: { ...snapshot, analyses: [], standings: null, disclosed }
			};
			for (const [first, second, side] of [
				[closed, state(list, b), 'first'],
				[state(list, b), closed, 'second']
			] as const) {
				const found = compare(first, second);
				expect([found.figures, found.factors, found.moves]).toEqual([[], null, []]);
				expect(found.unmatched).toBe('hidden');
				for (const { method, tables } of found.sections) {
					const own = disclosed.sections.find((section) => section.method === method);
					for (const { title, changed } of tables) {
						const shown = own?.tables.filter((table) => table.title === title) ?? [];
						for (const cell of changed) {
							const rowsOf = shown.flatMap(({ rows: lines, heads }) =>
								lines.map((line) => ({ line, x: heads.indexOf(cell.column) }))
							);
							const values = rowsOf.map(({ line, x }) => line[x]);
							expect(cell[side]).not.toBeNull();
							// What is shown of the closed state is a number that its own file shows.
							expect(values.some((value) => typeof value === 'object' && value?.value === cell[side])).toBe(
								true
							);
							expect(cell.row).not.toBe(HIDDEN);
						}
					}
				}
			}
		}
	);
});

describe('kept snapshots', () => {
	const list = Array.from({ length: 40 }, (_, i): [string, number, number] => [
		String(i % 12),
		300 + 13 * i,
		50 + i
	]);
	const file = (asOf: number) => {
		const { snapshot } = state(list, asOf);
		const input = snapshotInput(snapshot, 'en', snapshot.analyses);
		return writeSnapshot({ ...input, ...(snapshot.standings && { standings: snapshot.standings }) });
	};
	const texts = [file(600), file(900)] as const;
	const whole = texts.map((text) => readSnapshot(text));
	const pair = (snapshots: readonly unknown[]) =>
		snapshots.map((snapshot): StateContent => ({
			kind: 'snapshot',
			snapshot: snapshot as StateContent['snapshot']
		})) as [StateContent, StateContent];

	test('say where each customer stands, and come back as they were written', () => {
		expect(whole[0]?.standings).toEqual(state(list, 600).snapshot.standings);
		const named = whole.map((snapshot, i) => ({ ...snapshot, title: i === 0 ? 'Day 600' : 'Day 900' }));
		expect(compare(...pair(named))).toEqual(compare(state(list, 600), state(list, 900)));
	});

	test('that are damaged, one of two or both, are refused with a code or say the same: 500 pairs', () => {
		let refused = 0;
		for (let seed = 0; seed < 500; seed++) {
			const source = xoroshiro128plus(seed);
			const int = (low: number, high: number) => uniformInt(source, low, high);
			const which = int(0, 2);
			try {
				const read = texts.map((text, i) => (which === i ? whole[i] : readSnapshot(damage(text, int))));
				expect(read).toEqual(whole);
			} catch (thrown) {
				if (!(thrown instanceof CoreError)) throw thrown;
				expect(['snapshot-invalid', 'snapshot-newer']).toContain(thrown.code);
				refused++;
			}
		}
		expect(refused).toBeGreaterThan(480);
	});
});
