import type { DecideAppend } from '#lib/api/index.ts';
import { appendTables } from '#lib/core/dataset/append/append-tables.ts';
import { appendTotals } from '#lib/core/dataset/append/append-totals.ts';
import { compareTables } from '#lib/core/dataset/append/compare-tables.ts';
import { roomForBoth } from '#lib/core/dataset/append/room-for-both.ts';
import type { AnyComparison, ChangedRule } from '#lib/core/dataset/append/types.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { overlap } from '#lib/core/dataset/overlap.ts';
import type { AnyRecipe } from '#lib/core/dataset/recipe.ts';
import { sourcesOf, tableSourcesOf } from '#lib/core/dataset/sources.ts';
import { isTableManifest, type StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { Breather, fingerprintOf, type AppendedFile, type ImportedOrders } from '#lib/import/index.ts';
import { loadRejects, loadTable, type Connection } from '#lib/storage/index.ts';

/**
 * Refuses a file of which the dataset or table has rows already; other sheets of a workbook and other files of an archive are
 * none of those. Its bytes are read only where a file of the same size was: a repeated import then ends before it begins.
 *
 * Throws `append-same-file` {file}: the name under which it came before.
 */
export async function refuseSameFile(file: File, recipe: AnyRecipe, stored: StoredManifest): Promise<void> {
	const sources = isTableManifest(stored) ? tableSourcesOf(stored) : sourcesOf(stored);
	const alike = sources.filter(
		(source) => source.file.size === file.size && overlap(source.recipe.source, recipe.source)
	);
	if (alike.length === 0) return;
	const fingerprint = await fingerprintOf(file);
	const same = alike.find((source) => source.fingerprint === fingerprint);
	if (same !== undefined) throw new CoreError('append-same-file', { file: same.file.name });
}

/** Who is asked what shall become of a file's changed orders, and what ends the work. */
export interface Asking {
	readonly decide: (comparison: AnyComparison) => Promise<ChangedRule | null>;
	readonly signal: AbortSignal;
}

/** The same before it is known which file it is about. */
export interface AskingOfFiles {
	readonly decide: DecideAppend;
	readonly signal: AbortSignal;
}

/** What is asked about one file. */
export const askingAbout = (fileName: string, { decide, signal }: AskingOfFiles): Asking => ({
	signal,
	decide: (comparison) => decide(comparison, fileName)
});

/** A dataset with its rows. */
export interface WholeDataset {
	readonly manifest: DatasetManifest;
	readonly table: OrderTable;
	/** The rejected rows as a file. */
	readonly rejects: Uint8Array;
}

/**
 * Compares an imported file with a stored dataset, asks what shall become of changed orders, and makes one table of both.
 * Nothing is stored. Throws `cancelled` when nobody wants it any more; what `compareTables` throws.
 */
export async function appendFile(
	connection: Connection,
	former: DatasetManifest,
	imported: ImportedOrders,
	asking: Asking
): Promise<AppendedFile> {
	const { table } = await connection.use((database) => loadTable(database, former.id));
	const rejects = await connection.use((database) => loadRejects(database, former.id));
	return joinFile({ manifest: former, table, rejects }, imported, asking);
}

/** The same for a dataset whose rows are in hand. */
export async function joinFile(
	there: WholeDataset,
	imported: ImportedOrders,
	{ decide, signal }: Asking
): Promise<AppendedFile> {
	const breather = new Breather(signal);
	const pause = (): Promise<void> => breather.pause();
	try {
		const [first, second] = roomForBoth({ table: there.table, totals: there.manifest.totals }, imported);
		await pause();
		const compared = await compareTables(first.table, second.table, pause);
		const { comparison } = compared;
		const rule = await decision(decide, comparison, signal);
		const tables = [first.table, second.table] as const;
		const { table, superseded, profits } = await appendTables(compared, tables, rule, pause);
		const totals = appendTotals(
			{ totals: first.totals, scale: first.table.scale },
			{ totals: second.totals, scale: second.table.scale },
			table,
			{ recognised: comparison.recognised, superseded, profits }
		);
		const rejects = bothFiles(there.rejects, imported.rejects);
		const known = totals.profit === undefined ? { ...table, profit: null } : table;
		return { imported, comparison, rule, table: known, totals, rejects };
	} finally {
		breather.close();
	}
}

/** What was decided, or `cancelled`, whichever is first: nobody may come to decide. */
export function decision(
	decide: Asking['decide'],
	comparison: AnyComparison,
	signal: AbortSignal
): Promise<ChangedRule> {
	return new Promise((resolve, reject) => {
		const cancel = (): void => reject(new CoreError('cancelled'));
		if (signal.aborted) cancel();
		signal.addEventListener('abort', cancel, { once: true });
		decide(comparison).then((rule) => (rule === null ? cancel() : resolve(rule)), reject);
	});
}

/** Two files of rejected rows one behind the other, each with its own header: they may have other columns. */
export function bothFiles(one: Uint8Array, other: Uint8Array): Uint8Array {
	if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
	const mark = other[0] === 0xef && other[1] === 0xbb && other[2] === 0xbf ? 3 : 0;
	const both = new Uint8Array(one.length + other.length - mark);
	both.set(one);
	both.set(other.subarray(mark), one.length);
	return both;
}
