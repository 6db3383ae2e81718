import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where the build puts what workers load on demand. */
const CHUNKS = /^_app\/immutable\/workers\/.+\.js$/;

/**
 * Adds the files that workers load on demand to the manifest of the build, from which SvelteKit makes the list of what
 * the service worker keeps: the bundler names only the workers' entries there, and without its server the app could not
 * read a kind of file whose reader it had never loaded.
 */
export function keepWorkerChunks(): Plugin {
	return {
		name: 'keep-worker-chunks',
		apply: 'build',
		writeBundle: {
			order: 'pre',
			sequential: true,
			handler({ dir }, bundle) {
				const chunks = Object.keys(bundle).filter((name) => CHUNKS.test(name));
				if (dir === undefined || chunks.length === 0) return;
				const path = join(dir, '.vite/manifest.json');
				const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { readonly file: string }>;
				for (const file of chunks) manifest[file] ??= { file };
				writeFileSync(path, JSON.stringify(manifest, null, 2));
			}
		}
	};
}
