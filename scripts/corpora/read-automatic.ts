import { CoreError } from '#lib/core/errors.ts';
import { readBytes } from '#lib/import/read-table.ts';
import type { Rows } from './pollock-measure.ts';

/** What came of a file, and what was said of it. */
export interface AutomaticReading {
	/** Header rows joined, then the rows; null when the file was refused. */
	readonly rows: Rows | null;
	/** Anything a user would be told: repairs, rows set apart, a choice that is open, a refusal. */
	readonly warned: boolean;
	readonly notes: readonly string[];
}

/** Reads a file as the app does, with no help; several header rows joined with blanks. */
export function readAutomatic(bytes: Uint8Array): AutomaticReading {
	if (bytes.length === 0) return { rows: [], warned: true, notes: ['file-empty'] };
	try {
		const { table, sniffed } = readBytes(bytes);
		const names = Array.from({ length: Math.max(0, ...table.header.map((row) => row.length)) }, (_, i) =>
			table.header.map((row) => row[i] ?? '').join(' ')
		);
		const notes = [
			...table.rows.flatMap((row) => row.repaired ?? []),
			...table.rejected.flatMap((row) => row.rejected ?? []),
			...(table.headerRepaired ? ['header-repaired'] : []),
			...(sniffed.unsure.length > 0 ? sniffed.unsure : [])
		];
		return {
			rows: [...(table.header.length === 0 ? [] : [names]), ...table.rows.map((row) => row.cells)],
			warned: notes.length > 0,
			notes
		};
	} catch (error) {
		if (error instanceof CoreError) return { rows: null, warned: true, notes: [error.code] };
		throw error;
	}
}
