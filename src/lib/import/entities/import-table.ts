import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { TableRecipe } from '#lib/core/dataset/recipe.ts';
import type { RowIssue } from '#lib/core/dataset/row-issue.ts';
import type { TableTotals } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { Breather } from '../breather.ts';
import { feedFor, textFeedFor, type FeedMaker } from '../feeds/feed-for.ts';
import type { ImportHooks, ImportProgress } from '../import-orders.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { CleaningStage } from '../cleaning/cleaning-stage.ts';
import { runnable } from '../cleaning/runnable.ts';
import { readRows, type ReadingHooks } from '../read-rows.ts';
import { parseTableRecipe } from '#lib/core/dataset/table-recipe-schema.ts';
import { commonCurrency } from '../values/currency.ts';
import { STRAY_SHARE } from '../values/date-order.ts';
import { EntityCollector } from './entity-collector.ts';
import { tableTotals } from './table-totals.ts';

/** What the import of a table gives. Nothing is stored. */
export interface ImportedTable {
	readonly table: EntityTable;
	readonly totals: TableTotals;
	readonly issues: readonly RowIssue[];
	/** Rejected rows as a CSV file (UTF-8 with byte order mark). */
	readonly rejects: Uint8Array;
	readonly fingerprint: string;
}

/**
 * Imports a whole file as a table of an entity, by a recipe: read once, in pieces, as `importOrders` reads orders, and
 * stopped as soon. Rows stay in the order of the file.
 *
 * @throws CoreError `cancelled`; those of `inspect`; `recipe-invalid`; those of a recipe that cannot be run
 *   (`mapping-lacks`, `mapping-role-twice`, `date-order-ambiguous`, `amount-style-ambiguous`, `step-invalid` {step, problem}); what only the whole file
 *   shows: `date-order-mixed` {line}, `currency-mixed`, `amount-style-ambiguous`; `import-no-valid-rows` {rows, issue};
 *   `amount-sum-too-large`; `import-totals-mismatch`.
 */
export async function importTable(
	source: Blob,
	name: string,
	recipe: TableRecipe,
	hooks: ImportHooks = {},
	feed?: FeedMaker
): Promise<ImportedTable> {
	const checked = parseTableRecipe(recipe);
	if (checked.columns.length > MAX_COLUMNS)
		throw new CoreError('recipe-invalid', { path: 'columns', file: name });
	const breather = new Breather(hooks.signal);
	try {
		const collected = new EntityCollector(checked);
		const report = (stage: ImportProgress['stage'], done: number, total: number) =>
			hooks.onProgress?.({ stage, done, total, unit: 'bytes', rows: collected.sourceRows });
		const { steps = [] } = checked;
		const reading: ReadingHooks = {
			feed: feed ?? (steps.length === 0 ? feedFor : textFeedFor),
			breather,
			onProgress: (done, total) => report('reading', done, total)
		};
		// Of a row of a table any cell may be missing: what must be there is for the collector to say.
		const pipeline = await runnable(source, checked, 0, reading);
		const sink = pipeline === null ? collected : new CleaningStage(pipeline, collected, 0);
		const { blankLines, fingerprint } = await readRows(source, checked, sink, reading);
		checkWholeFile(collected, checked);
		report('checking', source.size, source.size);
		const table = collected.build();
		await breather.pause();
		const totals = tableTotals(
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
			rejects: collected.rejectedRows === 0 ? new Uint8Array(0) : collected.rejects.finish(),
			fingerprint
		};
	} finally {
		breather.close();
	}
}

/** What only the whole file can show: a mixture that the sample did not have. */
function checkWholeFile(collected: EntityCollector, recipe: TableRecipe): void {
	for (const { plan, decisive, contrary, contraryLine } of collected.dates) {
		if (contrary > STRAY_SHARE * (decisive + contrary))
			throw new CoreError('date-order-mixed', {
				column: plan.index + 1,
				header: plan.header,
				line: contraryLine
			});
	}
	const { open } = collected.styles;
	if (open !== null) {
		const header = recipe.columns.find(({ index }) => index === open.index)?.header ?? '';
		throw new CoreError('amount-style-ambiguous', { column: open.index + 1, header, line: open.line });
	}
	const signs = collected.money.flatMap((money) => [...money.signs]);
	if (recipe.currency === null && commonCurrency(signs) === null) throw new CoreError('currency-mixed');
	if (collected.rows > 0) return;
	const [issue] = Object.entries(collected.issues.rejectedBy).sort((a, b) => b[1] - a[1])[0] ?? [''];
	throw new CoreError('import-no-valid-rows', { rows: collected.sourceRows, issue });
}
