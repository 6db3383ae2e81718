/** Imports every file of the data folder, compares it with the expected figures, and writes the table of them into docs. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { differences, expectedDatasets } from './datasets/expected.ts';
import { datasetsPage, linesOf } from './datasets/page.ts';
import { readDataset } from './datasets/read-dataset.ts';
import { unexpectedFiles } from './datasets/unexpected-files.ts';

const folder = process.env['CLIENTELE_DATA'] ?? '';
if (folder === '') {
	process.stderr.write('CLIENTELE_DATA names no data folder.\n');
	process.exit(1);
}
const expected = expectedDatasets();
const lines = [];
let wrong = 0;
for (const [path, figures] of Object.entries(expected)) {
	const read = await readDataset(folder, path);
	const differing = differences(read, figures);
	wrong += differing.length;
	for (const difference of differing) process.stderr.write(`${path}: ${difference}\n`);
	lines.push(linesOf(read, differing));
}
for (const path of unexpectedFiles(folder, expected)) {
	wrong++;
	process.stderr.write(`${path}: nothing is expected of it\n`);
}
const page = 'docs/datasets.md';
writeFileSync(
	page,
	await format(datasetsPage(lines), { ...(await resolveConfig(page)), parser: 'markdown' })
);
process.stdout.write(`${page}: ${lines.length} files, ${wrong} differences\n`);
process.exit(wrong === 0 ? 0 : 1);
