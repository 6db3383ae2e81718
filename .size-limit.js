import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Budgets, gzipped. The shell is what a first visit loads before anything can be done: the page, its styles, every
 * script that it imports at once, and the texts of one language. All else is loaded when it is needed, in pieces of
 * bounded size.
 */
const build = 'build';
const page = join(build, 'index.html');
const html = existsSync(page) ? readFileSync(page, 'utf8') : '';

const imported = new Set();
function follow(file) {
	if (imported.has(file) || !existsSync(file)) return;
	imported.add(file);
	const code = readFileSync(file, 'utf8');
	// Static imports and re-exports of other chunks, as the bundler writes them; import() is not among them.
	for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
		follow(join(dirname(file), name));
	}
}
const linked = [...html.matchAll(/<link href="\.\/([^"]+)" rel="(?:modulepreload|stylesheet)"/g)];
for (const [, path] of linked) follow(join(build, path));

/** The heavier of the two catalogues of the first page's texts: a visit loads one. */
const sources = '.svelte-kit/output/client/.vite/manifest.json';
if (existsSync(sources)) {
	const manifest = JSON.parse(readFileSync(sources, 'utf8'));
	const catalogues = ['en', 'zh-CN'].map((locale) =>
		join(build, manifest[`src/lib/i18n/${locale}/first.ts`].file)
	);
	follow(catalogues.sort((a, b) => statSync(b).size - statSync(a).size)[0]);
}

const chunks = existsSync(join(build, '_app/immutable'))
	? readdirSync(join(build, '_app/immutable'), { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.(js|css)$/.test(name))
			.map((name) => join(build, '_app/immutable', name))
	: [];
if (imported.size < 3 || chunks.length < 3)
	throw new Error('There is no build to weigh: run "npm run build" first.');

export default [
	{ name: 'App shell', path: [page, ...imported], limit: '124 kB', gzip: true },
	...chunks.map((path) => ({ name: path.slice(build.length + 1), path, limit: '160 kB', gzip: true }))
];
