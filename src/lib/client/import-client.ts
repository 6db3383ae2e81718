import type { Envelope, ImportApi } from '#lib/api/index.ts';
import type { Remote } from './remote.ts';

/** The import worker as the page sees it. A job that does not stop when asked is ended, and undone. */
export function importClient(worker: Remote<ImportApi>): ImportApi {
	const runs = new Map<string, Promise<Envelope<unknown>>>();
	return {
		inspect: (file, recipe) => worker.call('inspect', file, recipe),
		inspectBy: (file, recipe) => worker.call('inspectBy', file, recipe),
		fingerprint: (file) => worker.call('fingerprint', file),
		run(job, onProgress, decide) {
			const answer = worker.call('run', job, onProgress, decide);
			runs.set(job.jobId, answer);
			return answer.finally(() => runs.delete(job.jobId));
		},
		verify(jobId, ...rest) {
			const answer = worker.call('verify', jobId, ...rest);
			runs.set(jobId, answer);
			return answer.finally(() => runs.delete(jobId));
		},
		verifyRows(jobId, ...rest) {
			const answer = worker.call('verifyRows', jobId, ...rest);
			runs.set(jobId, answer);
			return answer.finally(() => runs.delete(jobId));
		},
		async cancel(jobId) {
			const run = runs.get(jobId);
			if (run === undefined) return;
			const ended = await worker.cancel((api) => api.cancel(jobId), [run]);
			// Ended by force, it may have been anywhere, even past its last write: nothing of it shall stay.
			if (ended) await worker.call('discard', jobId);
		},
		letGo: (jobId) => worker.call('letGo', jobId),
		settled: () => worker.call('settled'),
		discard: (jobId) => worker.call('discard', jobId)
	};
}
