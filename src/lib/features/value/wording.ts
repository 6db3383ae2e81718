import type { ValueResult } from '#lib/api/index.ts';
import { wordsByProfit } from '#lib/i18n/profit-words.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';

/** What shaping needs to write numbers: the language, its words, and how the dataset writes money. */
export type Wording = Pick<AnalysisView, 'messages' | 'locale' | 'money'>;

/** How a result is spoken of: of revenue, or of profit. */
export const spokenOf = (
	{ params }: Pick<ValueResult, 'params'>,
	{ messages, locale, money }: Wording
): Wording => ({
	messages: wordsByProfit(messages, params.basis),
	locale,
	money
});
