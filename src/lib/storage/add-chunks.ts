import type { ClienteleDatabase } from './database.ts';
import type { ChunkRecord } from './records.ts';

/** Adds chunks in one transaction; when it fails, throws what the transaction itself failed of. */
export async function addChunks(database: ClienteleDatabase, records: readonly ChunkRecord[]): Promise<void> {
	let own: IDBTransaction | undefined;
	try {
		await database.transaction('rw', database.chunks, async (transaction) => {
			own = transaction.idbtrans;
			await database.chunks.bulkAdd(records);
		});
	} catch (thrown) {
		// Each write on its way only says that it was aborted; that the disk is full, the transaction knows.
		const reason: unknown = own?.error;
		throw reason instanceof DOMException ? reason : thrown;
	}
}
