import type { ControlTotals } from '#lib/core/dataset/control-totals.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { IssueCode, RowIssue } from '#lib/core/dataset/row-issue.ts';
import { CoreError } from '#lib/core/errors.ts';
import { Breather } from './breather.ts';
import { buildTable } from './build-table.ts';
import { LineEnds, TextPieces, UNDECODABLE } from './decode.ts';
import { MAX_COLUMNS, PIECE_UNITS } from './limits.ts';
import { readerPlan, type ReaderPlan } from './reader-plan.ts';
import { parseRecipe } from './recipes/recipe-schema.ts';
import { RowCollector } from './row-collector.ts';
import { kindOf, SourceReader } from './source.ts';
import { LineKind, TableCutter } from './table-cutter.ts';
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
 * Imports the whole file by a recipe. The file is read once, in pieces of 256 KiB; the signal is checked and
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
	const kind = await kindOf(source);
	const breather = new Breather(hooks.signal);
	const reader = new SourceReader(source, kind, { fingerprint: true });
	try {
		const collected = new RowCollector(plan, checked);
		const rows = new RowFeed(checked, collected);
		const report = (stage: ImportProgress['stage']) =>
			hooks.onProgress?.({
				stage,
				done: reader.rawRead,
				total: source.size,
				unit: 'bytes',
				rows: collected.sourceRows
			});
		for (;;) {
			breather.check();
			const piece = await reader.next();
			if (piece === null) break;
			for (let from = 0; from < piece.length; from += PIECE_UNITS) {
				await rows.push(piece.subarray(from, from + PIECE_UNITS), breather);
			}
			report('reading');
			await breather.pause();
		}
		await rows.finish(breather);
		const fingerprint = await reader.fingerprint();
		checkWholeFile(collected, plan, checked);
		report('sorting');
		const table = await buildTable(collected, plan, checked.currency, breather);
		report('checking');
		const totals = controlTotals(table, collected, rows.blankLines);
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
		await reader.close();
	}
}

/** Rows handed to the collector between two looks at the clock. */
const ROWS_A_TURN = 1024;

/** Bytes gathered before they are decoded and cut: streams give small chunks, and each cut has its costs. */
class RowFeed {
	blankLines = 0;
	readonly #text: TextPieces;
	readonly #collected: RowCollector;
	readonly #lineEnds = new LineEnds();
	readonly #cutter: TableCutter;
	#waiting: string[] = [];
	#waitingUnits = 0;
	/** Undecodable bytes stand in a row that is yet to come. */
	#damaged = false;

	constructor(recipe: ImportRecipe, collected: RowCollector) {
		this.#collected = collected;
		this.#text = new TextPieces(recipe.source.encoding);
		this.#cutter = new TableCutter(recipe.source);
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
		const { rows, lines, kinds, rejected, repaired } = this.#cutter.push(text, last);
		if (text.includes(UNDECODABLE)) this.#damaged = true;
		for (let i = 0; i < rows.length; i++) {
			const cells = rows[i] as readonly string[];
			const line = lines[i] as number;
			const kind = kinds[i] as LineKind;
			if (kind === LineKind.ROW) this.#collected.add(cells, line, this.#damaged, repaired.get(i));
			else if (kind === LineKind.BLANK) this.blankLines++;
			else if (kind === LineKind.REJECTED)
				this.#collected.setApart(cells, line, rejected.get(i) as IssueCode);
			if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await breather.pause();
		}
		if (rows.length > 0) this.#damaged = false;
	}
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
