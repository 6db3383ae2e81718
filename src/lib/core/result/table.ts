/**
 * The one shape in which numbers leave a method: named columns of equal length, typed arrays for
 * numbers, plain strings for text. Cloneable, transferable, and written to JSON without loss.
 * In a numeric column NaN means "no value" (a rate with an empty base); it is shown as a dash and
 * written to JSON as null, never used in sums.
 */
export type NumericColumn = Float64Array | Int32Array | Uint32Array | Uint8Array;
export type TableColumn = NumericColumn | readonly string[];

/** What a column's numbers mean, so that a screen, a report and a file can write them alike. */
export type CellType =
	| 'text'
	| 'count' // whole number of things
	| 'number' // plain number, may have decimals
	| 'money' // whole units of the dataset's smallest money unit; divide by 10^scale to show
	| 'share' // 0..1
	| 'day' // day number since 1970-01-01
	| 'days' // a length of time in days
	| 'code' // index into a list of ids that the method's types name
	| 'flag'; // 0 or 1

export interface Table<C extends Record<string, TableColumn> = Record<string, TableColumn>> {
	readonly rows: number;
	readonly columns: C;
	readonly types: Readonly<Record<keyof C, CellType>>;
}
