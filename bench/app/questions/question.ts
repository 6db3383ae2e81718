import { periodTable, type PeriodTable } from '#lib/core/calendar/period-table.ts';
import type { AttributeColumn, OrderTable } from '#lib/core/dataset/order-table.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { observedSpan, type ObservedSpan } from '#lib/core/methods/observed-span.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { formatDay } from '#lib/i18n/format.ts';

/** Numbers by name, few enough to be compared one by one; what is zero may be left out. */
export type Counts = Readonly<Record<string, number>>;

/** Whose screen answers a question, among others. */
export type Screen =
	| 'rfm'
	| 'retention'
	| 'lifecycle'
	| 'overview'
	| 'churn'
	| 'contribution'
	| 'value'
	| 'migration'
	| 'origins'
	| 'contracts';

/** The orders in memory, as the app's worker has them, and all history up to the newest order. */
export interface Loaded {
	readonly ledger: Ledger;
	readonly frame: Frame;
	readonly span: ObservedSpan;
	readonly months: PeriodTable;
	readonly table: OrderTable;
	readonly channel: AttributeColumn;
}

export function loadedFrom(table: OrderTable, ledger: Ledger): Loaded {
	const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
	const span = observedSpan({ ledger, frame });
	const channel = table.attributes.find(({ header }) => header === 'channel');
	if (span === null || channel === undefined) throw new Error('The file has no orders, or no channels.');
	const months = periodTable(span.firstDay, span.asOf, 'month', frame);
	return { ledger, frame, span, months, table, channel };
}

/** A question to a method: the product's own kernel, the same in SQL, and what both answers are compared by. */
interface Description<T> {
	readonly name: string;
	readonly title: string;
	readonly screen: Screen;
	/** Whether the kernel is passes over the orders alone; others sort, select or fit beside them. */
	readonly linear: boolean;
	/** Makes the task that is timed: what the SQL asks, and nothing beside it where the method can be asked for less. */
	kernel(loaded: Loaded): () => T;
	counts(answer: T, loaded: Loaded): Counts;
	/** Timed. Makes tables, so that the answer can be read when the clock has stopped. */
	readonly sql: readonly string[];
	/** Rows of a name and a value. */
	readonly answer: string;
}

export interface Question extends Omit<Description<unknown>, 'kernel' | 'counts'> {
	kernel(loaded: Loaded): () => unknown;
	answerOf(loaded: Loaded): Counts;
}

export function question<T>({ kernel, counts, ...rest }: Description<T>): Question {
	return { ...rest, kernel, answerOf: (loaded) => counts(kernel(loaded)(), loaded) };
}

/** Names a column's numbers by the row's name, leaving out zeros. */
export function named(
	values: ArrayLike<number>,
	nameOf: (row: number) => string,
	into: Record<string, number> = {}
): Record<string, number> {
	for (let row = 0; row < values.length; row++) {
		if (values[row] !== 0) into[nameOf(row)] = values[row] as number;
	}
	return into;
}

/** A day's month, e.g. `2022-03`. */
export const monthOf = (day: number | undefined): string => formatDay(day ?? NaN).slice(0, 7);

/** A share or a survival to nine decimals, which both engines agree on. */
export const rounded = (value: number): number => Math.round(value * 1e9);
