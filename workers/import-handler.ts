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
import {
	isTableRecipe,
	type AnyRecipe,
	type ImportRecipe,
	type TableRecipe
} from '#lib/core/dataset/recipe.ts';
import { isTableManifest, type StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import {
	fingerprintOf,
	readAgain,
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
	keepFiles,
	listDatasets,
	listTables,
	saveDataset,
	saveTable,
	whileWanted,
	type Connection,
	type DatasetToSave,
	type OriginalFile
} from '#lib/storage/index.ts';
import { refuseSameFile } from './import/append-file.ts';
import { filesToKeep } from './import/files-to-keep.ts';
import { keptValues } from './import/kept-values.ts';
import { madeDataset } from './import/made-dataset.ts';
import { madeTable } from './import/made-table.ts';
import { progressOfFiles } from './import/progress-of-files.ts';
import { ReadAhead } from './import/read-ahead.ts';
import { ensureLinks } from './links/ensure-links.ts';
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

const printsOf = (files: readonly OriginalFile[]): string[] => files.map(({ fingerprint }) => fingerprint);

/** Stands for a decision in jobs that add to nothing. */
const neverAsked: DecideAppend = () => Promise.resolve(null);

/** Understands files, and brings them into storage, all or nothing. */
export function importHandler(tools: ImportTools): ImportApi {
	const { connection } = tools;
	const jobs = new Map<string, AbortController>();
	const stop = (jobId: string): void => jobs.get(jobId)?.abort();
	const ahead = new ReadAhead(tools.now);
	/** What was cancelled is answered before what it wrote is freed, and what was stored before its file is kept; the next import waits. */
	let rest: Promise<unknown> = Promise.resolve();
	const goOn = (task: Promise<unknown>): void => void (rest = Promise.allSettled([rest, task]));

	/** The manifest of what a job makes a new version of; null where it makes a dataset or table of its own. */
	async function replacedBy({ replaces, appendTo, workspaceId, recipe, among }: ImportJob) {
		const id = appendTo ?? replaces;
		if (id === undefined) return null;
		const known = await connection.use((database): Promise<StoredManifest[]> =>
			isTableRecipe(recipe) ? listTables(database) : listDatasets(database)
		);
		const found = known.find((one) => one.id === id && one.workspaceId === workspaceId);
		if (found === undefined) throw new CoreError('storage-not-found');
		// One file read anew would be the whole, and the others gone.
		if (replaces !== undefined && (found.sources === undefined) !== (among === undefined))
			throw new CoreError('params-invalid', { method: 'import', param: 'among' });
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
		if (job.rehearsal !== true) {
			// Room first: what an import that was ended by force left behind may be what makes this one fail.
			await whileWanted(rest, signal);
			await connection.use(collectGarbage);
		}
		const { file, recipe, jobId } = job;
		const startedAt = tools.now();
		const own = {
			workspaceId: job.workspaceId,
			name: job.datasetName.trim() || file.name,
			file: { name: file.name, size: file.size }
		};
		const progressOf = progressOfFiles(job.among?.files ?? [file], report);
		const hooksFor = (one: File) => ({ onProgress: progressOf(one), signal });
		const storing = (rows: number) => ({
			signal,
			onFreeing: goOn,
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
		const isJoined = job.appendTo !== undefined || job.among !== undefined;
		const toStore = {
			job: jobId,
			...(replaced !== null && { replacing: { version, nowMs: job.nowMs } })
		};
		// Time in which somebody decides is none of the import's.
		let askedMs = 0;
		const timed: DecideAppend = async (...about) => {
			const from = tools.now();
			const rule = await decide(...about);
			askedMs += tools.now() - from;
			return rule;
		};
		/** Rows that were read before this was asked for took time as well. */
		let aheadMs = 0;
		const reading = <Rows>(one: File, by: AnyRecipe, read: () => Promise<Rows>): Promise<Rows> => {
			if (job.rehearsal === true) {
				const rows = read();
				ahead.hold(job, rows, stop);
				return rows;
			}
			const taken = ahead.take<Rows>(one, by, { jobId: job.ahead, now: startedAt, signal });
			if (taken === null) return read();
			aheadMs += taken.spentMs;
			return taken.rows;
		};
		const logged = (manifest: StoredManifest) => (): LogEntry =>
			storedEntry(begun, manifest, Math.round(tools.now() - startedAt - askedMs + aheadMs));
		const asking = { decide: timed, signal };
		if (replaced !== null && job.appendTo !== undefined) await refuseSameFile(file, recipe, replaced);
		if (isTableRecipe(recipe)) {
			const read = (one: File, by: TableRecipe) =>
				reading(one, by, () => tools.importTable(one, one.name, by, hooksFor(one)));
			const former = replaced !== null && isTableManifest(replaced) && isJoined ? replaced : null;
			const made = await madeTable(connection, job, { ...facts, recipe }, { former, read }, asking);
			const { manifest, table, rejects } = made;
			if (job.rehearsal === true) return manifest;
			const files = filesToKeep(job, manifest);
			const toSave = { ...toStore, manifest, table, rejects, files: printsOf(files), log: logged(manifest) };
			const saved = await connection.use((database) => saveTable(database, toSave, storing(table.rows)));
			goOn(keep(version, files));
			return saved;
		}
		const read = (one: File, by: ImportRecipe) =>
			reading(one, by, () => tools.importOrders(one, one.name, by, hooksFor(one)));
		const former = replaced !== null && !isTableManifest(replaced) && isJoined ? replaced : null;
		const made = await madeDataset(connection, job, { ...facts, recipe }, { former, read }, asking);
		const { manifest, table } = made;
		if (job.rehearsal === true) return manifest;
		const files = filesToKeep(job, manifest);
		const dataset: DatasetToSave = { ...toStore, ...made, files: printsOf(files), log: logged(manifest) };
		const saved = await connection.use((database) => saveDataset(database, dataset, storing(table.rows)));
		goOn(keep(version, files));
		return saved;
	}

	/** Keeps the files beside what was stored of them. Whoever waits for the import does not wait for that. */
	async function keep(version: string, files: readonly OriginalFile[]): Promise<void> {
		await connection.use((database) => keepFiles(database, version, files));
		if (files.length > 0) announceChange();
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
				const progressOf = progressOfFiles(files, report);
				const hooksFor = (file: Blob) => ({ onProgress: progressOf(file), signal });
				const given = files.map((file) => ({ name: file.name, content: file }));
				const read = await readAgain(snapshot, given, {
					orders: (file, name, recipe) => tools.importOrders(file, name, recipe, hooksFor(file)),
					table: (file, name, recipe) => tools.importTable(file, name, recipe, hooksFor(file))
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
		verifyRows: (jobId, workspaceId, onProgress) => {
			const controller = new AbortController();
			const report = progressReporter(onProgress, tools.now);
			jobs.set(jobId, controller);
			return enveloped(async () => {
				const { verifiedRows } = await import('./rows/verified-rows.ts');
				const verified = await verifiedRows(connection, workspaceId, { report, signal: controller.signal });
				announceChange();
				return verified;
			}).finally(() => {
				jobs.delete(jobId);
				release(onProgress);
			});
		},
		cancel: async (jobId) => stop(jobId),
		settled: () => enveloped(() => rest.then(() => null)),
		letGo: (jobId) =>
			enveloped(() => {
				stop(jobId);
				ahead.letGo(jobId);
				return Promise.resolve(null);
			}),
		discard: (jobId) =>
			enveloped(async () => {
				await connection.use((database) => forgetJob(database, jobId));
				announceChange();
				return null;
			})
	};
}
