import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanRows } from './clean-rows.ts';
import { papaAutomatic, textOf } from './papa-automatic.ts';
import { cellForCell, pollockScore, type Rows } from './pollock-measure.ts';
import { readAutomatic } from './read-automatic.ts';

/** The sums of the benchmark's ten measures, from 0 to 10, and how many files are right in every cell. */
export interface PollockSums {
	readonly simple: number;
	readonly weighted: number;
	readonly cellForCell: number;
}

/** Reads all polluted files of a folder with `csv` and `clean`. A file that has no weight counts −1, as the benchmark has it. */
export function measurePollock(
	folder: string,
	weightsFile: string | null
): { files: number; ours: PollockSums; papa: PollockSums; silent: string[] } {
	const weights =
		weightsFile === null ? {} : (JSON.parse(readFileSync(weightsFile, 'utf8')) as Record<string, number>);
	const names = readdirSync(join(folder, 'csv'))
		.filter((name) => name.endsWith('csv'))
		.sort();
	const silent: string[] = [];
	const ours = { simple: 0, weighted: 0, cellForCell: 0 };
	const papa = { simple: 0, weighted: 0, cellForCell: 0 };
	let total = 0;
	for (const name of names) {
		const bytes = readFileSync(join(folder, 'csv', name));
		const clean = cleanRows(textOf(readFileSync(join(folder, 'clean', name))));
		const weight = weights[name] ?? -1;
		total += weight;
		const add = (sums: { simple: number; weighted: number; cellForCell: number }, rows: Rows | null) => {
			const score = pollockScore(clean, rows);
			sums.simple += score / names.length;
			sums.weighted += score * weight;
			if (cellForCell(clean, rows)) sums.cellForCell++;
		};
		const { rows, warned } = readAutomatic(bytes);
		add(ours, rows);
		if (!warned && !cellForCell(clean, rows)) silent.push(name);
		add(papa, papaAutomatic(textOf(bytes)));
	}
	const weighted = <T extends PollockSums>(sums: T): PollockSums => ({
		...sums,
		weighted: sums.weighted / total
	});
	return { files: names.length, ours: weighted(ours), papa: weighted(papa), silent };
}
