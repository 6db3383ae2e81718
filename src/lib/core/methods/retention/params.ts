import * as v from 'valibot';
import type { RetentionParams } from './types.ts';

/** The longest N that can be asked for. */
export const longestPeriods = 400;

/** How far the curves go unless said otherwise: about a month of days, half a year of weeks, three years else. */
export const defaultMaxPeriods: Readonly<Record<RetentionParams['unit'], number>> = {
	day: 30,
	week: 26,
	month: 36,
	quarter: 12,
	year: 5
};

/** The last day that a bracket can end on, and how many brackets there can be. */
export const longestBracket = 3650;
export const mostBrackets = 12;

const bracketEnd = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestBracket));
const brackets = v.pipe(
	v.array(v.tuple([bracketEnd, bracketEnd])),
	v.minLength(1),
	v.maxLength(mostBrackets),
	v.check(
		(given) => given.every(([from, to], at) => from <= to && from > (given[at - 1]?.[1] ?? 0)),
		'brackets-not-ascending'
	)
);
const defaultBrackets: [number, number][] = [
	[1, 30],
	[31, 60],
	[61, 90],
	[91, 180],
	[181, 365]
];

/**
 * Parameters of retention; `parse(retentionParams, {})` gives the defaults. `maxPeriods` follows the unit. Brackets stand
 * in order and share no day.
 */
export const retentionParams = v.pipe(
	v.strictObject({
		unit: v.optional(v.picklist(['day', 'week', 'month', 'quarter', 'year']), 'month'),
		measure: v.optional(v.picklist(['on', 'on-or-after']), 'on'),
		periods: v.optional(v.picklist(['calendar', 'rolling']), 'calendar'),
		entry: v.optional(v.picklist(['first', 'recurring']), 'first'),
		bracketUnit: v.optional(v.picklist(['day', 'period']), 'day'),
		brackets: v.optional(brackets, defaultBrackets),
		maxPeriods: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestPeriods)))
	}),
	v.transform((given): RetentionParams => ({
		...given,
		maxPeriods: given.maxPeriods ?? defaultMaxPeriods[given.unit]
	}))
);
