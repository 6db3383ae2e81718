import { CoreError } from '../../errors.ts';
import type { EntityColumn, EntityTable } from '../entity-table.ts';
import { joinedColumn, type JoinedColumn } from './joined-column.ts';

/** A column of two tables laid end to end, and where it was. */
export interface UnifiedColumn extends JoinedColumn {
	/** Places of the column in the two tables; null where a table does not have it. */
	readonly places: readonly [number | null, number | null];
}

/**
 * Lays the columns of two tables end to end. Columns are the same where they have one role, attributes where they have one
 * header (and as many of that header before them). Linear in the cells.
 *
 * @throws CoreError `append-type` {header} where both have a column and read it otherwise; `append-currency` {have, add};
 *   `amount-sum-too-large` when money in the finer of both units would not be exact.
 */
export function unifiedColumns(a: EntityTable, b: EntityTable): UnifiedColumn[] {
	if (a.currency !== null && b.currency !== null && a.currency !== b.currency)
		throw new CoreError('append-currency', { have: a.currency, add: b.currency });
	const left = keyed(b.columns);
	const pairs: (readonly [number | null, number | null])[] = [];
	for (const [key, at] of keyed(a.columns)) {
		pairs.push([at, left.get(key) ?? null]);
		left.delete(key);
	}
	for (const at of left.values()) pairs.push([null, at]);
	return pairs.map((places) => {
		const [one, other] = places;
		const first = one === null ? null : (a.columns[one] ?? null);
		const second = other === null ? null : (b.columns[other] ?? null);
		return { places, ...joinedColumn(first, second, a.rows, b.rows) };
	});
}

/** Places of columns by what makes two tables' columns the same. */
function keyed(columns: readonly EntityColumn[]): Map<string, number> {
	const found = new Map<string, number>();
	columns.forEach(({ role, header }, at) => {
		const name = role === 'attribute' ? header : '';
		let nth = 0;
		while (found.has(`${role} ${nth} ${name}`)) nth++;
		found.set(`${role} ${nth} ${name}`, at);
	});
	return found;
}
