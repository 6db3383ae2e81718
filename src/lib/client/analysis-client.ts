import type { AnalysisApi, Envelope, OpenBase } from '#lib/api/index.ts';
import type { Remote } from './remote.ts';

/**
 * The analysis worker as the page sees it. A worker started anew (after a crash, or a job ended by force) holds no
 * data: it says so, the dataset that was open is opened again, and the question repeated. It costs time only.
 */
export function analysisClient(worker: Remote<AnalysisApi>): AnalysisApi {
	let wanted: (() => Promise<Envelope<OpenBase>>) | null = null;
	let reopening: Promise<Envelope<OpenBase>> | null = null;

	function open<T extends OpenBase>(opening: () => Promise<Envelope<T>>): Promise<Envelope<T>> {
		wanted = opening;
		return opening();
	}

	async function opened<T>(call: () => Promise<Envelope<T>>): Promise<Envelope<T>> {
		const answer = await call();
		if (answer.ok || answer.error.code !== 'dataset-not-open' || wanted === null) return answer;
		// Several questions may find the worker empty at once: they wait for the same reading.
		reopening ??= open(wanted).finally(() => (reopening = null));
		const again = await reopening;
		return again.ok ? call() : again;
	}

	return {
		catalogue: () => worker.call('catalogue'),
		open: (...of) => open(() => worker.call('open', ...of)),
		openTables: (...of) => open(() => worker.call('openTables', ...of)),
		analyse: (...args) => opened(() => worker.call('analyse', ...args)),
		duplicates: (refunds) => opened(() => worker.call('duplicates', refunds)),
		customers: (query) => opened(() => worker.call('customers', query)),
		rowNames: (...args) => opened(() => worker.call('rowNames', ...args)),
		customerHistory: (request) => opened(() => worker.call('customerHistory', request)),
		leaveCustomer: () => worker.call('leaveCustomer'),
		customerLinks: (customer) => opened(() => worker.call('customerLinks', customer)),
		customersFile: (...args) => opened(() => worker.call('customersFile', ...args)),
		customersPreview: (request) => opened(() => worker.call('customersPreview', request)),
		sharedColumns: (...args) => opened(() => worker.call('sharedColumns', ...args)),
		report: (...args) => opened(() => worker.call('report', ...args)),
		reportAgain: (...of) => worker.call('reportAgain', ...of),
		outlineAgain: (request) => worker.call('outlineAgain', request),
		outline: (request) => opened(() => worker.call('outline', request)),
		compare: (...args) => opened(() => worker.call('compare', ...args)),
		comparisonFile: (request) => opened(() => worker.call('comparisonFile', request)),
		benchmarkClient: (read) => opened(() => worker.call('benchmarkClient', read)),
		benchmark: (...args) => worker.call('benchmark', ...args),
		benchmarkFile: (request) => worker.call('benchmarkFile', request),
		async cancel() {
			await worker.cancel((api) => api.cancel());
		}
	};
}
