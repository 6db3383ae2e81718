import { segmentIds, type RfmRule, type ScoreSpan, type SegmentId } from '#lib/api/index.ts';
import type { NamedSegment } from '#lib/i18n/segment-names.ts';

type Rules = readonly RfmRule[];

/** The measures of a rule, in the order in which they are written. */
export const spanNames = ['recency', 'frequency', 'monetary'] as const;
export type SpanName = (typeof spanNames)[number];

/** Ten segments over R and F on five scores, each of the 25 cells in one: a common start for own rules. */
const template: readonly (readonly [SegmentId, r: ScoreSpan, f: ScoreSpan])[] = [
	['champions', [5, 5], [4, 5]],
	['loyal', [3, 4], [4, 5]],
	['potential-loyalist', [4, 5], [2, 3]],
	['new', [5, 5], [1, 1]],
	['promising', [4, 4], [1, 1]],
	['need-attention', [3, 3], [3, 3]],
	['about-to-sleep', [3, 3], [1, 2]],
	['at-risk', [1, 2], [3, 4]],
	['cant-lose', [1, 2], [5, 5]],
	['hibernating', [1, 2], [1, 2]]
];

/**
 * Rules to start from, for any number of scores: the borders of the template are moved in proportion, so that every
 * code still is in exactly one segment; segments for which no score is left are dropped.
 *
 * @example
 * startRules(5).length // => 10
 * startRules(5)[0] // => { segment: 'champions', recency: [5, 5], frequency: [4, 5], monetary: [1, 5] }
 * startRules(2).map((rule) => rule.segment) // => ['loyal', 'potential-loyalist', 'at-risk', 'hibernating']
 */
export function startRules(bins: number): RfmRule[] {
	const border = (score: number): number => Math.round((score * bins) / 5);
	const moved = ([from, to]: ScoreSpan): ScoreSpan => [border(from - 1) + 1, border(to)];
	return template
		.map(([segment, r, f]): RfmRule => {
			return { segment, recency: moved(r), frequency: moved(f), monetary: [1, bins] };
		})
		.filter((rule) => rule.recency[0] <= rule.recency[1] && rule.frequency[0] <= rule.frequency[1]);
}

/**
 * A rule with another span; the end that was not moved follows, so that a span never runs backwards.
 *
 * @example
 * const rule = { segment: 'new', recency: [4, 5], frequency: [1, 1], monetary: [1, 5] };
 * withSpan(rule, 'recency', 1, 3).recency // => [3, 3]
 * withSpan(rule, 'frequency', 1, 4).frequency // => [1, 4]
 */
export function withSpan(rule: RfmRule, name: SpanName, end: 0 | 1, score: number): RfmRule {
	const [from, to] = rule[name];
	const span: ScoreSpan = end === 0 ? [score, Math.max(score, to)] : [Math.min(from, score), score];
	return { ...rule, [name]: span };
}

/**
 * A rule under the name that was typed: an id where the name is that of a known segment, so that it is written in
 * every language. Null for no name.
 *
 * @example
 * const rule = { segment: 'new', recency: [5, 5], frequency: [1, 1], monetary: [1, 5] };
 * const words = [{ name: 'Lost', tone: 10 }];
 * renamed(rule, ' Friends ', words)?.segment // => 'Friends'
 * renamed(rule, 'lost', words)?.segment // => 'lost'
 * renamed(rule, '  ', words) // => null
 */
export function renamed(rule: RfmRule, typed: string, known: readonly NamedSegment[]): RfmRule | null {
	const name = typed.trim().slice(0, 40);
	if (name === '') return null;
	const same = known.find((own) => own.name.toLowerCase() === name.toLowerCase());
	return { ...rule, segment: same === undefined ? name : (segmentIds[same.tone] ?? name) };
}

/**
 * Rules with two neighbours exchanged; as they are at the ends.
 *
 * @example
 * movedRule(startRules(2), 1, -1).map((rule) => rule.segment).slice(0, 2) // => ['potential-loyalist', 'loyal']
 * movedRule(startRules(2), 0, -1)[0]?.segment // => 'loyal'
 */
export function movedRule(rules: Rules, at: number, by: -1 | 1): Rules {
	const [own, other] = [rules[at], rules[at + by]];
	if (own === undefined || other === undefined) return rules;
	return rules.map((rule, index) => (index === at ? other : index === at + by ? own : rule));
}

/**
 * Rules that name no score above a new number of scores, when that number falls.
 *
 * @example
 * fittedRules(startRules(5), 4)[0] // => { segment: 'champions', recency: [4, 4], frequency: [4, 4], monetary: [1, 4] }
 */
export function fittedRules(rules: Rules, bins: number): RfmRule[] {
	const fit = ([from, to]: ScoreSpan): ScoreSpan => [Math.min(from, bins), Math.min(to, bins)];
	return rules.map((rule) => ({
		...rule,
		recency: fit(rule.recency),
		frequency: fit(rule.frequency),
		monetary: fit(rule.monetary)
	}));
}
