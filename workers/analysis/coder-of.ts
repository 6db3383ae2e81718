import { coderWith, type Coder } from '#lib/report/disclose/pseudonyms.ts';
import { sharingKey, type Connection } from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';

/** The coder of a workspace, by the key that is kept with it. Throws `crypto-unavailable`, `storage-not-found`. */
export async function coderOf(connection: Connection, workspaceId: string): Promise<Coder> {
	return coderWith(await connection.use((database) => sharingKey(database, workspaceId)), pause);
}
