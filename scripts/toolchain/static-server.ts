import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.gz': 'application/gzip',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2'
};

export interface ServeOptions {
	/** Folder to serve. */
	readonly root: string;
	/** 0 takes any free port. */
	readonly port?: number;
	/** Subfolder to serve under, e.g. `/tools/clientele`; '' for the root of the host. */
	readonly base?: string;
	/** Send the headers of the folder's `_headers` file, as hosts that know such files do. */
	readonly headers?: boolean;
}

export interface RunningServer {
	/** Address of the served folder, with a slash at the end. */
	readonly url: string;
	/** Stops answering at once, as if the plug were pulled. */
	close(): Promise<void>;
}

/** Reads the rules for all pages (the block under `/*`) of a `_headers` file. */
export function parseHeaders(text: string): Record<string, string> {
	const headers: Record<string, string> = {};
	let applies = false;
	for (const line of text.split('\n')) {
		if (line.trim() === '' || line.startsWith('#')) continue;
		if (!/^\s/.test(line)) applies = line.trim() === '/*';
		else if (applies) {
			const colon = line.indexOf(':');
			headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
		}
	}
	return headers;
}

/** The file for a request's path, or null when it lies outside of the root. */
function fileFor(root: string, path: string): string | null {
	let decoded: string;
	try {
		decoded = decodeURIComponent(path);
	} catch {
		return null;
	}
	if (decoded.includes('\0')) return null;
	const file = normalize(join(root, decoded));
	return file === root || file.startsWith(root + sep) ? file : null;
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	root: string,
	base: string,
	headers: Readonly<Record<string, string>>
): Promise<void> {
	const end = (status: number, extra: Record<string, string> = {}): void => {
		response.writeHead(status, { ...headers, 'content-length': '0', ...extra }).end();
	};
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		end(405, { allow: 'GET, HEAD' });
		return;
	}
	const { pathname, search } = new URL(request.url ?? '/', 'http://local');
	if (pathname === base && base !== '') {
		end(308, { location: `${base}/${search}` });
		return;
	}
	if (!pathname.startsWith(`${base}/`)) {
		end(404);
		return;
	}
	let file = fileFor(root, pathname.slice(base.length));
	let info = file === null ? null : await stat(file).catch(() => null);
	if (file !== null && info?.isDirectory() === true) {
		if (!pathname.endsWith('/')) {
			end(308, { location: `${pathname}/${search}` });
			return;
		}
		file = join(file, 'index.html');
		info = await stat(file).catch(() => null);
	}
	if (file === null || info?.isFile() !== true) {
		end(404);
		return;
	}
	// Hashed names never change their content; all else is asked for again each time.
	const immutable = pathname.includes('/_app/immutable/');
	const etag = `"${info.size.toString(36)}-${Math.trunc(info.mtimeMs).toString(36)}"`;
	const sent = {
		...headers,
		'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
		'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
		'x-content-type-options': 'nosniff',
		etag
	};
	if (request.headers['if-none-match'] === etag) {
		response.writeHead(304, sent).end();
		return;
	}
	response.writeHead(200, { ...sent, 'content-length': String(info.size) });
	if (request.method === 'HEAD') response.end();
	else createReadStream(file).pipe(response);
}

/**
 * Serves a folder on the loopback address only, as the plainest static host would: files, `index.html` of
 * folders, no fallback page. Rejects with the system's error when the port is taken.
 */
export async function serveFolder(options: ServeOptions): Promise<RunningServer> {
	const root = normalize(options.root).replace(/[/\\]+$/, '');
	const base = (options.base ?? '').replace(/\/+$/, '');
	if (base !== '' && !base.startsWith('/')) throw new Error(`A base starts with a slash: ${base}`);
	const rules =
		options.headers === true ? await readFile(join(root, '_headers'), 'utf8').catch(() => '') : '';
	const headers = parseHeaders(rules);
	const server = createServer((request, response) => {
		answer(request, response, root, base, headers).catch(() => response.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}${base}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
