import { CoreError } from '#lib/core/errors.ts';
import { UNDECODABLE } from '#lib/import/decode.ts';
import { readBytes } from '#lib/import/read-table.ts';
import { reasonsOf } from '#lib/import/reasons.ts';
import { isUnsure } from '#lib/import/sniff/encoding.ts';
import type { Rows } from './pollock-measure.ts';

/** Reasons that say how the table is not just the lines of its file. */
const worthALook: readonly string[] = [
	'lines-above',
	'escaped',
	'header-rows',
	'ends-second-table',
	'ends-second-copy'
];

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
		const { table, sniffed, encodings } = readBytes(bytes);
		const names = Array.from({ length: Math.max(0, ...table.header.map((row) => row.length)) }, (_, i) =>
			table.header.map((row) => row[i] ?? '').join(' ')
		);
		const notes = [
			...table.rows.flatMap((row) => row.repaired ?? []),
			...table.rejected.flatMap((row) => row.rejected ?? []),
			...(table.headerRepaired ? ['header-repaired'] : []),
			...sniffed.unsure,
			...reasonsOf(table, sniffed.format, sniffed)
				.map(({ code }) => code)
				.filter((code) => worthALook.includes(code)),
			...(isUnsure(encodings) ? ['encoding-unsure'] : []),
			...(table.rows.some(({ cells }) => cells.some((cell) => cell.includes(UNDECODABLE)))
				? ['undecodable-bytes']
				: [])
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
