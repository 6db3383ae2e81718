/**
 * Order of year, month and day in a column; `serial`: an Excel day number; `month`: a month without a day, which stands for
 * its first; `unix`: seconds or milliseconds since 1970 in UTC.
 */
export const dateOrders = [
	'ymd',
	'dmy',
	'mdy',
	'compact-ymd',
	'month',
	'serial-1900',
	'serial-1904',
	'unix'
] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Which character parts decimals, and which groups thousands ('' = none). */
export interface NumberStyle {
	readonly decimal: '.' | ',';
	readonly group: '' | ',' | '.' | ' ' | "'";
}
