/**
 * Keeps a whole copy of the app in the browser, so that it opens without a server. Each build has a cache of
 * its own, filled before the build takes over; the one before it is dropped only then. Requests to any other
 * address are refused: nothing that runs under this worker can reach it.
 */
import { build, files, prerendered, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

/** Caches belong to a host, on which the app may stand in several folders. */
const PREFIX = `clientele ${new URL('./', self.location.href).pathname} `;

/** Names of hashed files change with their content: together they name the build. */
function fingerprint(names: readonly string[]): string {
	let hash = 0x811c9dc5;
	for (const character of names.join('\n')) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}

/** Paths as this host serves them: relative to this script, wherever the app has been put. */
const pathOf = (name: string): string => new URL(name, self.location.href).pathname;

const hashed = build.map(pathOf);
const named = [...files, ...prerendered].map(pathOf);
const paths = new Set([...hashed, ...named]);
const cacheName = `${PREFIX}${version} ${fingerprint(build)}`;

async function keepAll(): Promise<void> {
	const cache = await caches.open(cacheName);
	await cache.addAll(hashed);
	// Past the HTTP cache: these keep their names from build to build.
	await cache.addAll(named.map((path) => new Request(path, { cache: 'reload' })));
}

async function dropOthers(): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
	await Promise.all(old.map((name) => caches.delete(name)));
	await self.clients.claim();
}

/** The view is in the query string, which no file depends on; a page may be asked for without its last slash. */
function keptPath(pathname: string): string | null {
	if (paths.has(pathname)) return pathname;
	return paths.has(`${pathname}/`) ? `${pathname}/` : null;
}

async function answer(request: Request, path: string): Promise<Response> {
	const cache = await caches.open(cacheName);
	const kept = await cache.match(path);
	// A browser may drop a cache under pressure; the network is then still there to ask.
	return kept ?? fetch(request);
}

self.addEventListener('install', (event) => {
	event.waitUntil(keepAll());
});

self.addEventListener('activate', (event) => {
	event.waitUntil(dropOthers());
});

self.addEventListener('message', (event: ExtendableMessageEvent) => {
	const data = event.data as { readonly type?: unknown } | null;
	if (data?.type === 'skip-waiting') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (url.origin !== self.location.origin) {
		event.respondWith(Response.error());
		return;
	}
	if (event.request.method !== 'GET') return;
	const path = keptPath(url.pathname);
	if (path !== null) event.respondWith(answer(event.request, path));
});
