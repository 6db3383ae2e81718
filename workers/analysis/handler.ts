import type {
	AnalysisApi,
	CustomerFileRequest,
	OpenDataset,
	ReportForm,
	ReportRequest
} from '#lib/api/index.ts';
import type { LinkedInput } from '#lib/core/result/provenance.ts';
import type { Analysis, AnalysisRequest, MoveSelection, OnProgress, Standings } from '#lib/api/index.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { MethodDefinition } from '#lib/core/methods/types.ts';
import { HiddenMemory } from '#lib/report/redact/hidden-memory.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { hiddenNames, rememberHidden } from '#lib/storage/index.ts';
import { enveloped } from '../shared/envelope.ts';
import { pause } from '../shared/pause.ts';
import { progressReporter, release, shareReporter } from '../shared/progress.ts';
import { copied } from '../shared/transfer.ts';
import { CustomerLists } from './customer-list.ts';
import { CustomerCards } from './customer-card.ts';
import { duplicatesIn } from './duplicates.ts';
import { coderOf } from './coder-of.ts';
import { fileColumns, type FileColumn } from './customer-file/file-columns.ts';
import { previewOf } from './customer-file/preview.ts';
import { selectedBy, type Selected } from './customer-file/selected.ts';
import { csvFile, parquetFile, workbookFile, type Steps } from './customer-file/write-file.ts';
import type { OpenData } from './open-data.ts';
import { datasetOf } from './open-summary.ts';
import { rowNames } from './row-names.ts';
import { Session, type SessionTools } from './session.ts';
import type { Movers, MoverFinder } from './comparison/movers.ts';
import type { StateTools } from './comparison/states.ts';
import { cameWith } from './came-with.ts';
import { sharedColumns } from './shared-columns.ts';

export interface AnalysisTools extends SessionTools {
	/** Of all methods, in the registry's order. */
	readonly definitions: () => readonly MethodDefinition[] | Promise<readonly MethodDefinition[]>;
	readonly writeReport: (input: ReportInput, form: ReportForm, passphrase: string | null) => Promise<Blob>;
	/** Milliseconds from any origin, for progress only. */
	readonly now: () => number;
}

/** Loaded when states are compared or kept. */
const comparing = () => import('./comparison/compare.ts');
const standing = () => import('./comparison/standings.ts');
const benchmarking = () => import('./benchmark/benchmark.ts');
const withRows = () => import('./rows-file.ts');
const moving = () => import('./comparison/movers.ts');

/** Answers every question about the dataset that is open. */
export function analysisHandler(tools: AnalysisTools): AnalysisApi {
	const session = new Session(tools);
	const lists = new CustomerLists(session, moversOf);
	const cards = new CustomerCards(session);
	const running = new Set<AbortController>();
	let movers: MoverFinder | null = null;
	const histories = new Set<AbortController>();

	/** Pseudonyms by the key of the workspace that data belong to. */
	const coderFor =
		({ workspaceId }: OpenData) =>
		() =>
			coderOf(tools.connection, workspaceId);

	/** A job with steps, stopped by `cancel` between two of them, or by aborting its controller. */
	function cancellable<T>(job: (signal: AbortSignal) => Promise<T>, controller = new AbortController()) {
		running.add(controller);
		return enveloped(() => job(controller.signal).finally(() => running.delete(controller)));
	}

	/** Analyses as the receiver may see them. */
	async function disclosed(
		analyses: readonly Analysis[],
		data: OpenData,
		{ sharing, locale }: ReportRequest
	) {
		const { discloseGroups } = await import('#lib/report/index.ts');
		return discloseGroups(analyses, {
			rules: sharing ?? { policies: [], consent: null },
			natureOf: async (attribute) => (await data.columns.latest(attribute)).nature,
			coder: coderFor(data),
			locale
		});
	}

	async function reportInput(request: ReportRequest, signal: AbortSignal): Promise<ReportInput> {
		const { data } = session;
		const refunds = request.sections[0]?.refunds ?? 'net';
		const analyses: Analysis[] = [];
		const linked: LinkedInput[] = [];
		for (const section of request.sections) {
			if (section.refunds !== refunds)
				throw new CoreError('params-invalid', { method: '', param: 'refunds' });
			analyses.push(await session.analyse(section));
			linked.push(...(await session.question(section)).linked);
			await pause();
			if (signal.aborted) throw new CoreError('cancelled');
		}
		const definitions = await tools.definitions();
		const dataset = inCurrency(datasetOf(data, refunds), request.currency ?? null);
		// Rows always go by rules, those of defaults at least.
		const isRuled = request.sharing !== null || request.rows === true;
		const shown = !isRuled ? analyses : await disclosed(analyses, data, request);
		const standings = request.standings === true && { standings: await standingsFor(request, data) };
		return {
			request,
			dataset,
			analyses: shown,
			definitions,
			refunds,
			...standings,
			...(await cameWith(tools.connection, data, linked))
		};
	}

	/** Where each customer stands, by the segments and stages of a request. */
	async function standingsFor({ sections }: ReportRequest, data: OpenData): Promise<Standings> {
		const { standingsOf } = await standing();
		const asked = (method: string): AnalysisRequest => {
			const [any] = sections;
			if (any === undefined) throw new CoreError('params-invalid', { method: '', param: 'sections' });
			return sections.find((section) => section.method === method) ?? { ...any, method, params: {} };
		};
		return standingsOf(session, coderFor(data), asked('rfm'), asked('lifecycle'));
	}

	const stateTools = async (signal: AbortSignal): Promise<StateTools> => ({
		session,
		connection: tools.connection,
		definitions: await tools.definitions(),
		coder: () => coderFor(session.data)(),
		signal
	});

	/** Who moved between two states; only here are both ever held. */
	async function moversOf(selection: MoveSelection): Promise<Movers> {
		movers ??= new (await moving()).MoverFinder();
		return movers.find(selection, await stateTools(new AbortController().signal));
	}

	/** Whatever is made of a file of customers: those that it is about, then their columns, then it. */
	async function onCustomers<T>(
		request: CustomerFileRequest,
		steps: Steps,
		make: (selected: Selected, columns: readonly FileColumn[], steps: Steps) => Promise<T>
	): Promise<T> {
		const selected = await selectedBy(session, lists, request);
		return make(selected, await fileColumns(selected, request, coderFor(selected.data)), steps);
	}

	return {
		catalogue: () => enveloped(() => tools.definitions()),
		open: (datasetId, refunds) => enveloped(() => session.open(datasetId, refunds)),
		openTables: (workspaceId, refunds) => enveloped(() => session.openTables(workspaceId, refunds)),
		// Answers are moved to the page; the kept ones must stay whole.
		analyse: (request, onShare) =>
			enveloped(async () =>
				copied(await session.analyse(request, shareReporter(onShare, tools.now)))
			).finally(() => release(onShare)),
		duplicates: (refunds) => enveloped(() => duplicatesIn(session.data, refunds)),
		customers: (query) => enveloped(() => lists.page(query)),
		rowNames: (request, table) => enveloped(() => rowNames(session, request, table)),
		customerHistory: (request) => {
			const controller = new AbortController();
			histories.add(controller);
			return cancellable((signal) => cards.history(request, signal), controller).finally(() =>
				histories.delete(controller)
			);
		},
		leaveCustomer: () =>
			enveloped(() => {
				for (const controller of histories) controller.abort();
				return null;
			}),
		customerLinks: (customer) => enveloped(() => cards.linked(customer)),
		customersFile: (request, form, onProgress) =>
			cancellable(async (signal) => {
				const write = { csv: csvFile, parquet: parquetFile, xlsx: workbookFile }[form];
				return onCustomers(request, { signal, onRows: rowProgress(onProgress, tools.now), pause }, write);
			}).finally(() => release(onProgress)),
		customersPreview: (request) =>
			cancellable((signal) => onCustomers(request, { signal, onRows: () => undefined, pause }, previewOf)),
		sharedColumns: (rules, rows = false) =>
			enveloped(async () => {
				const { data } = session;
				if (!rows) return sharedColumns(data, rules, coderFor(data));
				return (await withRows()).columnsWithRows(tools.connection, data, rules, coderFor(data));
			}),
		report: (request, form, passphrase) =>
			cancellable(async (signal) => {
				const input = await reportInput(request, signal);
				if (request.rows === true && form === 'snapshot') {
					const { snapshotWithRows } = await withRows();
					const locked = { passphrase, signal };
					return snapshotWithRows(tools.connection, session.data, input, coderFor(session.data), locked);
				}
				if (request.hideBelow === null) return tools.writeReport(input, form, passphrase);
				const { workspaceId } = input.dataset.manifest;
				const { connection } = tools;
				const memory = new HiddenMemory(
					await connection.use((database) => hiddenNames(database, workspaceId))
				);
				const file = await tools.writeReport({ ...input, memory }, form, passphrase);
				// Before the file is out of hand: what is not remembered could be given away by the next.
				await connection.use((database) => rememberHidden(database, workspaceId, memory.fresh));
				return file;
			}),
		reportAgain: (request, form, passphrase) =>
			enveloped(async () => {
				const { inputAgain } = await import('./report-again.ts');
				return tools.writeReport(await inputAgain(tools.connection, request), form, passphrase);
			}),
		outlineAgain: (request) =>
			enveloped(async () => {
				const { inputAgain } = await import('./report-again.ts');
				const { reportOutline } = await import('#lib/report/index.ts');
				return reportOutline(await inputAgain(tools.connection, request));
			}),
		outline: (request) =>
			cancellable(async (signal) => {
				const input = await reportInput(request, signal);
				const { reportOutline } = await import('#lib/report/index.ts');
				return reportOutline(input);
			}),
		compare: (request, onShare) =>
			cancellable(async (signal) =>
				(await comparing()).compared(request, await stateTools(signal), shareReporter(onShare, tools.now))
			).finally(() => release(onShare)),
		comparisonFile: (request) =>
			cancellable(async (signal) => {
				const workspaceId = session.isOpen ? session.data.workspaceId : null;
				return (await comparing()).comparedFile(request, await stateTools(signal), workspaceId);
			}),
		benchmarkClient: (read) =>
			cancellable(async (signal) => (await benchmarking()).benchmarkClient(read, await stateTools(signal))),
		benchmark: (clients, self) => enveloped(async () => (await benchmarking()).benchmarkOf(clients, self)),
		benchmarkFile: (request) => enveloped(async () => (await benchmarking()).benchmarkFile(request)),
		cancel: async () => {
			for (const controller of running) controller.abort();
		}
	};
}

function rowProgress(onProgress: OnProgress, now: () => number) {
	const report = progressReporter(onProgress, now);
	return (done: number, total: number): void =>
		report({ stage: 'writing', done, total, unit: 'rows', rows: done });
}

/** A dataset shown in a currency, where it does not say its own. */
function inCurrency(dataset: OpenDataset, currency: string | null): OpenDataset {
	const { manifest } = dataset;
	return { ...dataset, manifest: { ...manifest, currency: manifest.currency ?? currency } };
}
