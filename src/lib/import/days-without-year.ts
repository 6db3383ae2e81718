import type { Finding } from './finding.ts';
import type { ColumnProfile } from './infer.ts';
import { rolesByName } from './synonyms.ts';

/** Days and months as ledgers write them: 0503 or 503, 05.03. or 5/3. */
const tight = /^(\d{1,2})(\d{2})$/;
const parted = /^(\d{1,2})([./-])(\d{1,2})([./-]?)$/;

const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

/** How the formula that adds the year begins and ends, by how days are written; null where a text is no day of a month. */
function formOf(text: string): 'tight' | 'parted' | 'open' | null {
	let match = tight.exec(text);
	if (match !== null) return isDay(Number(match[1]), Number(match[2])) ? 'tight' : null;
	match = parted.exec(text);
	if (match === null || !isDay(Number(match[1]), Number(match[3]))) return null;
	return match[4] === '' ? 'open' : 'parted';
}

/**
 * A column that a header names as the date and whose cells are days and months without a year (Belegdatum `0503`, TTMM): nobody
 * can read it, and the year stands elsewhere. Told with the formula that adds it. Null where there is none.
 */
export function daysWithoutYear(columns: readonly ColumnProfile[]): Finding | null {
	for (const { index, header, cells, examples } of columns) {
		if (!rolesByName(header).some(({ role }) => role === 'date')) continue;
		const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
		const form = formOf(filled[0] ?? '');
		if (form === null || !filled.every((cell) => formOf(cell) === form)) continue;
		const name = `[${header}]`;
		const mark = parted.exec(filled[0] ?? '')?.[2] ?? '';
		const formula = {
			tight: `concat("YYYY-", right(${name}, 2), "-", left(${name}, len(${name}) - 2))`,
			parted: `concat(${name}, "YYYY")`,
			open: `concat(${name}, "${mark}YYYY")`
		}[form];
		return {
			code: 'date-without-year',
			params: { column: index + 1, header, example: examples[0] ?? '', formula }
		};
	}
	return null;
}
