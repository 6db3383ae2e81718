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

/** From the least to the most number for which a condition holds. */
export interface Range {
	readonly least: number;
	readonly most: number;
}

/**
 * The whole numbers for which a condition holds; none where its percentile has no data.
 *
 * @example
 * rangeOf({ measure: 'daysSinceLast', is: '>', value: 90.4 }) // => { least: 91, most: Infinity }
 */
export function rangeOf({ is, value }: ResolvedCondition): Range {
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
