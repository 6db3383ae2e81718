import type { LogEntry } from '#lib/core/dataset/log.ts';
import type { ClienteleDatabase } from './database.ts';
import { isLostError } from './errors.ts';
import type { LogRecord } from './records.ts';

/** Adds a line to the log. Lines are never changed; they go with their workspace. */
export async function appendLog(database: ClienteleDatabase, entry: LogEntry): Promise<void> {
	// A copy: the database writes its number into what it is given.
	await database.log.add({ ...entry });
}

/** The log of a workspace, latest first; what the browser cannot give back of it is left out. */
export async function listLog(database: ClienteleDatabase, workspaceId: string): Promise<LogEntry[]> {
	const entries: LogEntry[] = [];
	for (const key of await database.log.where('workspaceId').equals(workspaceId).primaryKeys()) {
		try {
			const record = await database.log.get(key);
			if (record !== undefined) entries.push(entryOf(record));
		} catch (thrown) {
			if (!isLostError(thrown)) throw thrown;
		}
	}
	return entries.reverse();
}

function entryOf({ id: _, ...entry }: LogRecord): LogEntry {
	return entry;
}
