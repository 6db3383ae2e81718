import type { Finding } from './finding.ts';
import type { ColumnProfile } from './infer.ts';
import { rolesByName } from './synonyms.ts';

/** Days and months as ledgers write them: 0503 or 503, 05.03. or 5/3. */
const tight = /^(\d{1,2})(\d{2})$/;
const parted = /^(\d{1,2})([./-])(\d{1,2})([./-]?)$/;

/** Headers in Chinese or Japanese, whose dates begin with the largest part. */
const largestFirst = /\p{Script=Han}/u;

const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

/** Whether digits alone are a month and a day, in either order. */
function isTight(text: string, order: 'DDMM' | 'MMDD'): boolean {
	const match = tight.exec(text);
	const [first, second] = [Number(match?.[1]), Number(match?.[2])];
	return order === 'DDMM' ? isDay(first, second) : isDay(second, first);
}

/** Whether days have a mark behind the month as well, or between the two alone; null where a text is no day of a month. */
function formOf(text: string): 'parted' | 'open' | null {
	const match = parted.exec(text);
	if (match === null || !isDay(Number(match[1]), Number(match[3]))) return null;
	return match[4] === '' ? 'open' : 'parted';
}

/**
 * A column that a header names as the date and whose cells are days and months without a year (Belegdatum `0503`, TTMM): nobody
 * can read it, and the year stands elsewhere. Told with the formula that adds it; with two where all digits may be both ways. Null
 * where there is none.
 */
export function daysWithoutYear(columns: readonly ColumnProfile[]): Finding | null {
	for (const { index, header, cells, examples } of columns) {
		if (!rolesByName(header).some(({ role }) => role === 'date')) continue;
		const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
		const name = `[${header}]`;
		const [head, tail] = [`left(${name}, len(${name}) - 2)`, `right(${name}, 2)`];
		const formulas = {
			DDMM: `concat("YYYY-", ${tail}, "-", ${head})`,
			MMDD: `concat("YYYY-", ${head}, "-", ${tail})`
		};
		const where = { column: index + 1, header, example: examples[0] ?? '' };
		const orders = largestFirst.test(header) ? (['MMDD', 'DDMM'] as const) : (['DDMM', 'MMDD'] as const);
		const [order, other] = orders.filter((one) => filled.every((cell) => isTight(cell, one)));
		if (filled.length > 0 && order !== undefined)
			return other === undefined
				? { code: 'date-without-year', params: { ...where, order, formula: formulas[order] } }
				: {
						code: 'date-without-year-either',
						params: { ...where, order, formula: formulas[order], other, otherFormula: formulas[other] }
					};
		const form = formOf(filled[0] ?? '');
		if (form === null || !filled.every((cell) => formOf(cell) === form)) continue;
		const mark = parted.exec(filled[0] ?? '')?.[2] ?? '';
		const formula = `concat(${name}, "${form === 'open' ? mark : ''}YYYY")`;
		return { code: 'date-without-year', params: { ...where, order: `DD${mark}MM`, formula } };
	}
	return null;
}
