import type { SnapshotSummary } from '#lib/api/index.ts';
import { ORDER_CUSTOMERS, type Link } from '#lib/core/dataset/link.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import type { Workspace, WorkspaceOrigin, WorkspaceSettings } from '#lib/core/dataset/workspace.ts';
import { linkVersion } from '#lib/core/links/link-versions.ts';
import { versionsOf } from '#lib/core/links/find-link.ts';
import { askedParams } from '#lib/report/rows/asked-params.ts';
import { readRows, type ReadRows } from '#lib/report/rows/read-rows.ts';
import { ORDERS } from '#lib/report/rows/rows-schema.ts';
import {
	listDatasets,
	listSnapshots,
	listWorkspaces,
	receiveWorkspace,
	saveSnapshot,
	type ClienteleDatabase,
	type ReceivedWorkspace
} from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';

/** Longest name of a workspace, in UTF-16 units. */
const nameLimit = 120;

export interface RowsFileAbout {
	readonly file: { readonly name: string; readonly size: number };
	readonly nowMs: number;
	readonly newId: () => string;
	readonly summaryOf: (read: ReadRows) => SnapshotSummary;
}

/**
 * Opens a file with rows as a workspace of its own, and answers its snapshot, which names the workspace. A file that was opened
 * before opens the workspace that it has, wherever it comes from; one in the bin stays there.
 *
 * @throws CoreError what `readRows` and `receiveWorkspace` throw. Nothing of it is kept then.
 */
export async function openRows(
	database: ClienteleDatabase,
	bytes: Uint8Array<ArrayBuffer>,
	about: RowsFileAbout
): Promise<SnapshotSummary> {
	const read = await readRows(bytes, pause);
	const known = await openedBefore(database, read, about);
	if (known !== null) return known;
	const received = receivedFrom(read, about);
	await receiveWorkspace(database, received);
	return received.snapshot.summary;
}

/** The snapshot of the workspace that a file has; it is kept anew where it was deleted. Null where data are not there any more. */
async function openedBefore(
	database: ClienteleDatabase,
	read: ReadRows,
	{ summaryOf }: RowsFileAbout
): Promise<SnapshotSummary | null> {
	const { checksum, snapshotText } = read;
	const workspace = (await listWorkspaces(database)).find(({ origin }) => origin?.checksum === checksum);
	if (workspace === undefined) return null;
	const isWhole = (await listDatasets(database)).some(({ workspaceId }) => workspaceId === workspace.id);
	if (!isWhole) return null;
	const snapshots = await listSnapshots(database);
	const own = snapshots.find(
		({ workspaceId, provenance }) =>
			workspaceId === workspace.id && provenance === workspace.origin?.provenance
	);
	if (own !== undefined) return own;
	const summary = { ...summaryOf(read), workspaceId: workspace.id };
	await saveSnapshot(database, summary, new TextEncoder().encode(snapshotText));
	return summary;
}

function receivedFrom(read: ReadRows, { file, nowMs, newId, summaryOf }: RowsFileAbout): ReceivedWorkspace {
	const { body, orders } = read;
	const id = newId();
	const job = newId();
	const manifest: DatasetManifest = { ...read.manifest, id: newId(), workspaceId: id };
	const tables = body.tables.map((table): TableManifest => ({
		...table.manifest,
		id: newId(),
		workspaceId: id
	}));
	const summary: SnapshotSummary = { ...summaryOf(read), workspaceId: id };
	const rejects = new Uint8Array(0);
	return {
		workspace: workspaceOf(id, read, nowMs),
		dataset: { manifest, table: orders, rejects, job },
		tables: tables.map((own, i) => {
			const table = read.tables[i];
			if (table === undefined) throw new RangeError('a table without its rows');
			return { manifest: own, table, rejects, job };
		}),
		links: body.links.map((link) => linkOf(link, manifest, tables)),
		snapshot: { summary, bytes: new TextEncoder().encode(read.snapshotText) },
		log: {
			...{ at: nowMs, workspaceId: id, kind: 'import', subject: summary.name },
			file: { name: file.name, size: file.size }
		}
	};
}

function workspaceOf(id: string, read: ReadRows, nowMs: number): Workspace {
	const { snapshot, body, checksum } = read;
	const { title, preparedFor, createdAt, provenance, stepsWithheld } = snapshot;
	const frame = snapshot.analyses[0]?.result.frame;
	const asOf = frame?.asOf ?? snapshot.dataset.lastDay;
	const origin: WorkspaceOrigin = {
		...{ checksum, title, preparedFor, provenance, asOf },
		workspace: body.workspace,
		madeAt: createdAt,
		from: frame?.from ?? null,
		params: askedParams(read),
		rules: body.rules,
		beside: body.beside,
		...(stepsWithheld && { stepsWithheld })
	};
	// The snapshot's own days and rule for refunds, whatever its workspace said later.
	const settings: WorkspaceSettings = {
		...body.settings,
		refunds: snapshot.refunds,
		asOf: { kind: 'day', day: asOf }
	};
	const name = (title.replace(/\s+/gu, ' ').trim() || body.workspace).slice(0, nameLimit);
	const { merged, apart } = body.same;
	const isDecided = merged.length + apart.length > 0;
	return {
		...{ id, name, kind: 'client', settings, origin, createdAt: nowMs, deletedAt: null },
		...(isDecided && { sameCustomers: { merged, apart, version: 1 } })
	};
}

function linkOf(
	{ from, to, role, fromColumn, toColumn, rates }: ReadRows['body']['links'][number],
	orders: DatasetManifest,
	tables: readonly TableManifest[]
): Link {
	const endOf = (end: number) => (end === ORDERS ? orders : (tables[end] as TableManifest));
	const column = (end: number, at: number): number => (end === ORDERS ? ORDER_CUSTOMERS : at);
	const [one, other] = [endOf(from), endOf(to)];
	return {
		...{ from: one.id, to: other.id, role, by: 'chosen', rates },
		fromColumn: column(from, fromColumn),
		toColumn: column(to, toColumn),
		of: versionsOf({ version: linkVersion(one) }, { version: linkVersion(other) })
	};
}
