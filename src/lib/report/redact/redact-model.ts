import type { Block, Cell, ReportModel, Section, TableModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { isBorneOut } from './borne-out.ts';
import { HiddenMemory, type TableMemory } from './hidden-memory.ts';
import { givenByWeights } from './weighted-rows.ts';
import { HIDDEN, redactMatrix, redactTriangles } from './redact-grids.ts';

export { HIDDEN };

/**
 * A report whose small groups are hidden, in one place before any form is written: no cell of a table speaks of 1 to
 * `k` − 1 customers (or orders), none can be reckoned out from the sums of its table, and no sentence or headline figure
 * is left that might give one away; figures that tell no more than a table does that is told stay. What `memory` knows to have been hidden in earlier files stays hidden. Pictures of such tables are left out; control totals, which count rows of a file, stay.
 */
export function hideSmallGroups(
	model: ReportModel,
	k: number,
	voice: Voice,
	memory = new HiddenMemory(),
	shown: readonly Shown[] = []
): ReportModel {
	const sections = model.sections.map((section, i) => {
		const { shows } = shown[i] ?? showsAll;
		// Of tables that cut the same people the first alone may stay: that is one that is wanted.
		const blocks = [...section.blocks.filter(shows), ...section.blocks.filter((block) => !shows(block))];
		return redactSection({ ...section, blocks }, k, voice, memory, shows);
	});
	return { ...model, sections };
}

/** Which blocks of a section are in the report. The others are thought of, so that sentences are judged by all numbers. */
interface Shown {
	readonly shows: (block: Block) => boolean;
}
const showsAll: Shown = { shows: () => true };

function redactSection(
	section: Section,
	k: number,
	voice: Voice,
	memory: HiddenMemory,
	shows: Shown['shows']
): Section {
	const { title, parameters } = section;
	const about = JSON.stringify([voice.locale, title, parameters]);
	const words = voice.messages.sharing.redaction;
	const redacted = withoutTwins(
		section.blocks,
		section.blocks.map((block) => {
			const own = 'title' in block ? block.title : '';
			const table = memory.table([about, own]);
			return redactBlock(
				block,
				k,
				words.dropped(),
				shows(block) ? table : { ...table, note: () => undefined }
			);
		}),
		words.dropped()
	);
	const touched = redacted.some((block, i) => block !== section.blocks[i]);
	// In a section with hidden cells any number in a sentence may be a sum over them.
	const tells = (text: string) => (touched ? /\p{Nd}/u : smallNumber(k)).test(text);
	const quiet = (text: string) => (tells(text) ? '' : text);
	const blocks = redacted.flatMap((block): Block[] => {
		switch (block.kind) {
			case 'tiles': {
				const tiles = block.tiles
					.map((tile, place) => ({ ...tile, place }))
					.filter(
						(tile) => !tells(`${tile.value} ${tile.note}`) || isBorneOut(tile, section.blocks, redacted, k)
					);
				if (tiles.length === block.tiles.length) return [block];
				return tiles.length === 0 ? [] : [{ ...block, tiles }];
			}
			case 'text':
				return block.text !== words.dropped() && tells(block.text) ? [] : [block];
			default:
				return [{ ...block, finding: quiet(block.finding) }];
		}
	});
	return {
		...section,
		findings: section.findings.filter(({ strong, rest }) => !tells(`${strong} ${rest}`)),
		warnings: section.warnings.filter((text) => !tells(text)),
		blocks,
		notice: touched ? words.note({ k, sign: HIDDEN }) : ''
	};
}

/**
 * Of tables that cut the same people, only the first stays once a cell of any of them is hidden: an RFM type is a sum of
 * cells of the matrix, and a hidden cell would be what is left of it.
 */
function withoutTwins(blocks: readonly Block[], redacted: readonly Block[], dropped: string): Block[] {
	const aboutOf = (block: Block | undefined) =>
		block !== undefined && 'about' in block ? block.about : undefined;
	const touched = new Set(blocks.filter((block, i) => redacted[i] !== block).map(aboutOf));
	const seen = new Set<string>();
	return redacted.map((block, i): Block => {
		const about = aboutOf(blocks[i]);
		if (about === undefined || !touched.has(about)) return block;
		if (seen.has(about)) return { id: block.id, kind: 'text', text: dropped };
		seen.add(about);
		return block;
	});
}

/** A whole number from 1 to k − 1 that stands for itself: no part of a date, a decimal or a name such as R5. */
function smallNumber(k: number): RegExp {
	const numbers = Array.from({ length: k - 1 }, (_, i) => k - 1 - i).join('|');
	return new RegExp(`(?<![\\p{L}\\p{N}.,\\-–])(?:${numbers})(?![\\p{N}%]|[.,\\-–]\\p{N})`, 'u');
}

function redactBlock(block: Block, k: number, dropped: string, memory: TableMemory): Block {
	const gone: Block = { id: block.id, kind: 'text', text: dropped };
	switch (block.kind) {
		case 'tiles':
		case 'text':
			return block;
		case 'figure': {
			const table = redactTable(block.table, k, memory);
			if (table === block.table) return block;
			// The picture draws what the table hides.
			const { id, title, finding } = block;
			return table === null ? gone : { id, kind: 'table', title, finding, table };
		}
		case 'table': {
			const table = redactTable(block.table, k, memory);
			if (table === null) return gone;
			return table === block.table ? block : { ...block, table };
		}
		case 'matrix': {
			const matrix = redactMatrix(block.matrix, k, memory);
			if (matrix === null) return gone;
			return matrix === block.matrix ? block : { ...block, matrix };
		}
		case 'triangle': {
			const triangles = redactTriangles(block.triangles, k, memory);
			return triangles === block.triangles ? block : { ...block, triangles };
		}
	}
}

const isCount = ({ as, value }: Cell): boolean => as === 'count' && value !== undefined;
const countIn = (row: readonly Cell[], column: number): number => {
	const cell = row[column];
	return cell !== undefined && isCount(cell) ? (cell.value ?? NaN) : NaN;
};

/** Whole rows are hidden, but for their heads: shares and money of a row would give its count away. */
function redactTable(table: TableModel, k: number, memory: TableMemory): TableModel | null {
	const { rows } = table;
	const width = table.columns.length;
	const columns = Array.from({ length: width - 1 }, (_, i) => i + 1).filter((column) =>
		rows.some((row) => !Number.isNaN(countIn(row, column)))
	);
	const small = (value: number) => value > 0 && value < k;
	const partOf = (row: number) => table.parts?.[row] ?? 0;
	const headOf = (row: number) => {
		const head = rows[row]?.[0];
		return [String(partOf(row)), head?.key ?? head?.text ?? ''];
	};
	const countsOf = (row: number) => columns.map((column) => countIn(rows[row] ?? [], column));
	const before = rows.map((_, i) => memory.wasHidden(headOf(i)));
	/** Known to the reader of an earlier file, or to whoever counts, whatever is done about it here. */
	const open = rows.map(
		(_, i) => table.given?.[i] === true || (before[i] !== true && memory.wasShown(headOf(i), countsOf(i)))
	);
	const hidden = rows.map(
		(row, i) =>
			before[i] === true ||
			columns.some((column) => small(countIn(row, column))) ||
			(table.behind?.[i] ?? []).some(small)
	);
	if (!hidden.includes(true)) {
		for (const i of rows.keys()) memory.note(headOf(i), countsOf(i), false);
		return table;
	}
	const parts = [...new Set(rows.map((_, i) => partOf(i)))];
	const sums = parts.flatMap((part) => columns.map((column) => ({ part, column })));
	for (;;) {
		// One hidden row is what a sum leaves; so is one hidden for the first time, if another file tells the others.
		const lone = sums.find(({ part, column }) => {
			const all = hiddenIn(rows, hidden, column).filter((i) => partOf(i) === part);
			const own = all.filter((i) => open[i] !== true);
			// Alone, a row whose count is known would still give its money away.
			return all.length === 1 || own.length === 1 || own.filter((i) => before[i] !== true).length === 1;
		});
		const next = lone ?? (weightsTell(table, hidden, open, before) ? sums[0] : undefined);
		if (next === undefined) break;
		const companion = smallestRow(
			rows,
			hidden,
			next.column,
			(i) => partOf(i) === next.part && open[i] !== true
		);
		if (companion === null) return null;
		hidden[companion] = true;
	}
	for (const [i, is] of hidden.entries()) memory.note(headOf(i), countsOf(i), is);
	const { total, behind: _, given: __, weighted: ___, ...rest } = table;
	const kept = total?.some((cell, i) => i > 0 && small(countIn(total, i)) && isCount(cell)) === true;
	return {
		...rest,
		rows: rows.map((row, i) =>
			hidden[i] === true ? row.map((cell, at) => (at === 0 ? plainHead(cell) : hiddenCell)) : row
		),
		...(total === undefined || kept ? {} : { total })
	};
}

/** Whether what the people of each row have, in sum, tells a hidden count: by this file alone, or with all that was hidden before. */
function weightsTell(
	{ rows, weighted }: TableModel,
	hidden: readonly boolean[],
	open: readonly boolean[],
	before: readonly boolean[]
): boolean {
	if (weighted === undefined) return false;
	const counts = rows.map((row) => row.find(isCount)?.value ?? 0);
	const unknown = hidden.map((is, i) => is && open[i] !== true);
	const fresh = unknown.map((is, i) => is && before[i] !== true);
	return [unknown, fresh].some((of) => givenByWeights(counts, of, weighted) !== null);
}

const hiddenCell: Cell = { text: HIDDEN, quiet: true };
const plainHead = ({ text, tone }: Cell): Cell => (tone === undefined ? { text } : { text, tone });

/** Hidden rows whose count in a column might be reckoned from its sum. */
function hiddenIn(rows: TableModel['rows'], hidden: readonly boolean[], column: number): number[] {
	return rows.flatMap((row, i) => (hidden[i] === true && !Number.isNaN(countIn(row, column)) ? [i] : []));
}

function smallestRow(
	rows: TableModel['rows'],
	hidden: readonly boolean[],
	column: number,
	belongs: (row: number) => boolean
): number | null {
	let best: number | null = null;
	const cost = (i: number) => countIn(rows[i] ?? [], column) || Number.MAX_SAFE_INTEGER;
	for (const [i, row] of rows.entries()) {
		if (hidden[i] === true || !belongs(i) || Number.isNaN(countIn(row, column))) continue;
		if (best === null || cost(i) < cost(best)) best = i;
	}
	return best;
}
