import type { Progress } from '#lib/api/index.ts';
import { isCoded, type RowsVerification } from '#lib/core/dataset/workspace.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { LinkedTables } from '#lib/core/links/linked-tables.ts';
import { readSnapshot } from '#lib/report/index.ts';
import { verifyRows } from '#lib/report/rows/verify-rows.ts';
import {
	listDatasets,
	listSnapshots,
	listWorkspaces,
	loadEntityTable,
	loadSnapshot,
	loadTable,
	noteVerified,
	type Connection
} from '#lib/storage/index.ts';
import { linkedTablesOf } from '../analysis/linked-tables-of.ts';
import { pause } from '../shared/pause.ts';

interface Watched {
	readonly report: (progress: Omit<Progress, 'elapsedMs'>) => void;
	readonly signal: AbortSignal;
}

/**
 * Computes the snapshot that a workspace was opened from again, from the rows as they are stored,
 * and keeps the answer with the workspace.
 *
 * @throws CoreError `storage-not-found` where workspace, dataset or snapshot are gone; `cancelled`.
 */
export async function verifiedRows(
	connection: Connection,
	workspaceId: string,
	{ report, signal }: Watched
): Promise<RowsVerification> {
	const [workspaces, datasets, snapshots] = await connection.use(async (database) =>
		Promise.all([listWorkspaces(database), listDatasets(database), listSnapshots(database)])
	);
	const workspace = workspaces.find(({ id }) => id === workspaceId);
	const origin = workspace?.origin;
	const dataset = datasets.find((one) => one.workspaceId === workspaceId);
	const kept = snapshots.find(
		(one) => one.workspaceId === workspaceId && one.provenance === origin?.provenance
	);
	if (dataset === undefined || kept === undefined) throw new CoreError('storage-not-found');
	const bytes = await connection.use((database) => loadSnapshot(database, kept.id));
	const snapshot = readSnapshot(new TextDecoder().decode(bytes));
	const { table: orders, manifest } = await connection.use((database) => loadTable(database, dataset.id));
	const linked = await withRows(connection, await linkedTablesOf(connection, manifest));
	const { refunds } = snapshot;
	const merged = workspace?.sameCustomers?.merged ?? [];
	const verified = await verifyRows(
		snapshot,
		{ manifest, orders, merged, coded: isCoded(origin), rules: origin?.rules ?? [], refunds, linked },
		async (done, total) => {
			report({ stage: 'computing', done, total, unit: 'rows', rows: orders.rows });
			await pause();
			if (signal.aborted) throw new CoreError('cancelled');
		}
	);
	await connection.use((database) => noteVerified(database, workspaceId, verified));
	return verified;
}

function withRows(connection: Connection, { tables }: LinkedTables) {
	return Promise.all(
		tables.map(async ({ manifest, column }) => ({
			manifest,
			column,
			table: (await connection.use((database) => loadEntityTable(database, manifest.id))).table
		}))
	);
}
