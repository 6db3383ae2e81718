import type { BenchmarkClient, BenchmarkRead, OpenSnapshot } from '#lib/api/index.ts';
import { clientOf } from '#lib/report/benchmark/client-of.ts';
import { openAge } from '#lib/report/protect/age-file.ts';
import { readSnapshotInTurns } from '#lib/report/snapshot/read-in-turns.ts';
import { loadSnapshot } from '#lib/storage/index.ts';
import { snapshotBytes } from '../../shared/snapshot-bytes.ts';
import { stateNow, turn, type StateTools } from '../comparison/states.ts';

export { benchmarkOf } from '#lib/core/benchmark/benchmark-of.ts';
export { benchmarkFile } from '#lib/report/benchmark/benchmark-sheets.ts';

type BenchmarkTools = Pick<StateTools, 'session' | 'connection' | 'definitions' | 'signal'>;

/**
 * What of a client's state may be held against others. The state itself, which may hold results and where customers stand,
 * is let go of here.
 *
 * @throws CoreError `benchmark-nothing`; what reading a snapshot or answering for now throws.
 */
export async function benchmarkClient(read: BenchmarkRead, tools: BenchmarkTools): Promise<BenchmarkClient> {
	const { name, hideBelow, source } = read;
	const from = source.kind;
	return clientOf(await stateOf(read, tools), { from, name, hideBelow });
}

async function stateOf(
	{ source, appVersion, nowMs }: BenchmarkRead,
	tools: BenchmarkTools
): Promise<OpenSnapshot> {
	const opened = (bytes: Uint8Array<ArrayBuffer>) => readSnapshotInTurns(bytes, () => turn(tools.signal));
	switch (source.kind) {
		case 'file':
			return opened(await snapshotBytes(source.file, source.passphrase, openAge));
		case 'kept':
			return opened(await tools.connection.use((database) => loadSnapshot(database, source.id)));
		case 'now': {
			const { snapshot } = await stateNow({ now: source.asked, appVersion, nowMs }, null, tools);
			const { dataset } = snapshot;
			return { ...snapshot, dataset: { ...dataset, currency: dataset.currency ?? source.currency } };
		}
	}
}
