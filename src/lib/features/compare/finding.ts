import type { StateComparison } from '#lib/api/index.ts';
import { formatMoneyShort } from '#lib/i18n/format.ts';
import { relativeText } from '#lib/i18n/figure-text.ts';
import { isChanged } from './shape-figures.ts';
import { revenueOf } from './shape-why.ts';
import type { Wording } from './wording.ts';

/** The finding on top: what revenue did, and how much else is another number. */
export function compareFinding(
	comparison: StateComparison,
	wording: Wording
): { lead: string; rest: string } {
	const { lead } = wording.words;
	const { locale, money } = wording;
	const of = comparison.figures.length;
	const n = comparison.figures.filter(isChanged).length;
	const cells = comparison.sections
		.flatMap(({ tables }) => tables)
		.reduce((sum, { changed }) => sum + changed.length, 0);
	const rest = lead.cells({ n: cells });
	if (of === 0) return { lead: rest, rest: '' };
	if (n === 0 && cells === 0) return { lead: lead.none({ of }), rest: '' };
	const revenue = revenueOf(comparison);
	const counted = lead.figures({ n, of });
	if (revenue === null || revenue.difference === 0) return { lead: counted, rest };
	const short = (units: number) => formatMoneyShort(units, locale, money);
	const change = Number.isNaN(revenue.relative)
		? short(revenue.difference)
		: relativeText(revenue.relative, locale);
	return {
		lead: lead.revenue({ first: short(revenue.first), second: short(revenue.second), change }),
		rest: [counted, rest].join(locale === 'zh-CN' ? '' : ' ')
	};
}
