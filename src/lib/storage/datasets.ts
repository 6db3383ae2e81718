import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import type { ClienteleDatabase } from './database.ts';
import { isWholeRecord } from './load-dataset.ts';
import { readableRecords } from './readable-records.ts';
import { isTableRecord, type Current } from './records.ts';
import { pendingWorkspaces } from './receive-workspace.ts';
import { listWorkspaces } from './workspaces.ts';

/** All datasets and tables that exist, those in the bin included, oldest first. */
export async function currentDatasets(database: ClienteleDatabase): Promise<Current[]> {
	const { records } = await readableRecords(database.datasets);
	const pending = await pendingWorkspaces(database);
	return records
		.filter((record) => record.state === 'current')
		.filter(({ workspaceId }) => !pending.includes(workspaceId))
		.sort(
			(a, b) => a.manifest.importedAt - b.manifest.importedAt || (a.manifest.id < b.manifest.id ? -1 : 1)
		);
}

/** Manifests of the datasets outside the bin, oldest first. */
export async function listDatasets(database: ClienteleDatabase): Promise<DatasetManifest[]> {
	return (await openRecords(database)).flatMap((record) => (isTableRecord(record) ? [] : [record.manifest]));
}

/** Manifests of the tables of other entities outside the bin, oldest first. */
export async function listTables(database: ClienteleDatabase): Promise<TableManifest[]> {
	return (await openRecords(database)).flatMap((record) => (isTableRecord(record) ? [record.manifest] : []));
}

async function openRecords(database: ClienteleDatabase): Promise<Current[]> {
	const [records, workspaces] = await Promise.all([currentDatasets(database), listWorkspaces(database)]);
	const open = new Set(workspaces.map(({ id }) => id));
	return records.filter(({ deletedAt, workspaceId }) => deletedAt === null && open.has(workspaceId));
}

/**
 * Ids of datasets (in the bin, of versions) whose record is unreadable or altered, or whose chunks are not all there. Looks at keys and records only:
 * the bytes themselves are compared with their hashes whenever they are read.
 */
export async function damagedDatasets(database: ClienteleDatabase): Promise<string[]> {
	const { unreadable } = await readableRecords(database.datasets);
	const damaged = [...unreadable];
	for (const record of await currentDatasets(database)) {
		const expected = record.columns.reduce((sum, { chunks }) => sum + chunks.length, 0);
		const found = await database.chunks.where('dataset').equals(record.id).count();
		if (found === expected && (await isWholeRecord(record))) continue;
		// A version in the bin speaks for itself, not for the one that has its place.
		damaged.push(record.deletedAt === null ? record.manifest.id : record.id);
	}
	return damaged;
}
