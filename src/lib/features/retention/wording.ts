import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { RetentionParams } from '#lib/api/index.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';

/** What shaping needs to write numbers: the language and its words. */
export type Wording = Pick<AnalysisView, 'messages' | 'locale' | 'money'>;

/** The unit in a count, "3 months" without the number: the word agrees with it. */
export function unitAfter(n: number, unit: RetentionParams['unit'], { messages }: Wording): string {
	// The plural agrees with `n`, which the English text uses only for that.
	const words = messages.retention.unitCount[unit] as (params: { readonly n: number }) => string;
	return words({ n });
}

/** "95% interval 12.1–15.0%". */
export function intervalText(low: number, high: number, { messages, locale }: Wording): string {
	return `${messages.charts.interval()} ${formatShareInterval(low, high, locale)}`;
}
