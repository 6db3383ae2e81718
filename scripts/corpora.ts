/**
 * `npm run corpora -- [folder] [--differences]`: reads collections of messy tables with no help, and says how many come
 * out as they should, beside PapaParse. The folder holds any of: `pollock` (`csv`, `clean`, `pollock_weights.json`, or packed as
 * `polluted_files.tar.xz`),
 * `csv-spectrum` and `csv-test-data` (with `json`), and folders of plain files (`duckdb`, `frictionless`), where the two
 * are compared with each other. Without an argument it is `csv` beside the folder that CLIENTELE_DATA names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { comparePlain, type Difference } from './corpora/compare-plain.ts';
import { checkAgainstJson } from './corpora/known-tables.ts';
import { measurePollock } from './corpora/pollock.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { differences: { type: 'boolean', default: false } }
});
const data = process.env.CLIENTELE_DATA;
const folder = positionals[0] ?? (data === undefined ? null : join(data, '../csv'));
if (folder === null || !existsSync(folder)) {
	console.log('No folder of collections: name one, or set CLIENTELE_DATA.');
	process.exit(0);
}

/** The first of some folders that there is. */
const firstOf = (...paths: string[]): string | null =>
	paths.find((path) => existsSync(path) && statSync(path).isDirectory()) ?? null;

/** The files of Pollock as they are handed on: packed. */
const packed = join(folder, 'pollock/polluted_files.tar.xz');
const unpackedAt = existsSync(packed) ? mkdtempSync(join(tmpdir(), 'pollock-')) : null;
if (unpackedAt !== null) spawnSync('tar', ['-xJf', packed, '-C', unpackedAt], { stdio: 'inherit' });

const pollock = firstOf(
	...(unpackedAt === null ? [] : [join(unpackedAt, 'polluted_files')]),
	join(folder, 'pollock/polluted_files'),
	join(folder, 'pollock')
);
if (pollock === null || !existsSync(join(pollock, 'csv'))) console.log('pollock: not there');
if (pollock !== null && existsSync(join(pollock, 'csv'))) {
	const weights = [join(pollock, 'pollock_weights.json'), join(folder, 'pollock/pollock_weights.json')].find(
		existsSync
	);
	const { files, ours, papa, silent } = measurePollock(pollock, weights ?? null);
	console.log(`pollock: ${files} files`);
	for (const [name, score] of [
		['this reader', ours],
		['PapaParse', papa]
	] as const) {
		console.log(
			`  ${name}: ${score.simple.toFixed(4)} simple, ${score.weighted.toFixed(4)} weighted (of 10), ` +
				`${score.cellForCell} cell for cell`
		);
	}
	console.log(`  wrong without a word: ${silent.length}${silent.map((name) => `\n    ${name}`).join('')}`);
}
if (unpackedAt !== null) rmSync(unpackedAt, { recursive: true });

for (const name of ['csv-spectrum', 'csv-test-data']) {
	const found = firstOf(join(folder, name));
	if (found === null) continue;
	const { files, ours, papa, wrong } = checkAgainstJson(found);
	console.log(`${name}: ${ours} of ${files} as they should be; PapaParse ${papa}`);
	for (const line of wrong) console.log(`  ${line}`);
}

for (const name of ['duckdb', 'frictionless']) {
	const found = firstOf(join(folder, name));
	if (found === null) continue;
	const files = readdirSync(found, { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(csv|tsv|txt)$/i.test(path))
		.map((path) => join(found, path))
		.filter((path) => statSync(path).isFile())
		.sort();
	const differences: Difference[] = [];
	const counts = { same: 0, said: 0, silent: 0, refused: 0 };
	for (const path of files) {
		const difference = comparePlain(readFileSync(path));
		counts[difference.kind]++;
		if (difference.kind === 'silent') differences.push({ ...difference, path: relative(found, path) });
	}
	console.log(
		`${name}: of ${files.length} files ${counts.same} as PapaParse has them, ${counts.said} otherwise and said so, ` +
			`${counts.refused} refused, ${counts.silent} otherwise without a word`
	);
	if (values.differences) for (const { path, text } of differences) console.log(`  ${path}: ${text}`);
}
