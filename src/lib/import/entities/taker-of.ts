import type { TableColumnPlan } from '#lib/core/dataset/recipe.ts';
import type { ColumnTaker } from './column-taker.ts';
import { DateTaker } from './date-taker.ts';
import { MoneyTaker, NumberTaker } from './number-takers.ts';
import type { ZoneClock } from '../values/zone-clock.ts';
import { CodedTaker, TextTaker } from './text-takers.ts';

/**
 * The taker of a column.
 *
 * @throws CoreError `date-order-ambiguous`, `amount-style-ambiguous` {column, header} when a decision is missing.
 */
export function takerOf(plan: TableColumnPlan, currency: string | null, zone: ZoneClock | null): ColumnTaker {
	switch (plan.type) {
		case 'key':
		case 'category':
			return new CodedTaker(plan, plan.type);
		case 'text':
			return new TextTaker(plan);
		case 'date':
			return new DateTaker(plan, zone);
		case 'number':
			return new NumberTaker(plan);
		case 'money':
			return new MoneyTaker(plan, currency);
	}
}

/** Whether the value that a taker of keys kept last had been there before. */
export const repeatsKey = (taker: ColumnTaker): boolean => taker instanceof CodedTaker && taker.repeats;
