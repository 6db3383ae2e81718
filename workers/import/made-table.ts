import type { ImportJob } from '#lib/api/index.ts';
import type { TableRecipe } from '#lib/core/dataset/recipe.ts';
import { tableSourcesOf } from '#lib/core/dataset/sources.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { tableManifestOf, type ImportedTable, type TableFacts } from '#lib/import/index.ts';
import type { Connection } from '#lib/storage/index.ts';
import { askingAbout, type AskingOfFiles } from './append-file.ts';
import { appendTableFile, joinTableFile, type WholeTable } from './append-table.ts';
import { changedNow, filesAgain, type Read } from './files-again.ts';

interface From {
	/** What the file is added to, or one of several files of; null where the file is all there is. */
	readonly former: TableManifest | null;
	readonly read: Read<TableRecipe, ImportedTable>;
}

/**
 * What becomes of a file of another entity than orders: a table, a part of one that is there, or one that is joined anew from
 * all of its files. Nothing is stored.
 */
export async function madeTable(
	connection: Connection,
	job: ImportJob,
	facts: TableFacts,
	{ former, read }: From,
	asking: AskingOfFiles
): Promise<WholeTable> {
	const { recipe } = facts;
	if (former !== null && job.among !== undefined)
		return joinedAgain({ ...job, recipe }, former, read, asking.signal);
	const imported = await read(job.file, recipe);
	if (former !== null)
		return appendTableFile(connection, former, imported, facts, askingAbout(facts.file.name, asking));
	const { table, rejects } = imported;
	return { manifest: tableManifestOf(imported, facts), table, rejects };
}

/** Newer rows take the place of older ones as they did: there is nothing to ask. */
async function joinedAgain(
	job: ImportJob & { readonly recipe: TableRecipe },
	former: TableManifest,
	read: From['read'],
	signal: AbortSignal
): Promise<WholeTable> {
	const decide = () => Promise.resolve('newer' as const);
	let whole: WholeTable | null = null;
	for await (const { imported, facts } of filesAgain(job, former, tableSourcesOf(former), read)) {
		if (whole === null) {
			const { table, rejects } = imported;
			whole = { manifest: tableManifestOf(imported, facts), table, rejects };
		} else whole = await joinTableFile(whole, imported, facts, { decide, signal });
	}
	if (whole === null) throw new CoreError('storage-not-found');
	return { ...whole, manifest: changedNow(whole.manifest, job, former) };
}
