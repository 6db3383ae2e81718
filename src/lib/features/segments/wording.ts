import type { RfmResult } from '#lib/api/index.ts';
import {
	amountFormat,
	rfmSourceNames,
	sourceNote,
	wordsOfSource,
	type AmountFormat
} from '#lib/i18n/rfm-source.ts';
import { wordsByProfit } from '#lib/i18n/profit-words.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';

/** What shaping needs to write numbers: the language, its words, and how the data write money. */
export type Wording = Pick<AnalysisView, 'messages' | 'locale' | 'money'>;

/** The same for one result: its words and amounts are those of what it is of, orders and money or rows and their numbers. */
export interface Spoken extends Pick<Wording, 'messages' | 'locale'> {
	readonly amount: AmountFormat;
	/** What is scored and how many rows of it count; '' for orders. */
	readonly note: string;
}

/** How a result is spoken of. */
export function spokenOf(
	result: Pick<RfmResult, 'tables' | 'params'>,
	{ messages, locale, money }: Wording
): Spoken {
	const source = rfmSourceNames(result, messages.rfmSource);
	return {
		messages: wordsByProfit(wordsOfSource(messages, source), result.params.basis),
		locale,
		amount: amountFormat(source, locale, money),
		note: source === null ? '' : sourceNote(result, source, messages.rfmSource)
	};
}
