import type { Run, Times } from './answer.ts';
import { runDuckdb } from './duckdb.ts';

/** What a worker says: its outcome, or nothing but that its job is done and it waits. */
interface Said<T> {
	readonly value?: T;
	readonly error?: string;
}

/** One run in a worker of its own, as a real import is. */
function inWorker<T>(worker: Worker, file: File): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<Said<T>>) => {
			if (data.value !== undefined) resolve(data.value);
			else if (data.error !== undefined) reject(new Error(data.error));
			// It goes on when the memory of its job is read.
			else void window.jobIsDone().then(() => worker.postMessage({}));
		};
		worker.onerror = (event) => reject(new Error(event.message));
		worker.postMessage({ file });
	}).finally(() => worker.terminate());
}

export type Contender = 'bound' | 'clientele' | 'duckdb';

const contenders: Readonly<Record<Contender, (file: File) => Promise<{ times: Times } & Partial<Run>>>> = {
	bound: (file) =>
		inWorker(new Worker(new URL('./bound.worker.ts', import.meta.url), { type: 'module' }), file),
	clientele: (file) =>
		inWorker(new Worker(new URL('./clientele.worker.ts', import.meta.url), { type: 'module' }), file),
	duckdb: runDuckdb
};

declare global {
	interface Window {
		/** Notes what memory the job took. */
		jobIsDone(): Promise<void>;
		measure(contender: Contender): Promise<{ times: Times } & Partial<Run>>;
	}
}

window.measure = (contender) => {
	const file = document.querySelector('input')?.files?.[0];
	if (file === undefined) throw new Error('No file was chosen');
	return contenders[contender](file);
};
