import Papa from 'papaparse';
import type { Rows } from './pollock-measure.ts';

/** What PapaParse makes of a text with no help: it guesses the delimiter; lines without a text are left out. */
export function papaAutomatic(text: string): Rows {
	return Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;
}

/** Text of bytes: UTF-8, or Windows-1252 where they are none. */
export function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
