import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe, TableRecipe } from '#lib/core/dataset/recipe.ts';
import { sourcesOf, type LinkedSource, type SourcesBeside } from '#lib/core/dataset/sources.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { appendEntityTables } from '#lib/core/dataset/append/append-entity-tables.ts';
import type { ImportedTable } from './entities/import-table.ts';
import { fingerprintOfSources, tableManifestOf } from './entities/table-manifest.ts';
import { fingerprintOf } from './source.ts';
import type { ImportedOrders } from './import-orders.ts';

/** Files as they are read once more: those of the orders in the order of the dataset's sources, then linked tables. */
export interface FilesReadAgain {
	readonly orders: readonly { readonly table: OrderTable; readonly fingerprint: string }[];
	readonly linked: readonly {
		readonly manifest: TableManifest;
		readonly column: number;
		readonly table: EntityTable;
	}[];
}

/** What is known of the files that numbers were made from. */
export interface FilesOf {
	readonly dataset: DatasetManifest;
	readonly beside?: SourcesBeside;
	readonly stepsWithheld?: true;
}

export interface Readers {
	readonly orders: (file: Blob, name: string, recipe: ImportRecipe) => Promise<ImportedOrders>;
	readonly table: (file: Blob, name: string, recipe: TableRecipe) => Promise<ImportedTable>;
}

interface NamedFile {
	readonly name: string;
	readonly content: Blob;
}

/**
 * Reads all files that numbers were made from, each by its recipe. Which file is which is told by its fingerprint, else by
 * its name, else by the order in which they are given.
 *
 * @throws CoreError `verify-files-missing` {n, files}, `verify-steps-withheld`; those of the readers
 */
export async function readAgain(
	{ dataset, beside, stepsWithheld }: FilesOf,
	files: readonly NamedFile[],
	read: Readers
): Promise<FilesReadAgain> {
	if (stepsWithheld === true) throw new CoreError('verify-steps-withheld');
	const sources = sourcesOf(dataset);
	const tables = beside?.linked ?? [];
	const filesOf = tables.map((table) => table.sources ?? [table]);
	const found = await assigned([...sources, ...filesOf.flat()], files);
	const orders: FilesReadAgain['orders'][number][] = [];
	for (const [i, { recipe }] of sources.entries()) {
		const { name, content } = found[i] as NamedFile;
		const { table, fingerprint } = await read.orders(content, name, recipe);
		orders.push({ table, fingerprint });
	}
	const linked: FilesReadAgain['linked'][number][] = [];
	let next = sources.length;
	for (const [i, source] of tables.entries()) {
		const given = found.slice(next, (next += (filesOf[i] ?? []).length));
		const whole = await tableAgain(source, given, read);
		const { recipe, column, name: tableName } = source;
		const { name, content } = given.at(-1) as NamedFile;
		const file = { name, size: content.size };
		const facts = { id: String(i), workspaceId: '', name: tableName, file, recipe, importedAt: 0 };
		linked.push({ manifest: tableManifestOf(whole, facts), column, table: whole.table });
	}
	return { orders, linked };
}

/** A linked table from its file, or from all of its files in the order in which they were added. */
async function tableAgain(
	{ recipe, sources }: LinkedSource,
	files: readonly NamedFile[],
	read: Readers
): Promise<Omit<ImportedTable, 'issues'>> {
	const imported: ImportedTable[] = [];
	for (const [i, { name, content }] of files.entries())
		imported.push(await read.table(content, name, sources?.[i]?.recipe ?? recipe));
	const [first, ...others] = imported as [ImportedTable, ...ImportedTable[]];
	if (sources === undefined) return first;
	let { table } = first;
	for (const other of others)
		table = (await appendEntityTables(table, other.table, () => Promise.resolve())).table;
	const inputs = sources.map((source, i) => ({
		recipe: source.recipe,
		fingerprint: imported[i]?.fingerprint ?? ''
	}));
	return {
		...first,
		table,
		fingerprint: await fingerprintOfSources(inputs, (bytes) => crypto.subtle.digest('SHA-256', bytes))
	};
}

interface Wanted {
	readonly file: { readonly name: string };
	readonly fingerprint: string;
}

/** For each file that is wanted, the one that it is. */
async function assigned(wanted: readonly Wanted[], files: readonly NamedFile[]): Promise<NamedFile[]> {
	const given = await Promise.all(
		files.map(async (file) => ({ file, fingerprint: await fingerprintOf(file.content) }))
	);
	const found = new Map<Wanted, NamedFile>();
	// One copy serves all parts of it that were read.
	for (const one of wanted) {
		const same = given.find(({ fingerprint }) => fingerprint === one.fingerprint);
		if (same !== undefined) found.set(one, same.file);
	}
	const open = given.filter(({ fingerprint }) => !wanted.some((one) => one.fingerprint === fingerprint));
	const take = (fits: (one: Wanted, file: NamedFile) => boolean): void => {
		for (const one of wanted) {
			if (found.has(one)) continue;
			const at = open.findIndex(({ file }) => fits(one, file));
			if (at >= 0) found.set(one, (open.splice(at, 1)[0] as (typeof open)[number]).file);
		}
	};
	take((one, { name }) => one.file.name === name);
	take(() => true);
	const missing = wanted.filter((one) => !found.has(one));
	if (missing.length > 0) {
		const names = missing.map(({ file }) => file.name).join(', ');
		throw new CoreError('verify-files-missing', { n: missing.length, files: names });
	}
	return wanted.map((one) => found.get(one) as NamedFile);
}
