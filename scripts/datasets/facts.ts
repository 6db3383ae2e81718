import { isoDate } from '../../src/lib/core/calendar/day.ts';
import { NO_CODE } from '../../src/lib/core/columns/dictionary.ts';
import { textAt } from '../../src/lib/core/columns/text-column.ts';
import type { ControlTotals } from '../../src/lib/core/dataset/control-totals.ts';
import { NO_DAY, type EntityColumn, type EntityTable } from '../../src/lib/core/dataset/entity-table.ts';
import type { OrderTable } from '../../src/lib/core/dataset/order-table.ts';
import type { TableTotals } from '../../src/lib/core/dataset/table-manifest.ts';

/** Where the rows of a file went. */
export interface Rows {
	readonly source: number;
	readonly kept: number;
	readonly merged: number;
	readonly aside: number;
	readonly rejected: number;
}

/**
 * What can be counted of an imported file without its code: rows, and of each column its filled cells with the sum of
 * numbers, the exact sum of money, the first and last day, the number of different texts, or the length of prose.
 */
export interface Facts {
	readonly rows: Rows;
	readonly columns: Readonly<Record<string, ColumnFacts>>;
	readonly currency: string | null;
}

export type ColumnFacts =
	| { readonly filled: number; readonly distinct: number }
	| { readonly filled: number; readonly sum: number }
	| { readonly money: string }
	| { readonly filled: number; readonly first: string; readonly last: string }
	| { readonly filled: number; readonly characters: number };

/** Facts of a table of any entity but orders; the sum of money is that of the rows kept. */
export function tableFacts(table: EntityTable, totals: TableTotals): Facts {
	const { source, kept, merged, rejected } = totals;
	const money = new Map(totals.money.map((column) => [column.header, decimal(column.kept, column.scale)]));
	return {
		rows: { source, kept, merged, aside: 0, rejected },
		columns: Object.fromEntries(
			table.columns.map((column) => [column.header, columnFacts(column, money.get(column.header) ?? '')])
		),
		currency: table.currency
	};
}

/** Facts of orders: the money of the source and of what became of it, and what the rows that were not rejected name. */
export function orderFacts(table: OrderTable, totals: ControlTotals): Facts {
	const { source, kept, merged, setAside, rejected } = totals;
	const aside = Object.values(setAside);
	const money = (amount: number) => ({ money: decimal(amount, table.scale) });
	const sum = (parts: readonly { readonly rows: number; readonly amount: number }[]) => ({
		rows: parts.reduce((total, part) => total + part.rows, 0),
		amount: parts.reduce((total, part) => total + part.amount, 0)
	});
	const apart = sum(aside);
	const stays = sum([kept.sales, kept.refunds]);
	return {
		rows: {
			source: source.rows,
			kept: stays.rows,
			merged: merged.rows,
			aside: apart.rows,
			rejected: rejected.rows
		},
		columns: {
			'(amount)': money(source.amount),
			'(amount kept)': money(stays.amount),
			'(amount set aside)': money(apart.amount),
			'(customers)': { filled: filledIn(table.customer), distinct: table.customers.size },
			...(table.order !== null &&
				table.orders !== null && {
					'(orders)': { filled: filledIn(table.order), distinct: table.orders.size }
				}),
			'(date)': daysOf(table.day)
		},
		currency: table.currency
	};
}

function columnFacts(column: EntityColumn, money: string): ColumnFacts {
	switch (column.type) {
		case 'key':
		case 'category': {
			const codes = new Set(column.codes);
			codes.delete(NO_CODE);
			return { filled: filledIn(column.codes), distinct: codes.size };
		}
		case 'text': {
			const rows = column.text.offsets.length - 1;
			const texts = Array.from({ length: rows }, (_, row) => textAt(column.text, row).trim());
			return {
				filled: texts.filter((text) => text !== '').length,
				characters: texts.reduce((total, text) => total + [...text].length, 0)
			};
		}
		case 'date':
			return daysOf(column.day);
		case 'number': {
			const values = column.values.filter((value) => !Number.isNaN(value));
			return { filled: values.length, sum: values.reduce((total, value) => total + value, 0) };
		}
		case 'money':
			return { money };
	}
}

function daysOf(column: Int32Array): ColumnFacts {
	const days = column.filter((day) => day !== NO_DAY);
	if (days.length === 0) return { filled: 0, first: '', last: '' };
	const [first, last] = days.reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [
		Infinity,
		-Infinity
	] as [number, number]);
	return { filled: days.length, first: isoDate(first), last: isoDate(last) };
}

const filledIn = (codes: Uint32Array): number => codes.reduce((n, code) => n + (code === NO_CODE ? 0 : 1), 0);

/** Whole smallest units as the shortest decimal. */
function decimal(units: number, scale: number): string {
	const sign = units < 0 ? '-' : '';
	const text = String(Math.abs(units)).padStart(scale + 1, '0');
	const whole = text.slice(0, text.length - scale);
	const rest = text.slice(text.length - scale).replace(/0+$/, '');
	return sign + (rest === '' ? whole : `${whole}.${rest}`);
}
