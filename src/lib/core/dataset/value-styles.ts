/**
 * Order of year, month and day in a column; `serial`: an Excel day number; `month`: a month without a day, which stands for
 * its first; `unix`: seconds or milliseconds since 1970 in UTC; `ymd-named`: as `ymd`, and of two short numbers round the name of a
 * month the first is the year (24-MAR-05), which is the day in every other order.
 */
export const dateOrders = [
	'ymd',
	'dmy',
	'mdy',
	'compact-ymd',
	'month',
	'serial-1900',
	'serial-1904',
	'unix',
	'ymd-named'
] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Which character parts decimals, and which groups thousands ('' = none). */
export interface NumberStyle {
	readonly decimal: '.' | ',';
	readonly group: '' | ',' | '.' | ' ' | "'";
}
