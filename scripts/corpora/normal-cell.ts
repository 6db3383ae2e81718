/**
 * Cells made comparable as the Pollock benchmark has them (Vitagliano et al., VLDB 2023): numbers, truth values, dates,
 * times and prices that mean the same are the same, texts are compared without their case.
 */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (value: number): string => String(value).padStart(2, '0');
const known = new Map<string, string>();

/**
 * The comparable form of a cell.
 *
 * @example
 * normalCell('07') // => '7'
 * normalCell('28/01/2018') // => '2018-01-28 00:00:00'
 * normalCell('$74.690') // => '$74.69'
 */
export function normalCell(cell: string): string {
	if (cell.trim() === '') return cell;
	let normal = known.get(cell);
	if (normal === undefined) {
		normal =
			wholeOf(cell) ?? realOf(cell) ?? timeOf(cell) ?? dateOf(cell) ?? priceOf(cell) ?? cell.toLowerCase();
		known.set(cell, normal);
	}
	return normal;
}

/** Whole numbers and truth values; 0 and 1 are truth values, written otherwise (01, -0) they are their words. */
function wholeOf(cell: string): string | null {
	if (/^[Tt]rue$/.test(cell)) return '1';
	if (/^[Ff]alse$/.test(cell)) return '0';
	const text = cell.trim();
	if (!/^[+-]?\d+(?:_\d+)*$/.test(text)) return null;
	const value = BigInt(text.replaceAll('_', '').replace('+', ''));
	if (value === 0n && cell !== '0') return 'False';
	if (value === 1n && cell !== '1') return 'True';
	return value.toString();
}

function realOf(cell: string): string | null {
	const text = cell.trim().toLowerCase();
	if (text.endsWith('nan') && text.length <= 4) return 'nan';
	if (/^[+-]?inf(?:inity)?$/.test(text)) return text.startsWith('-') ? '-inf' : 'inf';
	const form = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+)?$/;
	return form.test(text) ? `f${Number(text.replaceAll('_', ''))}` : null;
}

function timeOf(cell: string): string | null {
	const [, h = '', m = '', s = '0'] = /^(\d{1,2})[: ](\d{1,2})(?:[: ](\d{1,2}))?$/.exec(cell) ?? [];
	if (h === '' || Number(h) > 23 || Number(m) > 59 || Number(s) > 59) return null;
	return [h, m, s].map((part) => two(Number(part))).join(':');
}

function dateOf(cell: string): string | null {
	const text = cell.trim();
	const clock = /[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(text);
	const [hour, minute, second] = [1, 2, 3].map((i) => Number(clock?.[i] ?? 0)) as [number, number, number];
	const day = dayOf(clock === null ? text : text.slice(0, clock.index));
	if (day === null || hour > 23 || minute > 59 || second > 59) return null;
	const [y, m, d] = day;
	if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return null;
	return `${y}-${two(m)}-${two(d)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

function dayOf(text: string): [number, number, number] | null {
	const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
	if (ymd !== null) return [Number(ymd[1]), Number(ymd[2]), Number(ymd[3])];
	const named = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})$/.exec(text);
	const month = months.indexOf(named?.[2]?.toLowerCase() ?? '') + 1;
	if (named !== null && month > 0) return [Number(named[3]), month, Number(named[1])];
	const [, first = '', second = '', year = ''] =
		/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? [];
	if (first === '') return null;
	const short = year.length === 2;
	const y = Number(year) + (short ? (Number(year) > 68 ? 1900 : 2000) : 0);
	// Month first, unless there is no such month.
	return Number(first) > 12 ? [y, Number(second), Number(first)] : [y, Number(first), Number(second)];
}

const signs =
	/[A-Z]{2}D\$|Bds\$|CUC\$|MOP\$|(?:AR|AU|BN|BZ|CA|CL|CO|CV|HK|MX|NT|NZ|TT|RD|WS|US|C|J|N|R|S|T|Z|A)\$|\$U|[$€£¥￥₽₹₩]|EUR|euro|eur|CHF|DKK/;

function priceOf(cell: string): string | null {
	const sign = signs.exec(cell)?.[0];
	if (sign === undefined) return null;
	const amount = /([.]?\d[\d\s.,']*)\s*?(?:[^%\d]|$)/.exec(cell.replace(/\s+/g, ' '))?.[1];
	if (amount === undefined) return null;
	let digits = amount.replace(/[,.]+$/, '').replaceAll("'", '');
	if (digits.split('.').length !== 2) digits = digits.replace(/^[,.]+/, '');
	digits = digits.replaceAll(' ', '');
	const point = /([.,])(?:\d{1,2}|\d{4,})$/.exec(digits)?.[1];
	if (point === undefined) digits = digits.replace(/[.,]/g, '');
	else if (point === '.') digits = digits.replaceAll(',', '');
	else digits = digits.replaceAll('.', '').replaceAll(',', '.');
	return /^\d*\.?\d*$/.test(digits) && /\d/.test(digits) ? `${sign.trim()}${Number(digits)}` : null;
}
