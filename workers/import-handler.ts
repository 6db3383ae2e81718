import type {
	DecideAppend,
	ImportApi,
	ImportJob,
	MatchedInspection,
	OpenSnapshot,
	Progress,
	Verification
} from '#lib/api/index.ts';
import type { AnyInspection } from '#lib/core/dataset/inspection.ts';
import type { LogEntry } from '#lib/core/dataset/log.ts';
import { isTableRecipe, type ImportRecipe, type TableRecipe } from '#lib/core/dataset/recipe.ts';
import { isTableManifest, type StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import {
	appendedManifest,
	fingerprintOf,
	manifestOf,
	readAgain,
	tableManifestOf,
	type ImportedOrders,
	type FilesReadAgain,
	type ImportedTable,
	type KeptValues,
	type LookBy
} from '#lib/import/index.ts';
import {
	announceChange,
	appendLog,
	collectGarbage,
	forgetJob,
	listDatasets,
	listTables,
	saveDataset,
	saveTable,
	type Connection,
	type DatasetToSave
} from '#lib/storage/index.ts';
import { appendFile, refuseSameFile } from './import/append-file.ts';
import { appendTableFile } from './import/append-table.ts';
import { keptValues } from './import/kept-values.ts';
import { ensureLinks } from './links/ensure-links.ts';
import { sha256 } from './shared/digest.ts';
import { begunEntry, storedEntry } from './shared/import-log.ts';
import { enveloped } from './shared/envelope.ts';
import { pause } from './shared/pause.ts';
import { progressReporter, release } from './shared/progress.ts';

type Report = (progress: Omit<Progress, 'elapsedMs'>) => void;

export interface ImportTools {
	readonly connection: Connection;
	readonly newId: () => string;
	/** Milliseconds from any origin, for progress only. */
	readonly now: () => number;
	readonly inspect: (file: Blob, name: string, by: LookBy) => Promise<AnyInspection>;
	readonly inspectBy: (
		file: Blob,
		name: string,
		recipe: unknown,
		keptOf: KeptValues
	) => Promise<MatchedInspection>;
	readonly importOrders: (
		file: Blob,
		name: string,
		recipe: ImportRecipe,
		hooks: { readonly onProgress: Report; readonly signal: AbortSignal }
	) => Promise<ImportedOrders>;
	readonly verify: (
		snapshot: OpenSnapshot,
		read: FilesReadAgain,
		between: (done: number, total: number) => Promise<void>
	) => Promise<Verification>;
	readonly importTable: (
		file: Blob,
		name: string,
		recipe: TableRecipe,
		hooks: { readonly onProgress: Report; readonly signal: AbortSignal }
	) => Promise<ImportedTable>;
}

/** Stands for a decision in jobs that add to nothing. */
const neverAsked: DecideAppend = () => Promise.resolve(null);

/** Understands files, and brings them into storage, all or nothing. */
export function importHandler(tools: ImportTools): ImportApi {
	const { connection } = tools;
	const jobs = new Map<string, AbortController>();

	/** The manifest of what a job makes a new version of; null where it makes a dataset or table of its own. */
	async function replacedBy({ replaces, appendTo, workspaceId, recipe }: ImportJob) {
		const id = appendTo ?? replaces;
		if (id === undefined) return null;
		const known = await connection.use((database): Promise<StoredManifest[]> =>
			isTableRecipe(recipe) ? listTables(database) : listDatasets(database)
		);
		const found = known.find((one) => one.id === id && one.workspaceId === workspaceId);
		if (found === undefined) throw new CoreError('storage-not-found');
		// One file read anew would be the whole, and the others gone.
		if (replaces !== undefined && found.sources !== undefined)
			throw new CoreError('params-invalid', { method: 'import', param: 'replaces' });
		return found;
	}

	/** A failure that cannot be written down is a failure all the same: the answer says so. */
	async function noteFailure(begun: LogEntry, failed: string): Promise<void> {
		await connection.use((database) => appendLog(database, { ...begun, failed })).catch(() => undefined);
	}

	async function run(
		job: ImportJob,
		begun: LogEntry,
		report: Report,
		decide: DecideAppend,
		signal: AbortSignal
	): Promise<StoredManifest> {
		// Room first: what an import that was ended by force left behind may be what makes this one fail.
		await connection.use(collectGarbage);
		const { file, recipe, jobId } = job;
		const startedAt = tools.now();
		const own = {
			workspaceId: job.workspaceId,
			name: job.datasetName.trim() || file.name,
			file: { name: file.name, size: file.size }
		};
		const original = { ...(job.keepOriginal && { original: { name: file.name, content: file } }) };
		const hooks = { onProgress: report, signal };
		const storing = (rows: number) => ({
			signal,
			onProgress: (done: number, total: number): void =>
				report({ stage: 'storing', done, total, unit: 'bytes', rows })
		});
		const replaced = await replacedBy(job);
		const version = tools.newId();
		const facts = {
			...own,
			id: replaced?.id ?? version,
			importedAt: replaced?.importedAt ?? job.nowMs,
			...(replaced !== null && { changedAt: job.nowMs })
		};
		const replacing = { ...(replaced !== null && { replacing: { version, nowMs: job.nowMs } }) };
		if (replaced !== null && job.appendTo !== undefined) await refuseSameFile(file, replaced);
		if (isTableRecipe(recipe)) {
			const imported = await tools.importTable(file, file.name, recipe, hooks);
			const own = { ...facts, recipe };
			const former =
				replaced !== null && isTableManifest(replaced) && job.appendTo !== undefined ? replaced : null;
			const { manifest, table, rejects } =
				former === null
					? { ...imported, manifest: tableManifestOf(imported, own) }
					: await appendTableFile(connection, former, imported, own, { decide, signal });
			if (job.rehearsal === true) return manifest;
			const log = (): LogEntry => ({
				...begun,
				subject: manifest.name,
				fingerprint: manifest.fingerprint,
				durationMs: Math.round(tools.now() - startedAt)
			});
			// A copy of one file would not be what a table of several was made from.
			const kept = { ...(former === null && original) };
			const toSave = { manifest, table, rejects, job: jobId, log, ...replacing, ...kept };
			return connection.use((database) => saveTable(database, toSave, storing(table.rows)));
		}
		const before = replaced === null || isTableManifest(replaced) ? null : replaced;
		const imported = await tools.importOrders(file, file.name, recipe, hooks);
		const appended =
			before === null || job.appendTo === undefined
				? null
				: await appendFile(connection, before, imported, { decide, signal });
		const { table, rejects } = appended ?? imported;
		const manifest =
			before === null || appended === null
				? manifestOf(imported, { ...facts, recipe })
				: await appendedManifest(before, appended, { ...facts, recipe, changedAt: job.nowMs }, sha256);
		if (job.rehearsal === true) return manifest;
		const dataset: DatasetToSave = {
			manifest,
			table,
			rejects,
			// Of a dataset of several files only the counts are known together.
			...(appended === null && { issues: imported.groups }),
			job: jobId,
			log: () => storedEntry(begun, manifest, Math.round(tools.now() - startedAt)),
			...replacing,
			// A copy of one file would not be what a dataset of several was made from.
			...(appended === null && original)
		};
		return connection.use((database) => saveDataset(database, dataset, storing(table.rows)));
	}

	/** Links to the other tables of the workspace. What was stored is stored, whatever comes of it: they can be found later. */
	async function link(workspaceId: string, signal: AbortSignal): Promise<void> {
		const turn = async (): Promise<void> => {
			await pause();
			if (signal.aborted) throw new CoreError('cancelled');
		};
		await ensureLinks(connection, workspaceId, turn).catch(() => undefined);
	}

	return {
		inspect: (file, by) => enveloped(() => tools.inspect(file, file.name, by)),
		inspectBy: (file, recipe) =>
			enveloped(() => tools.inspectBy(file, file.name, recipe, keptValues(connection, recipe))),
		fingerprint: (file) => enveloped(() => fingerprintOf(file)),
		async run(job, onProgress, decide = neverAsked) {
			const controller = new AbortController();
			const told: { begun?: LogEntry } = {};
			const answer = await enveloped(async () => {
				// Two runs of one name could not be told apart when one is to be cancelled or undone.
				if (jobs.has(job.jobId)) throw new CoreError('params-invalid', { method: 'import', param: 'jobId' });
				jobs.set(job.jobId, controller);
				const begun = await begunEntry(job);
				told.begun = begun;
				return run(job, begun, progressReporter(onProgress, tools.now), decide, controller.signal);
			});
			if (answer.ok && job.rehearsal !== true) await link(job.workspaceId, controller.signal);
			if (jobs.get(job.jobId) === controller) jobs.delete(job.jobId);
			release(onProgress);
			release(decide);
			if (job.rehearsal === true) return answer;
			if (answer.ok) announceChange();
			else if (told.begun !== undefined) await noteFailure(told.begun, answer.error.code);
			return answer;
		},
		async verify(jobId, snapshot, files, onProgress) {
			const controller = new AbortController();
			const { signal } = controller;
			const report = progressReporter(onProgress, tools.now);
			jobs.set(jobId, controller);
			const answer = await enveloped(async () => {
				const hooks = { onProgress: report, signal };
				const given = files.map((file) => ({ name: file.name, content: file }));
				const read = await readAgain(snapshot, given, {
					orders: (file, name, recipe) => tools.importOrders(file, name, recipe, hooks),
					table: (file, name, recipe) => tools.importTable(file, name, recipe, hooks)
				});
				const rows = read.orders.reduce((sum, { table }) => sum + table.rows, 0);
				return tools.verify(snapshot, read, async (done, total) => {
					report({ stage: 'computing', done, total, unit: 'rows', rows });
					await pause();
					if (signal.aborted) throw new CoreError('cancelled');
				});
			});
			jobs.delete(jobId);
			release(onProgress);
			return answer;
		},
		cancel: async (jobId) => jobs.get(jobId)?.abort(),
		discard: (jobId) =>
			enveloped(async () => {
				await connection.use((database) => forgetJob(database, jobId));
				announceChange();
				return null;
			})
	};
}
