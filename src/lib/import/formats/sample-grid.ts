import type { GridFormat } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { MAX_TABLE_COLUMNS } from '../limits.ts';
import { shapeOf } from '../repair/table-shape.ts';
import { RowSieve } from '../row-sieve.ts';
import { itemRows } from '../baskets.ts';
import { basketReason } from '../reasons.ts';
import { headersOf, spread, type SampleTable } from '../sample-table.ts';
import { evidenceIn, type BasketEvidence } from '../sniff/baskets.ts';
import { headerScore } from '../sniff/header.ts';
import { rolesByName } from '../synonyms.ts';
import type { Opened } from './container.ts';
import type { GridReader, GridSheet } from './grid.ts';
import { joinedHeader, linesAbove } from './grid-header.ts';
import { firstRows, GLANCED_ROWS, nothing, padded, READ_ROWS, type Read } from './first-rows.ts';
import { namesIn, sheetsLike } from './sheets-like.ts';
import { widthOf } from './stray-cells.ts';

/** Rows looked at closely of those that are read to understand a sheet. */
const MOST_ROWS = 5_000;
/**
 * Reads the first rows of a sheet: the one that `given` names, else the one whose header speaks most of orders. `anew`:
 * of what is given only the sheet counts.
 *
 * @throws CoreError `table-not-found`, `file-header-only`, those of the reader
 */
export async function sampleGrid(
	opened: Opened,
	grid: GridReader,
	given: GridFormat | null,
	anew: boolean
): Promise<SampleTable> {
	const known = given === null ? undefined : grid.sheets.find((sheet) => sheet.name === given.sheet);
	const sheet = known ?? (await likeliest(grid));
	const kept = known === undefined || anew ? null : given;
	const raw = inTable(await firstRows(grid, sheet, READ_ROWS));
	// Records name their columns: their rows are no lists.
	const baskets = grid.named || (given !== null && !anew) ? null : basketsIn(raw.rows);
	if (baskets !== null || kept?.baskets === true)
		return sampleBaskets(opened, grid, sheet, raw, kept, baskets);
	const read = padded(raw);
	const above = grid.named ? 0 : (kept?.skipRows ?? linesAbove(read, sheet));
	const from = read.lines.findIndex((line) => above === 0 || line > above);
	if (from < 0) throw new CoreError('table-not-found', { container: grid.container.toUpperCase() });
	const all = read.rows.slice(from);
	const score = grid.named ? 1 : headerScore(all.slice(0, 51));
	const header = grid.named || (kept?.header ?? score > 0);
	const below = header ? all.slice(1) : all;
	const sieve = new RowSieve(
		shapeOf(below.slice(0, 1_000).map((cells) => ({ cells, quoted: [] }))),
		undefined
	);
	if (header && all[0] !== undefined) sieve.setHeader(all[0]);
	const isRow = below.map((row) => sieve.codeOf(row, 1, false) === null);
	const body = below.filter((_, i) => isRow[i]);
	const apart = below.length - body.length;
	if (body.length === 0) throw new CoreError('file-header-only');
	const joined = header && !grid.named ? joinedHeader(read.rows, read.lines, from, sheet) : null;
	const headers = headersOf(header ? [joined ?? (all[0] as readonly string[])] : [], body);
	headers.length = Math.min(headers.length, widthOf(all));
	if (headers.length > MAX_TABLE_COLUMNS)
		throw new CoreError('columns-too-many', { columns: headers.length, limit: MAX_TABLE_COLUMNS });
	const typed = read.typed.slice(from + (header ? 1 : 0)).filter((_, i) => isRow[i]);
	const others =
		header && !grid.named ? await sheetsLike(grid, sheet, { above, names: namesIn(all[0]) }) : [];
	const more = others.filter(({ name }) => kept?.more?.includes(name) === true);
	const rest = (sheet.rows ?? 0) - read.rows.length;
	return {
		...factsOf(opened, read),
		farRows: more.flatMap(({ rows }) => rows),
		alike: others.map(({ name }) => name),
		mergedDown: [
			...new Set(
				sheet.merges
					.filter(({ line, lines, columns }) => lines > 1 && columns === 1 && line > above + 1)
					.map(({ column }) => column)
			)
		],
		source: sourceIn(opened, grid, sheet, {
			header,
			skipRows: above,
			...(more.length > 0 && { more: more.map(({ name }) => name) })
		}),
		headerScore: score,
		reasons: apart > 0 ? [{ code: 'rows-apart', params: { n: apart } }] : [],
		headers,
		rows: spread(body, MOST_ROWS),
		rowCount: below.length,
		typedColumns: typedIn(
			[...body, ...more.flatMap(({ rows }) => rows)],
			[...typed, ...more.flatMap((other) => other.typed)],
			headers.length
		),
		rowsKnown: {
			count:
				below.length + (read.whole ? 0 : Math.max(0, rest)) + more.reduce((sum, { count }) => sum + count, 0),
			exact: read.whole && more.length === 0
		}
	};
}

/** Rows without what stands far beside their table. */
function inTable(read: Read): Read {
	const width = widthOf(read.rows);
	return { ...read, rows: read.rows.map((row) => (row.length > width ? row.slice(0, width) : row)) };
}

/** What is the same of every sheet. */
const factsOf = (opened: Opened, { whole }: Read) => ({
	sample: {
		kind: { compressed: opened.compressed, contentBytes: opened.content.size, packed: null },
		head: new Uint8Array(0),
		whole,
		middle: null,
		tail: null
	},
	encodings: [],
	delimiters: [],
	unsure: [],
	secondTable: null,
	farRows: [],
	bytesOfRows: 0
});

const sourceIn = (
	{ member }: Opened,
	{ container }: GridReader,
	{ name }: GridSheet,
	layout: Pick<GridFormat, 'header' | 'skipRows' | 'baskets' | 'more'>
): GridFormat => ({
	kind: 'grid',
	container,
	sheet: name,
	...layout,
	...(member !== null && { member: member.name })
});

/** Lists are filled from the left. */
const WITHOUT_GAP = 0.98;

/** What speaks for the rows of a sheet being baskets; null when nothing does. */
function basketsIn(rows: readonly (readonly string[])[]): BasketEvidence | null {
	const some = rows.slice(0, MOST_ROWS);
	const filled = some.map((row) => row.map((cell) => cell.trim() !== ''));
	const listed = filled.filter((cells) => cells.lastIndexOf(true) < cells.filter(Boolean).length).length;
	return listed < WITHOUT_GAP * some.length ? null : evidenceIn(some);
}

/** A sheet whose lines are baskets: a row for each item. */
function sampleBaskets(
	opened: Opened,
	grid: GridReader,
	sheet: GridSheet,
	read: Read,
	kept: GridFormat | null,
	evidence: BasketEvidence | null
): SampleTable {
	const skipRows = kept?.skipRows ?? 0;
	const rows = read.rows.flatMap((cells, i) => {
		const line = read.lines[i] as number;
		return line > skipRows ? itemRows(cells, line) : [];
	});
	if (rows.length === 0) throw new CoreError('file-header-only');
	const share = read.rows.length / Math.max(sheet.rows ?? 0, read.rows.length);
	return {
		...factsOf(opened, read),
		source: sourceIn(opened, grid, sheet, { header: false, skipRows, baskets: true }),
		headerScore: -1,
		reasons: evidence === null ? [] : [basketReason(evidence)],
		headers: ['#1', '#2'],
		rows: spread(rows, MOST_ROWS),
		rowCount: rows.length,
		rowsKnown: { count: Math.round(rows.length / (read.whole ? 1 : share)), exact: read.whole }
	};
}

/** The visible sheet whose header names the most of what orders have; of equals the longest, then the first. */
async function likeliest(grid: GridReader): Promise<GridSheet> {
	const visible = grid.sheets.filter((sheet) => !sheet.hidden);
	const candidates = visible.length > 0 ? visible : grid.sheets;
	const [first] = candidates;
	if (first === undefined)
		throw new CoreError('table-not-found', { container: grid.container.toUpperCase() });
	if (candidates.length === 1) return first;
	let best: { sheet: GridSheet; roles: number; rows: number } | null = null;
	for (const sheet of candidates.slice(0, 60)) {
		const { rows } = await firstRows(grid, sheet, GLANCED_ROWS).catch(nothing);
		const roles = Math.max(
			0,
			...rows.map((row) => new Set(row.flatMap((cell) => rolesByName(cell)[0]?.role ?? [])).size)
		);
		const found = { sheet, roles, rows: sheet.rows ?? rows.length };
		if (best === null || roles > best.roles || (roles === best.roles && found.rows > best.rows)) best = found;
	}
	return best?.sheet ?? first;
}

function typedIn(
	body: readonly (readonly string[])[],
	typed: readonly (readonly boolean[])[],
	width: number
): ReadonlySet<number> {
	const columns = new Set<number>();
	for (let column = 0; column < width; column++) {
		const all = body.every((row, i) => (row[column] ?? '') === '' || typed[i]?.[column] === true);
		if (all) columns.add(column);
	}
	return columns;
}
