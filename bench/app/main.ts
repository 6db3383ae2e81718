import type { Run, Times } from './answer.ts';
import { runDuckdb } from './duckdb.ts';

/** One run in a worker of its own, as a real import is. */
function inWorker<T>(worker: Worker, file: File): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<{ value?: T; error?: string }>) =>
			data.value === undefined ? reject(new Error(data.error)) : resolve(data.value);
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
		measure(contender: Contender): Promise<{ times: Times } & Partial<Run>>;
	}
}

window.measure = (contender) => {
	const file = document.querySelector('input')?.files?.[0];
	if (file === undefined) throw new Error('No file was chosen');
	return contenders[contender](file);
};
