import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOST_CORRECTIONS } from '../../scripts/datasets/corrections.ts';
import { differences, expectedDatasets } from '../../scripts/datasets/expected.ts';
import { linesOf, plainLine } from '../../scripts/datasets/page.ts';
import { readDataset } from '../../scripts/datasets/read-dataset.ts';
import { unexpectedFiles } from '../../scripts/datasets/unexpected-files.ts';
import { dataFile, describeWithData } from '../support/data.ts';

// Oracle: csv, decimal and openpyxl of Python (test/oracle/make/datasets.py). Rows, counts, days and money exactly; sums
// of fractions to a billionth.
const expected = expectedDatasets();
const page = readFileSync('docs/datasets.md', 'utf8').split('\n').map(plainLine);

describe('The table of data sets', () => {
	it('has each file whose figures are known, without a difference', () => {
		const rows = page.filter((line) => line.startsWith('| `'));
		for (const path of Object.keys(expected))
			expect(rows.filter((line) => line.startsWith(`| \`${path}\` |`)).length, path).toBe(2);
		expect(rows.filter((line) => line.includes('**'))).toEqual([]);
	});
});

describeWithData('Every file of the data sets', () => {
	it.each(Object.entries(expected))(
		'%s has its entity, columns, types, rows and amounts, and stands so in the table',
		async (path, figures) => {
			const read = await readDataset(dataFile('.'), path);
			expect(differences(read, figures)).toEqual([]);
			expect(read.corrections.length).toBeLessThanOrEqual(MOST_CORRECTIONS);
			const { rows, columns } = linesOf(read, []);
			expect(page).toContain(plainLine(rows));
			expect(page).toContain(plainLine(columns));
		},
		60_000
	);

	it('has figures that it is held to', () => {
		expect(unexpectedFiles(dataFile('.'), expected)).toEqual([]);
	});
});
