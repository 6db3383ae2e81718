import { profitSides, type ValueResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import { formatCount, formatMoneyShort, formatMoneyWhole, formatShare } from '#lib/i18n/format.ts';
import type { Shape } from './shape-base.ts';
import type { Wording } from './wording.ts';

/** Customers by whether they bring a gain or a loss; null where revenue counts. */
export function shapeSides(
	{ tables: { sides } }: ValueResult,
	{ messages, locale, money }: Wording
): (Shape & { readonly bars: Bar[] }) | null {
	if (sides === undefined) return null;
	const { sides: words, revenue, share } = messages.byProfit;
	const { columns, rows } = sides;
	const name = (row: number) => words.names[profitSides[row] ?? 'even']();
	const mark = (row: number) => words.mark({ side: name(row) });
	const all = Array.from({ length: rows }, (_, row) => row);
	const lost = columns.customers[2] ?? 0;
	return {
		bars: all.map((row) => {
			const customers = columns.customers[row] ?? 0;
			const profit = formatMoneyShort(columns.profit[row] ?? NaN, locale, money);
			const of = formatShare(columns.share[row] ?? NaN, locale);
			return {
				label: name(row),
				value: customers,
				text: formatCount(customers, locale),
				sub: profit,
				...(profitSides[row] === 'loss' && { color: 'var(--bad)' }),
				lines: [
					mark(row),
					`${messages.common.customers({ n: customers })} (${of})`,
					`${revenue()} ${profit}`,
					`${share()} ${formatShare(columns.profitShare[row] ?? NaN, locale)}`
				]
			};
		}),
		table: {
			columns: [
				{ id: 'side', label: words.side() },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'share', label: words.shareOfCustomers(), align: 'end' },
				{ id: 'profit', label: revenue(), align: 'end' },
				{ id: 'profitShare', label: share(), align: 'end' }
			],
			rows: all.map((row) => ({
				id: String(row),
				cells: [
					name(row),
					formatCount(columns.customers[row] ?? 0, locale),
					formatShare(columns.share[row] ?? NaN, locale),
					formatMoneyWhole(columns.profit[row] ?? NaN, locale, money),
					formatShare(columns.profitShare[row] ?? NaN, locale)
				]
			}))
		},
		finding:
			lost === 0
				? words.findingNone()
				: words.finding({
						n: lost,
						share: columns.share[2] ?? NaN,
						lost: formatMoneyShort(columns.profit[2] ?? NaN, locale, money)
					}),
		mark
	};
}
