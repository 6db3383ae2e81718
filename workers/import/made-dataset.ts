import type { ImportJob } from '#lib/api/index.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { chosenRule, sourcesOf } from '#lib/core/dataset/sources.ts';
import { CoreError } from '#lib/core/errors.ts';
import { appendedManifest, manifestOf, type ImportedOrders, type ManifestFacts } from '#lib/import/index.ts';
import type { Connection, DatasetToSave } from '#lib/storage/index.ts';
import { sha256 } from '../shared/digest.ts';
import { appendFile, askingAbout, joinFile, type AskingOfFiles } from './append-file.ts';
import { changedNow, filesAgain, type Read } from './files-again.ts';

/** Orders as they are to be stored. */
type MadeDataset = Pick<DatasetToSave, 'manifest' | 'table' | 'rejects' | 'issues'>;

interface From {
	/** What the file is added to, or one of several files of; null where the file is all there is. */
	readonly former: DatasetManifest | null;
	readonly read: Read<ImportRecipe, ImportedOrders>;
}

/**
 * What becomes of a file of orders: a dataset, a part of one that is there, or one that is joined anew from all of its files.
 * Of a dataset of several files only the counts of what is wrong are known together. Nothing is stored.
 */
export async function madeDataset(
	connection: Connection,
	job: ImportJob,
	facts: ManifestFacts,
	{ former, read }: From,
	asking: AskingOfFiles
): Promise<MadeDataset> {
	const { recipe } = facts;
	if (former !== null && job.among !== undefined)
		return joinedAgain({ ...job, recipe }, former, read, asking);
	const imported = await read(job.file, recipe);
	if (former === null) {
		const { table, rejects, groups } = imported;
		return { manifest: manifestOf(imported, facts), table, rejects, issues: groups };
	}
	const appended = await appendFile(connection, former, imported, askingAbout(facts.file.name, asking));
	const manifest = await appendedManifest(former, appended, { ...facts, changedAt: job.nowMs }, sha256);
	return { manifest, table: appended.table, rejects: appended.rejects };
}

/** By the rules of before; where orders contradict that did not, it is asked about them. */
async function joinedAgain(
	job: ImportJob & { readonly recipe: ImportRecipe },
	former: DatasetManifest,
	read: From['read'],
	{ decide, signal }: AskingOfFiles
): Promise<MadeDataset> {
	const sources = sourcesOf(former);
	let whole: MadeDataset | null = null;
	let place = 0;
	for await (const { imported, facts } of filesAgain(job, former, sources, read)) {
		const source = sources[place++];
		if (whole === null) {
			const { table, rejects } = imported;
			whole = { manifest: manifestOf(imported, facts), table, rejects };
			continue;
		}
		const joined = await joinFile(whole, imported, {
			signal,
			decide: async (comparison) => {
				const isChanged = 'changed' in comparison && comparison.changed.orders > 0;
				if (!isChanged) return source?.rule ?? 'newer';
				return (source && chosenRule(source, former)) ?? decide(comparison, facts.file.name);
			}
		});
		const { table, rejects } = joined;
		whole = { manifest: await appendedManifest(whole.manifest, joined, facts, sha256), table, rejects };
	}
	if (whole === null) throw new CoreError('storage-not-found');
	return { ...whole, manifest: changedNow(whole.manifest, job, former) };
}
