import analysisUrl from '../../../workers/analysis.worker.ts?worker&url';
import importUrl from '../../../workers/import.worker.ts?worker&url';
import libraryUrl from '../../../workers/library.worker.ts?worker&url';

export type WorkerName = 'import' | 'library' | 'analysis';

const urls: Readonly<Record<WorkerName, string>> = {
	import: importUrl,
	library: libraryUrl,
	analysis: analysisUrl
};

const bootstraps = new Map<WorkerName, string>();

/**
 * Starts a worker: the one place where `new Worker` is written. A policy in a page's meta tag does not reach a
 * worker that was loaded from a URL; one that starts from a blob inherits it. So the blob holds one line, which
 * imports the worker's own, separately cached script.
 */
export function spawn(name: WorkerName): Worker {
	return new Worker(bootstrap(name), { type: 'module', name: `clientele-${name}` });
}

/** The blob's URL; made once and kept, for it is needed again after each crash. */
function bootstrap(name: WorkerName): string {
	let url = bootstraps.get(name);
	if (url === undefined) {
		// Relative addresses mean nothing inside a blob. This module's own address works in any subfolder.
		const script = new URL(urls[name], import.meta.url).href;
		const text = `import ${JSON.stringify(script)};`;
		url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
		bootstraps.set(name, url);
	}
	return url;
}
