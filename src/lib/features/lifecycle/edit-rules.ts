import type { StageCondition, StageMeasure, StageRule } from '#lib/api/index.ts';

/** All changes leave the given rules as they are and keep the last one free of conditions. */
type Rules = readonly StageRule<string>[];

/**
 * Puts another rule in the place of rule `at`.
 *
 * @example
 * replaceRule([{ stage: 'new', when: [] }], 0, { stage: 'lost', when: [] }) // => [{ stage: 'lost', when: [] }]
 */
export function replaceRule(rules: Rules, at: number, rule: StageRule<string>): Rules {
	return rules.map((own, index) => (index === at ? rule : own));
}

/**
 * Moves a rule one place; the last rule stays last.
 *
 * @example
 * moveRule([{ stage: 'new', when: [] }, { stage: 'lost', when: [] }, { stage: 'mature', when: [] }], 1, -1).map((rule) => rule.stage) // => ['lost', 'new', 'mature']
 * moveRule([{ stage: 'new', when: [] }, { stage: 'mature', when: [] }], 0, 1).map((rule) => rule.stage) // => ['new', 'mature']
 */
export function moveRule(rules: Rules, at: number, by: -1 | 1): Rules {
	const to = at + by;
	const own = rules[at];
	const other = rules[to];
	if (own === undefined || other === undefined || Math.max(at, to) >= rules.length - 1) return rules;
	return rules.map((rule, index) => (index === at ? other : index === to ? own : rule));
}

/**
 * Takes a rule out; never the last.
 *
 * @example
 * removeRule([{ stage: 'new', when: [] }, { stage: 'mature', when: [] }], 0) // => [{ stage: 'mature', when: [] }]
 * removeRule([{ stage: 'mature', when: [] }], 0) // => [{ stage: 'mature', when: [] }]
 */
export function removeRule(rules: Rules, at: number): Rules {
	return at >= rules.length - 1 ? rules : rules.filter((_, index) => index !== at);
}

/** The condition that a new rule or a new line starts with. */
export const freshCondition: StageCondition = { measure: 'daysSinceLast', is: '>', value: 90 };

/**
 * Adds a rule for a stage before the last one.
 *
 * @example
 * addRule([{ stage: 'mature', when: [] }], 'declining').map((rule) => rule.stage) // => ['declining', 'mature']
 */
export function addRule(rules: Rules, stage: string): Rules {
	return [...rules.slice(0, -1), { stage, when: [freshCondition] }, ...rules.slice(-1)];
}

/**
 * Changes one condition. A measure that is no length of time cannot be compared with a percentile of gaps: the value
 * then becomes a number.
 *
 * @example
 * changeCondition({ measure: 'daysSinceLast', is: '>', value: { percentile: 80 } }, { measure: 'orders' }) // => { measure: 'orders', is: '>', value: 2 }
 * changeCondition({ measure: 'orders', is: '<', value: 5 }, { value: 3 }) // => { measure: 'orders', is: '<', value: 3 }
 */
export function changeCondition(condition: StageCondition, change: Partial<StageCondition>): StageCondition {
	const next = { ...condition, ...change };
	if (!isDays(next.measure) && typeof next.value !== 'number') return { ...next, value: 2 };
	return next;
}

/**
 * Whether a measure is a length of time.
 *
 * @example
 * isDays('previousGap') // => true
 * isDays('contacts') // => false
 */
export const isDays = (measure: StageMeasure): measure is 'daysSinceLast' | 'previousGap' =>
	measure === 'daysSinceLast' || measure === 'previousGap';
