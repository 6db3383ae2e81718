import type { LifecycleScalars, StageCondition, StageRule } from '#lib/api/index.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { isDays } from './edit-rules.ts';
import type { Wording } from './wording.ts';

/** The percentiles whose days the result carries; NaN for any other. */
export function percentileDays(
	percentile: number,
	scalars: Pick<LifecycleScalars, 'gapP40' | 'gapP80'>
): number {
	if (percentile === 40) return scalars.gapP40;
	if (percentile === 80) return scalars.gapP80;
	return NaN;
}

/** A condition in plain words: "last order more than 70 days (p80 of gaps) ago". */
export function conditionWords(
	condition: StageCondition,
	scalars: Pick<LifecycleScalars, 'gapP40' | 'gapP80'>,
	{ messages, locale }: Pick<Wording, 'messages' | 'locale'>
): string {
	const words = messages.lifecycle.rules;
	const { measure, is, value } = condition;
	if (measure === 'orders' && is === '=' && value === 0) return words.noOrder();
	if (measure === 'orders' && is === '=' && value === 1) return words.oneOrder();
	return words.words[measure][is]({ n: amount() });

	function amount(): string {
		if (typeof value === 'number') {
			const n = formatNumber(value, locale);
			return isDays(measure) ? words.days({ n }) : n;
		}
		const days = percentileDays(value.percentile, scalars);
		const p = formatNumber(value.percentile, locale);
		if (Number.isNaN(days)) return words.percentile({ p });
		return words.percentileDays({ days: formatNumber(days, locale), p });
	}
}

/** A whole rule in plain words; one without conditions takes everyone who is left. */
export function ruleWords(
	rule: StageRule<string>,
	scalars: Pick<LifecycleScalars, 'gapP40' | 'gapP80'>,
	wording: Pick<Wording, 'messages' | 'locale'>
): string {
	const words = wording.messages.lifecycle.rules;
	if (rule.when.length === 0) return words.otherwise();
	return rule.when
		.map((condition) => conditionWords(condition, scalars, wording))
		.join(wording.locale === 'en' ? ` ${words.and()} ` : `，${words.and()}`);
}
