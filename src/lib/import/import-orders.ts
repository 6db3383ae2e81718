import type { ControlTotals } from '#lib/core/dataset/control-totals.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { isGrid, type GridFormat, type ImportRecipe, type TextFormat } from '#lib/core/dataset/recipe.ts';
import type { IssueCode, RowIssue } from '#lib/core/dataset/row-issue.ts';
import { CoreError } from '#lib/core/errors.ts';
import { Breather } from './breather.ts';
import { buildTable } from './build-table.ts';
import { openSource, type Opened } from './formats/container.ts';
import { feedGrid } from './formats/feed-grid.ts';
import { openGrid } from './formats/open-grid.ts';
import { LineEnds, TextPieces, UNDECODABLE } from './decode.ts';
import { MAX_COLUMNS, PIECE_UNITS } from './limits.ts';
import { readerPlan, type ReaderPlan } from './reader-plan.ts';
import { parseRecipe } from './recipes/recipe-schema.ts';
import { RowCollector } from './row-collector.ts';
import { fingerprintOf, kindOf, SourceReader } from './source.ts';
import { tokenizerFor } from './tokenizer.ts';
import type { Tokenizer } from './tokenizers/tokenizer.ts';
import { controlTotals } from './totals.ts';
import { commonCurrency } from './values/currency.ts';
import { STRAY_SHARE } from './values/date-order.ts';

/** How far an import is: the fields of a progress report that do not need a clock. */
export interface ImportProgress {
	readonly stage: 'reading' | 'sorting' | 'checking';
	readonly done: number;
	readonly total: number;
	readonly unit: 'bytes' | 'rows';
	readonly rows: number;
}

export interface ImportHooks {
	readonly onProgress?: (progress: ImportProgress) => void;
	readonly signal?: AbortSignal;
}

/** What an import gives. Nothing is stored; that is the caller's to do, all or nothing. */
export interface ImportedOrders {
	readonly table: OrderTable;
	readonly totals: ControlTotals;
	/** The first thousand rejections and remarks. */
	readonly issues: readonly RowIssue[];
	/** Rejected rows as a CSV file (UTF-8 with byte order mark). */
	readonly rejects: Uint8Array;
	/** SHA-256 over the pieces of the file as given, see docs/methods/provenance.md. */
	readonly fingerprint: string;
}

/**
 * Imports the whole file by a recipe. Text is read once, in pieces of 256 KiB; the signal is checked and
 * the event loop gets its turn at least every 50 ms of work. The same bytes and recipe always give the same table.
 *
 * @throws CoreError `cancelled`; those of `inspect`; `recipe-invalid`; those of a recipe that cannot be run
 *   (`mapping-…`, `date-order-ambiguous`, `amount-style-ambiguous`); what the whole file shows and its start did not:
 *   `date-order-mixed` {line}, `currency-mixed`, `amount-style-ambiguous`; `import-no-valid-rows` {rows, issue};
 *   `amount-sum-too-large`; `import-totals-mismatch`.
 */
export async function importOrders(
	source: Blob,
	name: string,
	recipe: ImportRecipe,
	hooks: ImportHooks = {}
): Promise<ImportedOrders> {
	const checked = parseRecipe(recipe);
	const plan = readerPlan(checked);
	if (plan.width > MAX_COLUMNS) throw new CoreError('recipe-invalid', { path: 'columns', file: name });
	const breather = new Breather(hooks.signal);
	try {
		const opened = await openSource(source, checked.source.member, true);
		if ((opened.shape === 'text') === isGrid(checked.source)) {
			throw new CoreError('recipe-invalid', { path: 'source.kind' });
		}
		const collected = new RowCollector(plan, checked);
		const report = (stage: ImportProgress['stage'], done: number, total: number) =>
			hooks.onProgress?.({ stage, done, total, unit: 'bytes', rows: collected.sourceRows });
		const job: ReadingJob = { source, opened, recipe: checked, collected, breather, report };
		const { blankLines, fingerprint } = isGrid(checked.source) ? await readGrid(job) : await readText(job);
		checkWholeFile(collected, plan, checked);
		report('sorting', source.size, source.size);
		const table = await buildTable(collected, plan, checked.currency, breather);
		report('checking', source.size, source.size);
		const totals = controlTotals(table, collected, blankLines);
		breather.check();
		return {
			table,
			totals,
			issues: collected.issues.listed,
			rejects: collected.rejectedRows === 0 ? new Uint8Array(0) : collected.rejects.finish(),
			fingerprint
		};
	} finally {
		breather.close();
	}
}

interface ReadingJob {
	readonly source: Blob;
	readonly opened: Opened;
	readonly recipe: ImportRecipe;
	readonly collected: RowCollector;
	readonly breather: Breather;
	readonly report: (stage: ImportProgress['stage'], done: number, total: number) => void;
}

interface Reading {
	readonly blankLines: number;
	readonly fingerprint: string;
}

async function readText({
	source,
	opened,
	recipe,
	collected,
	breather,
	report
}: ReadingJob): Promise<Reading> {
	const kind = await kindOf(source, opened.member);
	const reader = new SourceReader(source, kind, { fingerprint: true });
	try {
		const rows = new RowFeed(recipe.source as TextFormat, collected);
		for (;;) {
			breather.check();
			const piece = await reader.next();
			if (piece === null) break;
			for (let from = 0; from < piece.length; from += PIECE_UNITS) {
				await rows.push(piece.subarray(from, from + PIECE_UNITS), breather);
			}
			report('reading', reader.rawRead, reader.rawBytes);
			await breather.pause();
		}
		await rows.finish(breather);
		return { blankLines: rows.blankLines, fingerprint: await reader.fingerprint() };
	} finally {
		await reader.close();
	}
}

async function readGrid({
	source,
	opened,
	recipe,
	collected,
	breather,
	report
}: ReadingJob): Promise<Reading> {
	const format = recipe.source as GridFormat;
	const grid = await openGrid(opened, false);
	if (grid.container !== format.container)
		throw new CoreError('recipe-invalid', { path: 'source.container' });
	const names = recipe.columns.map((column) => column.header);
	const blankLines = await feedGrid(grid, format, names, collected, breather, () => {
		const { done, total } = grid.progress();
		report('reading', done, total);
	});
	return { blankLines, fingerprint: await fingerprintOf(source) };
}

/** Rows handed to the collector between two looks at the clock. */
const ROWS_A_TURN = 1024;

/** Bytes gathered before they are decoded and cut: streams give small chunks, and each cut has its costs. */
class RowFeed {
	blankLines = 0;
	readonly #text: TextPieces;
	readonly #format: TextFormat;
	readonly #collected: RowCollector;
	readonly #lineEnds = new LineEnds();
	readonly #tokenizer: Tokenizer;
	#waiting: string[] = [];
	#waitingUnits = 0;
	#headerToCome: boolean;

	constructor(format: TextFormat, collected: RowCollector) {
		this.#format = format;
		this.#collected = collected;
		this.#text = new TextPieces(format.encoding);
		this.#tokenizer = tokenizerFor(format);
		this.#headerToCome = format.header;
	}

	async push(bytes: Uint8Array, breather: Breather): Promise<void> {
		const text = this.#text.push(bytes);
		this.#waiting.push(text);
		this.#waitingUnits += text.length;
		if (this.#waitingUnits >= PIECE_UNITS) await this.#cut(false, breather);
	}

	async finish(breather: Breather): Promise<void> {
		this.#waiting.push(this.#text.finish());
		await this.#cut(true, breather);
	}

	async #cut(last: boolean, breather: Breather): Promise<void> {
		const text = this.#lineEnds.push(this.#waiting.join(''), last);
		this.#waiting = [];
		this.#waitingUnits = 0;
		const { rows, lines, unclosed } = this.#tokenizer.push(text, last);
		const damaged = text.includes(UNDECODABLE);
		const { skipRows } = this.#format;
		for (let i = 0; i < rows.length; i++) {
			const cells = rows[i] as readonly string[];
			const line = lines[i] as number;
			if (line <= skipRows) continue;
			if (isBlank(cells)) this.blankLines++;
			else if (this.#headerToCome) this.#headerToCome = false;
			else this.#collected.add(cells, line, unclosed.has(i), damaged);
			if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await breather.pause();
		}
	}
}

/** A row without a text in any cell, as spreadsheets leave them below a table. */
function isBlank(cells: readonly string[]): boolean {
	for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
	return true;
}

/** What only the whole file can show: a mixture that the sample did not have. */
function checkWholeFile(collected: RowCollector, plan: ReaderPlan, recipe: ImportRecipe): void {
	const { decisive, contrary, contraryLine } = collected.dates;
	if (contrary > STRAY_SHARE * (decisive + contrary)) {
		throw new CoreError('date-order-mixed', {
			column: plan.date.index + 1,
			header: plan.date.header,
			line: contraryLine
		});
	}
	for (const [index, { line, decided }] of collected.openNumbers) {
		if (!decided) {
			throw new CoreError('amount-style-ambiguous', {
				column: index + 1,
				header: plan.headers[index] ?? '',
				line
			});
		}
	}
	if (recipe.currency === null && commonCurrency(collected.moneySigns) === null) {
		throw new CoreError('currency-mixed');
	}
	if (collected.customer.length === 0) {
		throw new CoreError('import-no-valid-rows', {
			rows: collected.sourceRows,
			issue: mostFrequent(collected.issues.rejectedBy)
		});
	}
}

function mostFrequent(counts: Readonly<Partial<Record<IssueCode, number>>>): string {
	return Object.entries(counts).sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
