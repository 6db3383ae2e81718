import { formatMoneyShort, type MoneyStyle } from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import type { CustomerList } from '#lib/state/customer-list.svelte.ts';

/** What the customers of the list brought together, and its profit where the data know one. */
export function totalText(
	{ revenue, profit }: Pick<CustomerList, 'revenue' | 'profit'>,
	t: Messages,
	locale: Locale,
	style: MoneyStyle
): string {
	const money = formatMoneyShort(revenue ?? NaN, locale, style);
	if (profit === null || !(profit.known > 0)) return money;
	const words = { money, profit: formatMoneyShort(profit.sum, locale, style), known: profit.known };
	return profit.known === 1 ? t.customers.withProfit(words) : t.customers.withPartOfProfit(words);
}
