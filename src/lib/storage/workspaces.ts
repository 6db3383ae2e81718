import type {
	RowsVerification,
	SettingsChange,
	Workspace,
	WorkspaceChange,
	WorkspaceSettings
} from '#lib/core/dataset/workspace.ts';
import { paramsAfter } from '#lib/core/dataset/origin-params.ts';
import { CoreError } from '#lib/core/errors.ts';
import { decide, undecided } from '#lib/core/identity/decide.ts';
import type { SameCustomers, SameDecision } from '#lib/core/identity/types.ts';
import type { ClienteleDatabase } from './database.ts';
import { readableRecords } from './readable-records.ts';
import { liveVersion } from './versions.ts';
import type { WorkspaceRecord } from './records.ts';

/** Longest name of a workspace, in UTF-16 units. */
const nameLimit = 120;

/** Names are shown in one line: blanks are collapsed. Throws `params-invalid` for an empty or endless one. */
function checkedName(name: string): string {
	const trimmed = name.replace(/\s+/gu, ' ').trim();
	if (trimmed === '' || trimmed.length > nameLimit) throw new CoreError('params-invalid', { param: 'name' });
	return trimmed;
}

/** Without what stays in storage. */
function handedOut({ sharingKey: _, pending: __, ...workspace }: WorkspaceRecord): Workspace {
	return workspace;
}

/** Workspaces outside the bin, oldest first. */
export async function listWorkspaces(database: ClienteleDatabase): Promise<Workspace[]> {
	const { records } = await readableRecords(database.workspaces);
	return records
		.filter(({ deletedAt, pending }) => deletedAt === null && pending === undefined)
		.map(handedOut)
		.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Makes a workspace with the default settings: weeks from Monday, refunds netted. */
export async function createWorkspace(
	database: ClienteleDatabase,
	{ id, name, kind, nowMs }: { id: string; name: string; kind: Workspace['kind']; nowMs: number }
): Promise<Workspace> {
	const workspace: Workspace = {
		id,
		name: checkedName(name),
		kind,
		settings: { weekStart: 1, refunds: 'net' },
		createdAt: nowMs,
		deletedAt: null
	};
	await database.workspaces.add(workspace);
	return workspace;
}

/**
 * Changes what is named, setting by setting, in one transaction: two who change different settings at a time, in two
 * tabs perhaps, both get what they wanted. Throws `storage-not-found`.
 */
export function updateWorkspace(database: ClienteleDatabase, change: WorkspaceChange): Promise<Workspace> {
	const name = change.name === undefined ? null : checkedName(change.name);
	return database.transaction('rw', database.workspaces, async () => {
		const stored = await database.workspaces.get(change.id);
		if (stored === undefined || stored.deletedAt !== null) throw new CoreError('storage-not-found');
		const settings = changedSettings(stored.settings, change.settings ?? {});
		const { origin } = stored;
		const next: WorkspaceRecord = {
			...{ ...stored, name: name ?? stored.name, settings },
			...(origin && {
				origin: { ...origin, params: paramsAfter(origin.params, stored.settings, settings) }
			})
		};
		await database.workspaces.put(next);
		return handedOut(next);
	});
}

function changedSettings(stored: WorkspaceSettings, change: SettingsChange): WorkspaceSettings {
	const all = Object.entries({ ...stored, ...change }).filter(([, value]) => value !== undefined);
	// Those without a default are there: `undefined` stands for a default alone.
	return { weekStart: stored.weekStart, refunds: stored.refunds, ...Object.fromEntries(all) };
}

/** Which customers of a dataset's workspace were decided to be one. */
export async function sameCustomersOf(
	database: ClienteleDatabase,
	datasetId: string
): Promise<SameCustomers> {
	const workspaceId = (await liveVersion(database, datasetId))?.workspaceId ?? '';
	return (await database.workspaces.get(workspaceId))?.sameCustomers ?? undecided;
}

/** Notes what came of computing a snapshot again from the rows that came with it. Throws `storage-not-found`. */
export function noteVerified(
	database: ClienteleDatabase,
	workspaceId: string,
	verified: RowsVerification
): Promise<void> {
	return database.transaction('rw', database.workspaces, async () => {
		const stored = await database.workspaces.get(workspaceId);
		if (stored?.origin === undefined) throw new CoreError('storage-not-found');
		await database.workspaces.put({ ...stored, origin: { ...stored.origin, verified } });
	});
}

/** What was opened from a snapshot stays as it came: its numbers are compared with the snapshot's. */
function refuseReceived(workspace: Pick<Workspace, 'origin'> | undefined): void {
	if (workspace?.origin !== undefined) throw new CoreError('workspace-read-only');
}

/** Throws `workspace-read-only` where customers and links of a workspace stay as they came. */
export async function refuseChange(database: ClienteleDatabase, workspaceId: string): Promise<void> {
	refuseReceived(await database.workspaces.get(workspaceId));
}

/** Takes one more decision about which customers are one. Throws `storage-not-found`, `workspace-read-only`. */
export function decideSameCustomers(
	database: ClienteleDatabase,
	workspaceId: string,
	decision: SameDecision
): Promise<Workspace> {
	return database.transaction('rw', database.workspaces, async () => {
		const stored = await database.workspaces.get(workspaceId);
		if (stored === undefined || stored.deletedAt !== null) throw new CoreError('storage-not-found');
		refuseReceived(stored);
		const next = { ...stored, sameCustomers: decide(stored.sameCustomers ?? undecided, decision) };
		await database.workspaces.put(next);
		return handedOut(next);
	});
}

/** Moves a workspace (and with it, its datasets) to the bin, or out of it (null). Answers it. Throws `storage-not-found`. */
export function binWorkspace(
	database: ClienteleDatabase,
	id: string,
	deletedAt: number | null
): Promise<Workspace> {
	return database.transaction('rw', database.workspaces, async () => {
		const stored = await database.workspaces.get(id);
		if (stored === undefined) throw new CoreError('storage-not-found');
		await database.workspaces.put({ ...stored, deletedAt });
		return stored;
	});
}
