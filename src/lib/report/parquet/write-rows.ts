import { NO_CODE, stringAt } from '#lib/core/columns/dictionary.ts';
import { RowKind, type OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ColumnRole, ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { writeParquet, type ParquetColumn } from './write-parquet.ts';

/** What became of a row, by `RowKind`. */
const kinds = Object.entries(RowKind)
	.sort(([, a], [, b]) => a - b)
	.map(([name]) => name.toLowerCase().replaceAll('_', '-'));

/**
 * The stored rows of a dataset as a Parquet file, under the headers of its source: customer, order, date or time, amount
 * and profit as exact decimals, attributes, and what became of each row (`row_kind`). About 1 µs a value.
 */
export function writeRows(table: OrderTable, recipe: ImportRecipe): Promise<Uint8Array<ArrayBuffer>> {
	return writeParquet(orderColumns(table, recipe), table.rows, table.scale);
}

function orderColumns(table: OrderTable, { columns }: ImportRecipe): ParquetColumn[] {
	const headed = (role: ColumnRole) => columns.find((column) => column.role === role)?.header ?? role;
	const text = (name: string, at: (row: number) => string | null): ParquetColumn => ({
		name,
		kind: 'text',
		at
	});
	const { customer, customers, names, order, orders, day, instant, amount, quantity, profit, kind } = table;
	// A column of costs holds something else than what is left of the amounts.
	const profitName = columns.find(({ role }) => role === 'profit')?.header ?? 'profit';
	const owner = (row: number) => customer[row] as number;
	return [
		text(headed('customer'), (row) => textAt(customers, owner(row))),
		...(names === null
			? []
			: [
					text(headed('customer-name'), (row) =>
						owner(row) === NO_CODE ? null : textAt(names.dictionary, names.codes[owner(row)] as number)
					)
				]),
		...(order === null || orders === null
			? []
			: [text(headed('order'), (row) => textAt(orders, order[row] as number))]),
		instant === null
			? { name: headed('date'), kind: 'day', at: (row) => day[row] as number }
			: { name: headed('date'), kind: 'instant', at: (row) => instant[row] as number },
		{ name: headed('amount'), kind: 'decimal', at: (row) => amount[row] as number },
		...(profit === null
			? []
			: [{ name: profitName, kind: 'decimal' as const, at: (row: number) => profit[row] as number }]),
		...(quantity === null ? [] : [numbers(headed('quantity'), quantity)]),
		...table.attributes.map(({ header, dictionary, codes }) =>
			text(header, (row) => textAt(dictionary, codes[row] as number))
		),
		text('row_kind', (row) => kinds[kind[row] as number] ?? null)
	];
}

function textAt(dictionary: OrderTable['customers'], code: number): string | null {
	return code === NO_CODE ? null : stringAt(dictionary, code);
}

function numbers(name: string, values: Float64Array): ParquetColumn {
	const whole = values.every((value) => Number.isNaN(value) || Number.isSafeInteger(value));
	return { name, kind: whole ? 'whole' : 'double', at: (row) => values[row] as number };
}
