import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { papaAutomatic, textOf } from './papa-automatic.ts';
import type { Rows } from './pollock-measure.ts';
import { readAutomatic } from './read-automatic.ts';

/**
 * Reads the files of a collection whose tables are known as JSON: a list of records, or of rows. Says how many come out
 * so, for this reader and for PapaParse, and which do not.
 */
export function checkAgainstJson(folder: string): {
	files: number;
	ours: number;
	papa: number;
	wrong: string[];
} {
	const from = ['csvs', 'csv'].map((name) => join(folder, name)).find(existsSync) ?? folder;
	const names = readdirSync(from).filter((name) => name.endsWith('.csv'));
	let ours = 0;
	let papa = 0;
	let files = 0;
	const wrong: string[] = [];
	for (const name of names.sort()) {
		const known = join(folder, 'json', name.replace(/\.csv$/, '.json'));
		if (!existsSync(known)) continue;
		files++;
		const expected = JSON.parse(readFileSync(known, 'utf8')) as unknown;
		const bytes = readFileSync(join(from, name));
		const { rows, notes } = readAutomatic(bytes);
		if (isSame(rows, expected)) ours++;
		else wrong.push(`${name}: ${notes.join(', ') || 'nothing was said'}`);
		if (isSame(papaAutomatic(textOf(bytes)), expected)) papa++;
	}
	return { files, ours, papa, wrong };
}

/** Whether rows, header first, are the records or rows that are known. */
function isSame(rows: Rows | null, expected: unknown): boolean {
	if (!Array.isArray(expected)) return rows === null;
	if (rows === null) return false;
	const [names = [], ...body] = rows;
	if (expected.length > 0 && Array.isArray(expected[0]))
		return JSON.stringify(rows) === JSON.stringify(expected);
	const records = body.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
	const texts = (expected as Record<string, string | number | null>[]).map((record) =>
		Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value ?? '')]))
	);
	return JSON.stringify(records) === JSON.stringify(texts);
}
