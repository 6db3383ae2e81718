import type { ReportAgain } from '#lib/api/index.ts';
import { readSnapshotInTurns, reportAgain } from '#lib/report/index.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { loadSnapshot, type Connection } from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';

/**
 * What the report of a kept snapshot is made from.
 *
 * @throws CoreError `storage-not-found`, `storage-damaged`, `snapshot-invalid`.
 */
export async function inputAgain(connection: Connection, request: ReportAgain): Promise<ReportInput> {
	const bytes = await connection.use((database) => loadSnapshot(database, request.snapshot));
	return reportAgain(await readSnapshotInTurns(bytes, pause), request);
}
