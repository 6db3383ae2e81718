import type { ColumnProfile } from './infer.ts';
import { decideOrder } from './values/date-order.ts';
import { DateStatus, newDateReading, readDate } from './values/read-date.ts';
import type { DateOrder } from '#lib/core/dataset/recipe.ts';

/** Of the rows that have both. */
const NEARLY_ALL = 0.9;

const first = newDateReading();
const second = newDateReading();

/**
 * Whether the days of a column lie in the months that another names for the same rows, in one of the orders that their dates may
 * stand in. Takes time in proportion to the cells.
 */
export function areDaysOf(days: ColumnProfile, months: ColumnProfile): boolean {
	if (days.dates.dates === 0) return false;
	return decideOrder(days.dates).choices.some((order) => shareWithin(days, order, months) >= NEARLY_ALL);
}

function shareWithin({ cells }: ColumnProfile, order: DateOrder, months: ColumnProfile): number {
	let both = 0;
	let within = 0;
	cells.forEach((cell, row) => {
		const isDay = readDate(cell, order, first) === DateStatus.OK;
		const isMonth = readDate(months.cells[row] ?? '', 'month', second) === DateStatus.OK;
		if (!isDay || !isMonth) return;
		both++;
		if (monthOf(first.day) === monthOf(second.day)) within++;
	});
	return both === 0 ? 0 : within / both;
}

const monthOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 7);
