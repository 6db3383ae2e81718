import fc from 'fast-check';
import { ledgerOf, type TestRow } from '../../../support/ledger.ts';
import type { PeriodUnit } from '#lib/core/calendar/period.ts';
import type { MethodInput } from '#lib/core/methods/types.ts';

/** A random shop and the frame it is looked at in. A row without amount makes its customer known, no more. */
export interface Shop {
	readonly rows: readonly TestRow[];
	readonly asOf: number;
	readonly from: number | null;
	readonly weekStart: number;
	readonly yearStart?: number;
}

/** One customer as the naive models see them: no offsets, no indices into arrays of others. */
export interface NaiveCustomer {
	readonly index: number;
	readonly firstSeen: number;
	/** In time order, up to the as-of date only. */
	readonly orders: readonly { readonly day: number; readonly amount: number }[];
}

const origin = 18_000;

/** Shops of up to nine customers over up to three years; many orders share days, many as-of dates cut some off. */
export const shops: fc.Arbitrary<Shop> = fc
	.tuple(fc.constantFrom(3, 40, 200, 1000), fc.integer({ min: 0, max: 70 }))
	.chain(([range, rows]) =>
		fc.record({
			rows: fc.array(
				fc.tuple(
					fc.integer({ min: 0, max: 8 }).map((key) => `customer ${key}`),
					fc.integer({ min: 0, max: range }).map((day) => origin + day),
					fc.oneof(
						{ weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) },
						{ weight: 1, arbitrary: fc.constant(null) }
					)
				),
				{ minLength: Math.min(rows, 1), maxLength: rows }
			),
			asOf: fc.integer({ min: origin - 2, max: origin + range + 40 }),
			from: fc.option(fc.integer({ min: origin - 20, max: origin + range + 20 }), { nil: null }),
			weekStart: fc.integer({ min: 1, max: 7 }),
			yearStart: fc.integer({ min: 2, max: 12 })
		})
	);

export function inputOf({ rows, ...frame }: Shop): MethodInput {
	return { ledger: ledgerOf(rows), frame };
}

/** Customers known by the as-of date, with their place in the canonical order of all customers. */
export function customersOf({ rows, asOf }: Shop): NaiveCustomer[] {
	const keys = [...new Set(rows.map(([key]) => key as string))].sort();
	const customers: NaiveCustomer[] = [];
	keys.forEach((key, index) => {
		const own = rows.filter((row) => row[0] === key && (row[1] as number) <= asOf);
		if (own.length === 0) return;
		customers.push({
			index,
			firstSeen: Math.min(...own.map((row) => row[1] as number)),
			orders: own
				.filter((row) => row[2] !== null)
				.map((row) => ({ day: row[1] as number, amount: row[2] as number }))
				.sort((a, b) => a.day - b.day)
		});
	});
	return customers;
}

/** Days on which a calendar period begins, told by the platform's calendar. */
function begins(
	day: number,
	unit: PeriodUnit,
	{ weekStart, yearStart = 1 }: Pick<Shop, 'weekStart' | 'yearStart'>
): boolean {
	const date = new Date(day * 86_400_000);
	if (unit === 'day') return true;
	if (unit === 'week') return date.getUTCDay() === weekStart % 7;
	const every = { month: 1, quarter: 3, year: 12 }[unit];
	return date.getUTCDate() === 1 && (date.getUTCMonth() + 13 - yearStart) % every === 0;
}

/** First days of the periods that touch `first` .. `last`, and of the one after. */
export function periodStarts(
	first: number,
	last: number,
	unit: PeriodUnit,
	rule: Pick<Shop, 'weekStart' | 'yearStart'>
): number[] {
	let day = first;
	while (!begins(day, unit, rule)) day--;
	const starts = [day];
	while (day <= last) {
		day++;
		if (begins(day, unit, rule)) starts.push(day);
	}
	while (!begins(day, unit, rule)) day++;
	if (starts.at(-1) !== day) starts.push(day);
	return starts;
}

/** Index of the period that holds a day. */
export function periodIndex(starts: readonly number[], day: number): number {
	return starts.findIndex((start, at) => start <= day && day < (starts[at + 1] ?? Number.POSITIVE_INFINITY));
}

/** Type-7 quantile as the textbook writes it, on unsorted numbers. */
export function naiveQuantile(values: readonly number[], p: number): number {
	if (values.length === 0) return Number.NaN;
	const sorted = [...values].sort((a, b) => a - b);
	const h = (sorted.length - 1) * p;
	// A rounding error in h must not step over a whole index.
	const low = Math.floor(h + 1e-9);
	const part = Math.max(0, h - low);
	const a = sorted[low] as number;
	const b = sorted[Math.min(low + 1, sorted.length - 1)] as number;
	return part < 1e-9 ? a : a + part * (b - a);
}

/** All columns of a table as plain rows. */
export function rowsOf(table: { rows: number; columns: Readonly<Record<string, ArrayLike<unknown>>> }) {
	return Array.from({ length: table.rows }, (_, row) =>
		Object.fromEntries(Object.entries(table.columns).map(([name, values]) => [name, values[row]]))
	);
}
