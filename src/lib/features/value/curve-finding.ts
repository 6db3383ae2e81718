import type { ValueResult } from '#lib/api/index.ts';
import { sureValue } from '#lib/i18n/sure-words.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/**
 * What the cumulative curve shows, in sentences: by revenue how concentrated it is, and how sure that is; by profit how high the whale curve
 * rises, and who takes what is above the whole away.
 */
export function curveFinding(
	{ scalars: s, tables: { sides } }: ValueResult,
	{ value, byProfit }: Pick<Messages, 'value' | 'byProfit'>,
	write: { readonly money: (units: number) => string; readonly gini: (value: number) => string },
	locale: Locale
): string {
	const lost = sides?.columns.customers[2] ?? 0;
	if (sides === undefined || lost === 0)
		return [
			value.curve.finding({ tenth: s.topTenthShare, gini: write.gini(s.gini), equal: 1 / s.hhi }),
			...sureValue(s, { value }, locale)
		].join(locale === 'en' ? ' ' : '');
	return byProfit.curve.findingLosses({
		peak: sides.columns.profitShare[0] ?? NaN,
		n: lost,
		share: sides.columns.share[2] ?? NaN,
		lost: write.money(-(sides.columns.profit[2] ?? NaN))
	});
}
