import type { ControlTotals } from '#lib/core/dataset/control-totals.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { IssueGroup } from '#lib/core/dataset/issue-group.ts';
import type { IssueCode, RowIssue } from '#lib/core/dataset/row-issue.ts';
import { CoreError } from '#lib/core/errors.ts';
import { Breather } from './breather.ts';
import { buildTable } from './build-table.ts';
import { CleaningStage } from './cleaning/cleaning-stage.ts';
import { runnable } from './cleaning/runnable.ts';
import { feedFor, textFeedFor, type FeedMaker } from './feeds/feed-for.ts';
import { MAX_COLUMNS } from './limits.ts';
import { readRows, type ReadingHooks } from './read-rows.ts';
import { readerPlan, type ReaderPlan } from './reader-plan.ts';
import { parseRecipe } from '#lib/core/dataset/recipe-schema.ts';
import { RowCollector } from './row-collector.ts';
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
	/** All of them by code: rows, money and the first few. */
	readonly groups: readonly IssueGroup[];
	/** Rejected rows as a CSV file (UTF-8 with byte order mark). */
	readonly rejects: Uint8Array;
	/** SHA-256 over the pieces of the file as given, see docs/methods/provenance.md. */
	readonly fingerprint: string;
}

/**
 * Imports the whole file by a recipe. The file is read once, in pieces of 256 KiB or batches of rows; the signal is
 * checked and the event loop gets its turn at least every 50 ms of work. The same bytes and recipe always give the same
 * table, by whichever feed its rows come.
 *
 * @throws CoreError `cancelled`; those of `inspect`; `recipe-invalid`; those of a recipe that cannot be run
 *   (`mapping-…`, `date-order-ambiguous`, `amount-style-ambiguous`, `step-invalid` {step, problem}); what the whole file shows and its start did not:
 *   `date-order-mixed` {line}, `currency-mixed`, `amount-style-ambiguous`; `import-no-valid-rows` {rows, issue};
 *   `amount-sum-too-large`; `import-totals-mismatch`.
 */
export async function importOrders(
	source: Blob,
	name: string,
	recipe: ImportRecipe,
	hooks: ImportHooks = {},
	feed?: FeedMaker
): Promise<ImportedOrders> {
	const checked = parseRecipe(recipe);
	const plan = readerPlan(checked);
	if (plan.width > MAX_COLUMNS) throw new CoreError('recipe-invalid', { path: 'columns', file: name });
	const breather = new Breather(hooks.signal);
	try {
		const collected = new RowCollector(plan, checked);
		const report = (stage: ImportProgress['stage'], done: number, total: number) =>
			hooks.onProgress?.({ stage, done, total, unit: 'bytes', rows: collected.sourceRows });
		const { steps = [] } = checked;
		const reading: ReadingHooks = {
			feed: feed ?? (steps.length === 0 ? feedFor : textFeedFor),
			breather,
			onProgress: (done, total) => report('reading', done, total)
		};
		const pipeline = await runnable(source, checked, plan.needed, reading);
		const sink = pipeline === null ? collected : new CleaningStage(pipeline, collected, plan.needed);
		const { blankLines, fingerprint } = await readRows(source, checked, sink, reading);
		collected.close();
		checkWholeFile(collected, plan, checked);
		report('sorting', source.size, source.size);
		const table = await buildTable(collected, plan, checked.currency, breather);
		report('checking', source.size, source.size);
		const totals = controlTotals(
			table,
			collected,
			blankLines,
			steps.map(({ id }) => id)
		);
		breather.check();
		return {
			table,
			totals,
			issues: collected.issues.listed,
			groups: collected.issues.groups,
			rejects: collected.rejectedRows === 0 ? new Uint8Array(0) : collected.rejects.finish(),
			fingerprint
		};
	} finally {
		breather.close();
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
	if (collected.columns.length === 0) {
		throw new CoreError('import-no-valid-rows', {
			rows: collected.sourceRows,
			issue: mostFrequent(collected.issues.rejectedBy)
		});
	}
}

function mostFrequent(counts: Readonly<Partial<Record<IssueCode, number>>>): string {
	return Object.entries(counts).sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
