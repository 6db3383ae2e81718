import type { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import { stageIds, type StageCondition, type StageRule, type StageValue } from './types.ts';

/** A condition whose percentile has been looked up in the data. */
export interface ResolvedCondition {
	readonly measure: StageCondition['measure'];
	readonly is: StageCondition['is'];
	/** NaN when the data have no gaps to take a percentile of: the condition then never holds. */
	readonly value: number;
}

export interface ResolvedRule {
	/** Index into `stageIds`. */
	readonly stage: number;
	readonly when: readonly ResolvedCondition[];
}

/** Puts numbers in the place of the percentiles. */
export function resolveRules(rules: readonly StageRule[], gaps: WholeNumberCounts): readonly ResolvedRule[] {
	return rules.map(({ stage, when }) => ({
		stage: stageIds.indexOf(stage),
		when: when.map(({ measure, is, value }) => ({ measure, is, value: resolve(value, gaps) }))
	}));
}

/**
 * Index (into `stageIds`) of the first rule's stage whose conditions all hold. A measure that the customer does
 * not have is NaN (days since last without an order, a previous gap without two order days), and no
 * condition on it holds.
 *
 * @example
 * stageOf([{ stage: 5, when: [{ measure: 'daysSinceLast', is: '>', value: 90 }] }, { stage: 3, when: [] }], 4, 91, 7) // => 5
 * stageOf([{ stage: 5, when: [{ measure: 'daysSinceLast', is: '>', value: 90 }] }, { stage: 3, when: [] }], 0, NaN, NaN) // => 3
 */
export function stageOf(
	rules: readonly ResolvedRule[],
	orders: number,
	daysSinceLast: number,
	previousGap: number
): number {
	for (const rule of rules) {
		let holds = true;
		for (const { measure, is, value } of rule.when) {
			const own = measure === 'orders' ? orders : measure === 'daysSinceLast' ? daysSinceLast : previousGap;
			if (!compare(own, is, value)) {
				holds = false;
				break;
			}
		}
		if (holds) return rule.stage;
	}
	// Unreachable: the parameters' schema demands a last rule without conditions.
	return 0;
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

function compare(a: number, is: ResolvedCondition['is'], b: number): boolean {
	switch (is) {
		case '<':
			return a < b;
		case '<=':
			return a <= b;
		case '=':
			return a === b;
		case '>=':
			return a >= b;
		case '>':
			return a > b;
	}
}
