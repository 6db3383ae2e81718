import type {
	LifecycleResult,
	StageCondition,
	StageRule,
	StageValue
} from '#lib/core/methods/lifecycle/types.ts';
import type { Voice } from './voice.ts';

/** A rule of a stage in words; one without conditions takes everyone who is left. */
export function ruleText(rule: StageRule<string>, scalars: LifecycleResult['scalars'], voice: Voice): string {
	const words = voice.words.lifecycle;
	if (rule.when.length === 0) return words.otherwise();
	return rule.when.map((condition) => conditionText(condition, scalars, voice)).join(words.and());
}

const signs = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' } as const;

function conditionText(condition: StageCondition, scalars: LifecycleResult['scalars'], voice: Voice): string {
	return voice.words.lifecycle.condition({
		measure: voice.messages.terms.stageMeasures[condition.measure](),
		is: signs[condition.is],
		value: valueText(condition.value, scalars, voice)
	});
}

function valueText(value: StageValue, scalars: LifecycleResult['scalars'], voice: Voice): string {
	if (typeof value === 'number') return voice.number(value, 2);
	const days = (scalars as Readonly<Record<string, number>>)[`gapP${value.percentile}`] ?? NaN;
	const p = voice.number(value.percentile, 2);
	if (Number.isNaN(days)) return voice.words.lifecycle.percentileOnly({ p });
	return voice.words.lifecycle.percentile({ p, days: voice.number(days) });
}
