import type {
	Block,
	Cell,
	MatrixModel,
	ReportModel,
	Section,
	TableModel,
	TriangleModel
} from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { hideSmall } from './hide-small.ts';

/** What stands in place of a number that is hidden. */
export const HIDDEN = '·';

/**
 * A report whose small groups are hidden, in one place before any form is written: no cell of a table speaks of 1 to
 * `k` − 1 customers (or orders), none can be reckoned out from the sums of its table, and no sentence or headline figure
 * is left that might give one away. Pictures of such tables are left out; control totals, which count rows of a file, stay.
 */
export function hideSmallGroups(model: ReportModel, k: number, voice: Voice): ReportModel {
	return { ...model, sections: model.sections.map((section) => redactSection(section, k, voice)) };
}

function redactSection(section: Section, k: number, voice: Voice): Section {
	const words = voice.messages.sharing.redaction;
	const redacted = withoutTwins(
		section.blocks,
		section.blocks.map((block) => redactBlock(block, k, words.dropped())),
		words.dropped()
	);
	const touched = redacted.some((block, i) => block !== section.blocks[i]);
	// In a section with hidden cells any number in a sentence may be a sum over them.
	const tells = (text: string) => (touched ? /\p{Nd}/u : smallNumber(k)).test(text);
	const quiet = (text: string) => (tells(text) ? '' : text);
	const blocks = redacted.flatMap((block): Block[] => {
		switch (block.kind) {
			case 'tiles': {
				const tiles = block.tiles.filter(({ value, note }) => !tells(`${value} ${note}`));
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
		blocks: touched ? [{ kind: 'text', text: words.note({ k, sign: HIDDEN }) }, ...blocks] : blocks
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
		if (seen.has(about)) return { kind: 'text', text: dropped };
		seen.add(about);
		return block;
	});
}

/** A whole number from 1 to k − 1 that stands for itself: no part of a date, a decimal or a name such as R5. */
function smallNumber(k: number): RegExp {
	const numbers = Array.from({ length: k - 1 }, (_, i) => k - 1 - i).join('|');
	return new RegExp(`(?<![\\p{L}\\p{N}.,\\-–])(?:${numbers})(?![\\p{N}%]|[.,\\-–]\\p{N})`, 'u');
}

function redactBlock(block: Block, k: number, dropped: string): Block {
	const gone: Block = { kind: 'text', text: dropped };
	switch (block.kind) {
		case 'tiles':
		case 'text':
			return block;
		case 'figure': {
			const table = redactTable(block.table, k);
			if (table === block.table) return block;
			// The picture draws what the table hides.
			return table === null ? gone : { kind: 'table', title: block.title, finding: block.finding, table };
		}
		case 'table': {
			const table = redactTable(block.table, k);
			if (table === null) return gone;
			return table === block.table ? block : { ...block, table };
		}
		case 'matrix': {
			const matrix = redactMatrix(block.matrix, k);
			if (matrix === null) return gone;
			return matrix === block.matrix ? block : { ...block, matrix };
		}
		case 'triangle': {
			const triangles = redactTriangles(block.triangles, k);
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
function redactTable(table: TableModel, k: number): TableModel | null {
	const { rows } = table;
	const width = table.columns.length;
	const columns = Array.from({ length: width - 1 }, (_, i) => i + 1).filter((column) =>
		rows.some((row) => !Number.isNaN(countIn(row, column)))
	);
	const small = (value: number) => value > 0 && value < k;
	const partOf = (row: number) => table.parts?.[row] ?? 0;
	const hidden = rows.map(
		(row, i) => columns.some((column) => small(countIn(row, column))) || (table.behind?.[i] ?? []).some(small)
	);
	if (!hidden.includes(true)) return table;
	const parts = [...new Set(rows.map((_, i) => partOf(i)))];
	const sums = parts.flatMap((part) => columns.map((column) => ({ part, column })));
	for (;;) {
		const lone = sums.find(
			({ part, column }) => hiddenIn(rows, hidden, column).filter((i) => partOf(i) === part).length === 1
		);
		if (lone === undefined) break;
		const companion = smallestRow(rows, hidden, lone.column, (i) => partOf(i) === lone.part);
		if (companion === null) return null;
		hidden[companion] = true;
	}
	const { total, ...rest } = table;
	const kept = total?.some((cell, i) => i > 0 && small(countIn(total, i)) && isCount(cell)) === true;
	return {
		...rest,
		rows: rows.map((row, i) =>
			hidden[i] === true ? row.map((cell, at) => (at === 0 ? plainHead(cell) : hiddenCell)) : row
		),
		...(total === undefined || kept ? {} : { total })
	};
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

function redactMatrix(matrix: MatrixModel, k: number): MatrixModel | null {
	const grid = matrix.cells.map((row) => row.map(({ customers }) => customers));
	const hidden = hideSmall(grid, k, { rows: true, columns: true });
	if (hidden === null) return null;
	if (!hidden.flat().includes(true)) return matrix;
	return {
		...matrix,
		// The largest sum may be that of a hidden cell.
		scale: '',
		cells: matrix.cells.map((row, y) =>
			row.map((cell, x) =>
				hidden[y]?.[x] === true ? { main: HIDDEN, sub: '', step: 0, customers: NaN, revenue: NaN } : cell
			)
		)
	};
}

/** A cohort's rate times its size is a count; the overall curve gives the sum of each period. */
function redactTriangles(triangles: readonly TriangleModel[], k: number): readonly TriangleModel[] {
	const made = triangles.map((triangle) => redactTriangle(triangle, k));
	return made.some((triangle, i) => triangle !== triangles[i]) ? made : triangles;
}

function redactTriangle(triangle: TriangleModel, k: number): TriangleModel {
	const { rows } = triangle;
	const grid = rows.map(({ customers, cells }) => [
		customers,
		...cells.map((cell) => {
			if (cell === null) return NaN;
			// A cohort too small to be shown hides its rates with its size.
			return customers > 0 && customers < k ? Math.min(customers, k - 1) : Math.round(cell.rate * customers);
		})
	]);
	const width = Math.max(0, ...grid.map((row) => row.length));
	// Each period on its own; where one cell is all there is, only leaving it out keeps it.
	const columns = Array.from({ length: width }, (_, x) => {
		const column = grid.map((row) => [row[x] ?? NaN]);
		return (
			hideSmall(column, k, { rows: false, columns: true }) ?? column.map(([value]) => [!Number.isNaN(value)])
		);
	});
	if (!columns.some((column) => column.some(([is]) => is === true))) return triangle;
	const isHidden = (y: number, x: number) => columns[x]?.[y]?.[0] === true;
	return {
		...triangle,
		rows: rows.map((row, y) => ({
			...row,
			...(isHidden(y, 0) ? { size: HIDDEN, customers: NaN } : {}),
			cells: row.cells.map((cell, x) =>
				cell !== null && isHidden(y, x + 1) ? { text: HIDDEN, rate: NaN, step: 0, cut: cell.cut } : cell
			)
		}))
	};
}
