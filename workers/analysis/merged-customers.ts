import type { AttributeColumn, OrderTable } from '#lib/core/dataset/order-table.ts';
import { gather } from '#lib/core/columns/order-index.ts';
import { placesOf } from '#lib/core/identity/merged-places.ts';
import { mergeCustomers } from '#lib/core/identity/merge-customers.ts';
import type { MergedIds, SameCustomers } from '#lib/core/identity/types.ts';

/** The table that is analysed, with the customers that were decided to be one, and how its rows stand to those stored. */
export interface AnalysedTable {
	readonly table: OrderTable;
	readonly same: SameCustomers;
	/** The groups that the table has. */
	readonly merged: readonly MergedIds[];
	/** The same by the places of the ids among all of the stored table. */
	readonly places: readonly (readonly number[])[];
	/** A stored attribute in the order of the table's rows. */
	readonly inOrder: (attribute: AttributeColumn) => AttributeColumn;
}

/** A table as stored, with the customers that are one merged. Instants served to put them in order, and are let go. */
export function mergedCustomers(stored: OrderTable, same: SameCustomers): AnalysedTable {
	const joined = mergeCustomers(stored, same.merged);
	if (joined === null) {
		return {
			table: { ...stored, instant: null },
			same,
			merged: [],
			places: [],
			inOrder: (attribute) => attribute
		};
	}
	const { table, rows, merged } = joined;
	return {
		table: { ...table, instant: null },
		same,
		merged,
		places: placesOf(stored.customers, merged),
		inOrder: (attribute) => ({ ...attribute, codes: gather(attribute.codes, rows) })
	};
}
