import type { AnalysisApi, ReportForm, ReportRequest } from '#lib/api/index.ts';
import type { Analysis, OnProgress } from '#lib/api/index.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { AnyMethod, MethodDefinition } from '#lib/core/methods/types.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { enveloped } from '../shared/envelope.ts';
import { pause } from '../shared/pause.ts';
import { progressReporter, release } from '../shared/progress.ts';
import { copied } from '../shared/transfer.ts';
import { CustomerLists } from './customer-list.ts';
import { customersCsv } from './customers-csv.ts';
import { duplicatesIn } from './duplicates.ts';
import { Session, type SessionTools } from './session.ts';

export interface AnalysisTools extends SessionTools {
	/** In the registry's order. */
	readonly methods: readonly AnyMethod[];
	readonly writeReport: (input: ReportInput, form: ReportForm, passphrase: string | null) => Promise<Blob>;
	/** Milliseconds from any origin, for progress only. */
	readonly now: () => number;
}

/** Answers every question about the dataset that is open. */
export function analysisHandler(tools: AnalysisTools): AnalysisApi {
	const session = new Session(tools);
	const lists = new CustomerLists(session);
	const running = new Set<AbortController>();

	/** A job with steps, stopped by `cancel` between two of them. */
	function cancellable<T>(job: (signal: AbortSignal) => Promise<T>) {
		const controller = new AbortController();
		running.add(controller);
		return enveloped(() => job(controller.signal).finally(() => running.delete(controller)));
	}

	async function reportInput(request: ReportRequest, signal: AbortSignal): Promise<ReportInput> {
		const { data } = session;
		const refunds = request.sections[0]?.refunds ?? 'net';
		const analyses: Analysis[] = [];
		for (const section of request.sections) {
			if (section.refunds !== refunds)
				throw new CoreError('params-invalid', { method: '', param: 'refunds' });
			analyses.push(await session.analyse(section));
			await pause();
			if (signal.aborted) throw new CoreError('cancelled');
		}
		const definitions: MethodDefinition[] = tools.methods.map(({ definition }) => definition);
		return { request, dataset: data.summary(refunds), analyses, definitions, refunds };
	}

	return {
		catalogue: () => enveloped(() => tools.methods.map(({ definition }) => definition)),
		open: (datasetId, refunds) => enveloped(() => session.open(datasetId, refunds)),
		// Answers are moved to the page; the kept ones must stay whole.
		analyse: (request) => enveloped(async () => copied(await session.analyse(request))),
		duplicates: (refunds) => enveloped(() => duplicatesIn(session.data, refunds)),
		customers: (query) => enveloped(() => lists.page(query)),
		customersCsv: (query, headers, onProgress, labels) =>
			cancellable((signal) => {
				const onRows = rowProgress(onProgress, tools.now);
				return customersCsv(session, lists, { query, headers, labels, signal, onRows, pause });
			}).finally(() => release(onProgress)),
		report: (request, form, passphrase) =>
			cancellable(async (signal) => tools.writeReport(await reportInput(request, signal), form, passphrase)),
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
