import type { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import {
	stageIds,
	type StageCondition,
	type StageMeasure,
	type StageRule,
	type StageValue
} from './types.ts';

/** A condition whose percentile has been looked up in the data. */
export interface ResolvedCondition {
	readonly measure: StageCondition['measure'];
	readonly is: StageCondition['is'];
	/** NaN when the data have no gaps to take a percentile of: the condition then never holds. */
	readonly value: number;
}

export interface ResolvedRule {
	/** Index into the stages of the model. */
	readonly stage: number;
	readonly when: readonly ResolvedCondition[];
}

/** Puts numbers in the place of the percentiles, and places among `stages` in that of names. */
export function resolveRules(
	rules: readonly StageRule<string>[],
	gaps: WholeNumberCounts,
	stages: readonly string[] = stageIds
): readonly ResolvedRule[] {
	return rules.map(({ stage, when }) => ({
		stage: stages.indexOf(stage),
		when: when.map(({ measure, is, value }) => ({ measure, is, value: resolve(value, gaps) }))
	}));
}

/** Finds the stage of a customer from what the rules look at; NaN: has no such measure. */
export type StageFinder = (
	orders: number,
	daysSinceLast: number,
	previousGap: number,
	contacts?: number,
	score?: number
) => number;

/**
 * Finds the first rule's stage whose conditions all hold. Measures are whole numbers; one that the customer does
 * not have is NaN (days since last without an order, a previous gap without two order days, contacts where no table
 * tells of any), and no condition on it holds. Conditions are made into ranges once, for they are asked of every
 * customer.
 *
 * @example
 * const find = stageFinder([{ stage: 5, when: [{ measure: 'daysSinceLast', is: '>', value: 90 }] }, { stage: 3, when: [] }]);
 * find(4, 91, 7) // => 5
 * find(4, 90, 7) // => 3
 * find(0, NaN, NaN) // => 3
 */
export function stageFinder(rules: readonly ResolvedRule[]): StageFinder {
	const ranges = rules.map(({ stage, when }) => {
		const on = (wanted: StageMeasure): Range[] =>
			when.filter(({ measure }) => measure === wanted).map(rangeOf);
		return {
			stage,
			orders: on('orders'),
			days: on('daysSinceLast'),
			gap: on('previousGap'),
			contacts: on('contacts'),
			score: on('score')
		};
	});
	return (orders, daysSinceLast, previousGap, contacts = Number.NaN, score = Number.NaN) => {
		for (const rule of ranges) {
			if (
				holds(rule.days, daysSinceLast) &&
				holds(rule.orders, orders) &&
				holds(rule.gap, previousGap) &&
				holds(rule.contacts, contacts) &&
				holds(rule.score, score)
			) {
				return rule.stage;
			}
		}
		// Unreachable: the parameters' schema demands a last rule without conditions.
		return 0;
	};
}

interface Range {
	readonly least: number;
	readonly most: number;
}

/** The whole numbers for which a condition holds. */
function rangeOf({ is, value }: ResolvedCondition): Range {
	switch (is) {
		case '<':
			return { least: -Infinity, most: Math.ceil(value) - 1 };
		case '<=':
			return { least: -Infinity, most: value };
		case '=':
			return { least: value, most: value };
		case '>=':
			return { least: value, most: Infinity };
		case '>':
			return { least: Math.floor(value) + 1, most: Infinity };
	}
}

function holds(ranges: readonly Range[], own: number): boolean {
	for (const { least, most } of ranges) if (!(own >= least && own <= most)) return false;
	return true;
}

/**
 * The fewest whole days of silence after which the lost rule takes a customer for lost: the first rule of the
 * stage `lost` with a lower limit on the days since the last order. Null when no rule has one; infinite when
 * its percentile has no data.
 *
 * @example
 * lostAfterDays([{ stage: 5, when: [{ measure: 'daysSinceLast', is: '>', value: 90.4 }] }]) // => 91
 * lostAfterDays([{ stage: 5, when: [{ measure: 'daysSinceLast', is: '>=', value: 90 }] }]) // => 90
 * lostAfterDays([{ stage: 3, when: [] }]) // => null
 */
export function lostAfterDays(rules: readonly ResolvedRule[]): number | null {
	const lost = stageIds.indexOf('lost');
	for (const rule of rules) {
		if (rule.stage !== lost) continue;
		for (const { measure, is, value } of rule.when) {
			if (measure !== 'daysSinceLast' || (is !== '>' && is !== '>=')) continue;
			if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
			// At least a day: orders of one day are never a silence apart.
			return Math.max(1, is === '>' ? Math.floor(value) + 1 : Math.ceil(value));
		}
	}
	return null;
}

function resolve(value: StageValue, gaps: WholeNumberCounts): number {
	return typeof value === 'number' ? value : gaps.quantile(value.percentile / 100);
}
