import type { AnalysisRequest, Envelope, ImportJob } from '#lib/api/index.ts';
import { importOrders, importTable, inspectBy, inspectFile } from '#lib/import/index.ts';
import { openAge, readSnapshotInTurns, verifySnapshot, writeReport } from '#lib/report/index.ts';
import { connect, createWorkspace, loadLinks, type Connection } from '#lib/storage/index.ts';
import { analysisHandler } from '../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../workers/analysis/provenance.ts';
import { importHandler } from '../../../workers/import-handler.ts';
import { libraryHandler } from '../../../workers/library-handler.ts';
import { definitions, findMethod } from './shop.ts';

/** What was answered; throws what was refused. */
export function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(`${envelope.error.code} ${JSON.stringify(envelope.error)}`);
	return envelope.value;
}

/** A workspace into which files are imported one after the other, as the page does it. */
export async function workspace() {
	const connection: Connection = connect();
	await connection.use((database) =>
		createWorkspace(database, { id: 'w', name: 'Client', kind: 'client', nowMs: 1 })
	);
	let ids = 0;
	let jobs = 0;
	const newId = () => `d${++ids}`;
	const importing = importHandler({
		connection,
		newId,
		now: () => 0,
		inspect: inspectFile,
		inspectBy,
		verify: verifySnapshot,
		importOrders,
		importTable
	});
	const library = libraryHandler({
		connection,
		newId,
		now: () => 0,
		writeCsv: () => Promise.reject(new Error('none')),
		writeRows: () => Promise.reject(new Error('none')),
		writeTemplate: () => Promise.reject(new Error('none')),
		readSnapshot: (file) => readSnapshotInTurns(file, async () => undefined),
		unseal: openAge
	});
	const analysis = analysisHandler({
		connection,
		definitions,
		findMethod,
		provenance: provenanceOf,
		writeReport,
		now: () => 0
	});
	async function take(name: string, text: string, change: Partial<ImportJob> = {}) {
		const file = new File([text], name);
		const { recipe } = valueOf(await importing.inspect(file, null));
		const job: ImportJob = {
			jobId: `${name} ${++jobs}`,
			workspaceId: 'w',
			datasetName: name.replace('.csv', ''),
			file,
			recipe,
			keepOriginal: false,
			nowMs: ids,
			...change
		};
		return valueOf(
			await importing.run(
				job,
				() => undefined,
				async () => 'newer'
			)
		);
	}
	const links = () => connection.use((database) => loadLinks(database, 'w'));
	return { connection, library, analysis, importing, take, links };
}

/** A question about everything up to the latest order. */
export const ask = (method: string, params: AnalysisRequest['params'] = {}): AnalysisRequest => ({
	method,
	params,
	frame: { asOf: null, from: null, weekStart: 1 },
	refunds: 'net'
});
