import type { LibraryApi, OpenSnapshot, SnapshotSummary, StoredLists } from '#lib/api/index.ts';
import type { LogKind } from '#lib/core/dataset/log.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { profileEntityTable } from '#lib/core/profile/profile-entity-table.ts';
import { profileTable } from '#lib/core/profile/profile-table.ts';
import {
	announceChange,
	appendLog,
	binDataset,
	binKeepsMs,
	binSnapshot,
	binWorkspace,
	collectGarbage,
	createWorkspace,
	currentDatasets,
	currentSchema,
	damagedDatasets,
	decideSameCustomers,
	describeSnapshot,
	dropOriginals,
	estimateStorage,
	inventoryOf,
	listBin,
	listDatasets,
	listLog,
	listSnapshots,
	listTables,
	listWorkspaces,
	loadEntityTable,
	loadIssues,
	loadOriginal,
	originalsOf,
	loadRejects,
	loadSnapshot,
	loadTable,
	purgeBin,
	restoreVersion,
	saveSnapshot,
	storedBytes,
	updateWorkspace,
	type ClienteleDatabase,
	type Connection,
	type Current
} from '#lib/storage/index.ts';
import type { CsvCell } from '#lib/report/csv.ts';
import { isRowsFile } from '#lib/report/rows/is-rows-file.ts';
import { enveloped } from './shared/envelope.ts';
import { snapshotBytes, type Unseal } from './shared/snapshot-bytes.ts';

export interface LibraryTools {
	readonly connection: Connection;
	readonly newId: () => string;
	/** For the log: milliseconds since 1970 UTC. */
	readonly now: () => number;
	/** Rows as a CSV file. */
	readonly writeCsv: (headers: readonly string[], rows: readonly (readonly CsvCell[])[]) => Promise<string>;
	/** Rows as a Parquet file. */
	readonly writeRows: (table: OrderTable, recipe: ImportRecipe) => Promise<Uint8Array<ArrayBuffer>>;
	/** An empty workbook with a header. */
	readonly writeTemplate: (headers: readonly string[], name: string) => Promise<Blob>;
	/** Checks a snapshot file and revives its tables. */
	readonly readSnapshot: (file: Uint8Array<ArrayBuffer>) => Promise<OpenSnapshot>;
	/** Opens a file that was locked with a passphrase. */
	readonly unseal: Unseal;
}

/** Loaded when links are looked at: the first screen does without. */
const linking = () => import('./links/links.ts');

/** Loaded when a snapshot comes with its rows. */
const withRows = () => import('./rows/open-rows.ts');

/** The records of everything stored: workspaces, datasets and snapshots. */
export function libraryHandler(tools: LibraryTools): LibraryApi {
	const { connection, newId, readSnapshot, unseal } = tools;
	const csvFile = async (...table: Parameters<LibraryTools['writeCsv']>) =>
		new Blob([await tools.writeCsv(...table)], { type: 'text/csv;charset=utf-8' });
	/** A change: done on the database, then told to the other threads and tabs. */
	function changing<T>(change: Parameters<typeof connection.use<T>>[0]) {
		return enveloped(async () => {
			const value = await connection.use(change);
			announceChange();
			return value;
		});
	}
	const done = (change: Parameters<typeof connection.use<void>>[0]) =>
		changing(async (database) => {
			await change(database);
			return null;
		});

	/** A line in the log of a workspace. */
	const note = (database: ClienteleDatabase, kind: LogKind, workspaceId: string, subject: string) =>
		appendLog(database, { at: tools.now(), workspaceId, kind, subject });

	async function binned(database: ClienteleDatabase, id: string, deletedAt: number | null): Promise<void> {
		const { workspaceId, name } = await binSnapshot(database, id, deletedAt);
		if (workspaceId === undefined) return;
		await note(database, deletedAt === null ? 'restore' : 'delete', workspaceId, name);
	}

	async function lists(): Promise<StoredLists> {
		const estimate = await estimateStorage();
		return connection.use(async (database) => {
			const [workspaces, datasets, tables, snapshots, bin, records] = await Promise.all([
				listWorkspaces(database),
				listDatasets(database),
				listTables(database),
				listSnapshots(database),
				listBin(database),
				currentDatasets(database)
			]);
			// Of a workspace in the bin the datasets are there too, only out of sight.
			const inventory = inventoryOf(records, snapshots);
			return {
				workspaces,
				datasets,
				tables,
				snapshots,
				bin,
				originals: keptFiles(records),
				inventory,
				storage: { ...estimate, schema: currentSchema }
			};
		});
	}

	return {
		start: (nowMs) =>
			enveloped(async () => {
				const found = await connection.use(async (database) => {
					const collected = await collectGarbage(database);
					await purgeBin(database, nowMs - binKeepsMs);
					return { collected, damaged: await damagedDatasets(database) };
				});
				return { ...(await lists()), ...found };
			}),
		list: () => enveloped(lists),
		createWorkspace: (name, nowMs, kind = 'client') =>
			changing((database) => createWorkspace(database, { id: newId(), name, kind, nowMs })),
		updateWorkspace: (workspace) =>
			changing(async (database) => {
				const before = (await listWorkspaces(database)).find(({ id }) => id === workspace.id);
				const after = await updateWorkspace(database, workspace);
				if (before?.name !== after.name) await note(database, 'rename', after.id, after.name);
				return after;
			}),
		decideSameCustomers: (workspaceId, decision) =>
			changing((database) => decideSameCustomers(database, workspaceId, decision)),
		deleteWorkspace: (id, nowMs) =>
			done(async (database) => {
				const { name } = await binWorkspace(database, id, nowMs);
				await note(database, 'delete', id, name);
			}),
		restoreWorkspace: (id) =>
			done(async (database) => {
				const { name } = await binWorkspace(database, id, null);
				await note(database, 'restore', id, name);
			}),
		deleteDataset: (id, nowMs) =>
			changing(async (database) => {
				const binned = await binDataset(database, id, nowMs);
				await note(database, 'delete', binned.workspaceId, binned.manifest.name);
				return binned.id;
			}),
		restoreDataset: (version) =>
			enveloped(async () => {
				const { workspaceId } = await connection.use(async (database) => {
					const restored = await restoreVersion(database, version);
					await note(database, 'restore', restored.workspaceId, restored.manifest.name);
					return restored;
				});
				// Links are by the place of columns, which another version has elsewhere. It is back, whatever comes of them.
				await linking()
					.then(({ workspaceLinks }) => workspaceLinks(connection, workspaceId))
					.catch(() => undefined);
				announceChange();
				return null;
			}),
		original: (datasetId, fingerprint) =>
			enveloped(
				async () =>
					(await connection.use((database) => loadOriginal(database, datasetId, fingerprint))).content
			),
		dropOriginals: (datasetId) =>
			done(async (database) => {
				const { workspaceId, manifest } = await dropOriginals(database, datasetId);
				await note(database, 'original', workspaceId, manifest.file.name);
			}),
		issues: (datasetId) => enveloped(() => connection.use((database) => loadIssues(database, datasetId))),
		log: (entry) =>
			enveloped(async () => {
				await connection.use((database) => appendLog(database, entry));
				return null;
			}),
		logOf: (workspaceId) => enveloped(() => connection.use((database) => listLog(database, workspaceId))),
		csv: (headers, rows) => enveloped(() => csvFile(headers, rows)),
		template: (form, headers, name) =>
			enveloped(() => (form === 'csv' ? csvFile(headers, []) : tools.writeTemplate(headers, name))),
		links: (workspaceId) => enveloped(async () => (await linking()).workspaceLinks(connection, workspaceId)),
		chooseLink: (workspaceId, choice) =>
			enveloped(async () => {
				const link = await (await linking()).chooseLink(connection, workspaceId, choice);
				announceChange();
				return link;
			}),
		orphans: (...args) => enveloped(async () => (await linking()).listOrphans(connection, ...args)),
		rejects: (datasetId) =>
			enveloped(async () => {
				const bytes = await connection.use((database) => loadRejects(database, datasetId));
				return new Blob([bytes], { type: 'text/csv;charset=utf-8' });
			}),
		rows: (datasetId) =>
			enveloped(async () => {
				const { table, manifest } = await connection.use((database) => loadTable(database, datasetId));
				return new Blob([await tools.writeRows(table, manifest.recipe)], {
					type: 'application/vnd.apache.parquet'
				});
			}),
		profile: (datasetId) =>
			enveloped(async () => {
				const { table } = await connection.use((database) => loadTable(database, datasetId));
				return profileTable(table);
			}),
		profileTable: (tableId) =>
			enveloped(async () => {
				const { table } = await connection.use((database) => loadEntityTable(database, tableId));
				return profileEntityTable(table);
			}),
		addSnapshot: (file, nowMs, passphrase, kept) =>
			changing(async (database) => {
				const bytes = await snapshotBytes(file, passphrase, unseal);
				const about = { id: newId(), name: file.name, nowMs, bytes: bytes.length };
				if (kept === undefined && isRowsFile(bytes)) {
					const summarised = ({ snapshot }: { snapshot: OpenSnapshot }) => summaryOf(snapshot, about);
					return (await withRows()).openRows(database, bytes, { file, nowMs, newId, summaryOf: summarised });
				}
				const snapshot = await readSnapshot(bytes);
				const summary = { ...summaryOf(snapshot, about), ...kept };
				await saveSnapshot(database, summary, bytes);
				if (kept !== undefined) await note(database, 'keep', kept.workspaceId, summary.name);
				return summary;
			}),
		describeSnapshot: (id, name, words) =>
			done(async (database) => {
				const { workspaceId } = await describeSnapshot(database, id, { name, note: words });
				if (workspaceId !== undefined) await note(database, 'rename', workspaceId, name);
			}),
		snapshot: (id) =>
			enveloped(async () => {
				const bytes = await connection.use((database) => loadSnapshot(database, id));
				const snapshot = await readSnapshot(bytes);
				// Of every customer: the page has no use for them, and would stand still while they cross.
				return { ...snapshot, standings: null };
			}),
		deleteSnapshot: (id, nowMs) => done((database) => binned(database, id, nowMs)),
		restoreSnapshot: (id) => done((database) => binned(database, id, null)),
		emptyBin: () => done((database) => purgeBin(database, Infinity)),
		eraseEverything: () =>
			enveloped(async () => {
				await connection.erase();
				announceChange();
				return null;
			})
	};
}

function keptFiles(records: readonly Current[]): StoredLists['originals'] {
	return Object.fromEntries(
		records.flatMap((record) => {
			const kept = originalsOf(record);
			if (record.deletedAt !== null || kept.length === 0) return [];
			const states = kept.map((original) => {
				const { fingerprint, name, size } = original;
				return { fingerprint, name, size, stored: storedBytes(original) };
			});
			return [[record.manifest.id, states] as const];
		})
	);
}

function summaryOf(
	snapshot: OpenSnapshot,
	{ id, name, nowMs, bytes }: { id: string; name: string; nowMs: number; bytes: number }
): SnapshotSummary {
	const asOf = (snapshot.analyses[0]?.result ?? snapshot.disclosed?.sections[0])?.frame.asOf;
	return {
		id,
		name: snapshot.title.trim() || name,
		createdAt: snapshot.createdAt,
		addedAt: nowMs,
		methods: [...new Set(snapshot.analyses.map(({ result }) => result.method))],
		provenance: snapshot.provenance,
		bytes,
		deletedAt: null,
		...(asOf !== undefined && { asOf })
	};
}
