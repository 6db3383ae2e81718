import type { Table } from '../../result/table.ts';

/**
 * What is scored where that is not orders: the table, what it is about, the headers of its values and days ('' = none), the
 * currency of its values. rows = counted + later (after the as-of date) + orphans (about nobody known) + undated + empty
 * (without a value).
 */
export type RfmSource = Table<{
	table: readonly string[];
	entity: readonly string[];
	value: readonly string[];
	day: readonly string[];
	currency: readonly string[];
	rows: Uint32Array;
	counted: Uint32Array;
	orphans: Uint32Array;
	undated: Uint32Array;
	empty: Uint32Array;
	later: Uint32Array;
}>;
