import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const serve = process.argv.includes('dev');

/** @type {import('@sveltejs/kit').Config} */
const config = {
	// Runes in every component of ours; packages say for themselves.
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: adapter({ pages: 'build', assets: 'build', strict: true }),
		alias: { '#lib': 'src/lib' },
		paths: { relative: true },
		// The configs at the top are checked as the code is.
		typescript: { config: (config) => ({ ...config, include: [...config.include, '../*.config.ts'] }) },
		// The same sources give the same build.
		version: { name: version },
		serviceWorker: { register: !serve },
		// Written into every prerendered page as a meta tag; workers are started from a blob, so it reaches them too.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				// The import compiles a little of its own code (ADR 97); made from text it still may not be.
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self', 'blob:'],
				'manifest-src': ['self'],
				'form-action': ['none'],
				'base-uri': ['none'],
				'object-src': ['none']
			}
		}
	}
};

export default config;
