/** Order of year, month and day in a column; `named` is e.g. 5 Mar 2024; `serial` an Excel day number. */
export const dateOrders = ['ymd', 'dmy', 'mdy', 'compact-ymd', 'serial-1900', 'serial-1904'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Which character parts decimals, and which groups thousands ('' = none). */
export interface NumberStyle {
	readonly decimal: '.' | ',';
	readonly group: '' | ',' | '.' | ' ' | "'";
}
