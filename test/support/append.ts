import { decodeAll, NO_CODE, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { appendTables, type AppendedTables } from '#lib/core/dataset/append/append-tables.ts';
import { compareTables } from '#lib/core/dataset/append/compare-tables.ts';
import type { ChangedRule, Comparison } from '#lib/core/dataset/append/types.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';

const noPause = (): Promise<void> => Promise.resolve();

/** Compares and appends in one go. */
export async function appended(
	first: OrderTable,
	second: OrderTable,
	rule: ChangedRule
): Promise<AppendedTables & { readonly comparison: Comparison }> {
	const compared = await compareTables(first, second, noPause);
	return {
		...(await appendTables(compared, [first, second], rule, noPause)),
		comparison: compared.comparison
	};
}

/** The rows of a table as texts, sorted: equal for tables of the same rows in whatever order of equal ones. */
export function rowTexts(table: OrderTable): string[] {
	const texts = (dictionary: Dictionary | null): string[] =>
		dictionary === null ? [] : decodeAll(dictionary);
	const customers = texts(table.customers);
	const orders = texts(table.orders);
	const attributes = table.attributes.map(({ header, dictionary, codes }) => ({
		header,
		values: texts(dictionary),
		codes
	}));
	const named = (values: readonly string[], code: number | undefined): string | null =>
		code === undefined || code === NO_CODE ? null : (values[code] as string);
	return Array.from({ length: table.rows }, (_, row) =>
		JSON.stringify([
			named(customers, table.customer[row]),
			named(orders, table.order?.[row]),
			table.day[row],
			table.instant?.[row] ?? null,
			(table.amount[row] as number) / 10 ** table.scale,
			table.quantity?.[row] ?? null,
			table.profit?.[row] ?? null,
			table.kind[row],
			...attributes
				.toSorted((a, b) => (a.header < b.header ? -1 : 1))
				.map(({ header, values, codes }) => [header, named(values, codes[row])])
		])
	).sort();
}
