import type { CustomerFilePreview, PersonalKind } from '#lib/api/index.ts';
import { personalIn } from '#lib/core/dataset/personal-data.ts';
import { csvCellForReaders } from '#lib/report/sheets/csv-cell.ts';
import type { FileColumn } from './file-columns.ts';
import type { Selected } from './selected.ts';
import { inSteps, type Steps } from './write-file.ts';

/** Rows that a reader takes in at a glance. */
const rowsShown = 5;

/**
 * What the receiver would see: the first rows, and per column of texts that are kept as they are, what in any row still
 * points to a person. Reads the whole file; about 3 µs a text.
 */
export async function previewOf(
	selected: Selected,
	columns: readonly FileColumn[],
	steps: Steps
): Promise<CustomerFilePreview> {
	const { scale } = selected.data.table;
	const shown: string[][] = [];
	const asTheyAre = columns.map(({ asItIs }, i) => ({ asItIs, i })).filter(({ asItIs }) => asItIs);
	const left = columns.map(() => ({ kinds: new Set<PersonalKind>(), customers: 0 }));
	for await (const rows of inSteps(selected, columns, steps)) {
		for (const row of rows) {
			if (shown.length < rowsShown)
				shown.push(row.map((cell) => String(csvCellForReaders(cell, scale) ?? '')));
			for (const { i } of asTheyAre) {
				const cell = row[i] ?? null;
				const kinds = cell !== null && 'text' in cell ? personalIn(cell.text) : [];
				const found = left[i];
				if (kinds.length === 0 || found === undefined) continue;
				found.customers++;
				for (const kind of kinds) found.kinds.add(kind);
			}
		}
	}
	return {
		customers: selected.rows.length,
		matches: selected.matches.rows.length,
		headers: columns.map(({ header }) => header),
		rows: shown,
		left: left.flatMap(({ kinds, customers }, i) =>
			customers === 0 ? [] : [{ header: columns[i]?.header ?? '', kinds: [...kinds], customers }]
		)
	};
}
