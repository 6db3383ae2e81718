import type { HeatCell } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import {
	formatCount,
	formatCountShort,
	formatMoney,
	formatMoneyShort,
	formatShare
} from '#lib/i18n/format.ts';
import type { MoneyStyle } from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';

/** Counts of more digits than this do not fit into a narrow cell. */
const SHORT_FROM = 100_000;

/** Customers parted in two ways at once: one row per pair of groups, the first of the pair first. */
export interface Crossed {
	readonly rows: number;
	readonly customers: ArrayLike<number>;
	/** Of the customers of the first group. */
	readonly share: ArrayLike<number>;
	readonly money: ArrayLike<number>;
	readonly first: (row: number) => string;
	readonly second: (row: number) => string;
}

/** How a cross table is spoken of. */
export interface CrossWords {
	readonly mark: (row: number) => string;
	readonly ofFirst: (of: { share: number; first: string }) => string;
	/** What the money is, where it is not plain revenue. */
	readonly moneyName?: string;
	/** Heads of the table: both groups, customers, share, money. */
	readonly heads: readonly [first: string, second: string, customers: string, share: string, money: string];
}

/** The cells of a cross table and its table twin: colour and share are of the first group. */
export function crossTable(
	of: Crossed,
	words: CrossWords,
	{
		messages,
		locale,
		money
	}: { readonly messages: Messages; readonly locale: Locale; readonly money: MoneyStyle }
): { readonly cell: (row: number) => HeatCell; readonly table: TableTwin } {
	const at = (column: ArrayLike<number>, row: number): number => column[row] ?? NaN;
	const cell = (row: number): HeatCell => {
		const n = of.customers[row] ?? 0;
		const name = words.mark(row);
		if (n === 0) {
			return { step: 0, text: '0', empty: true, lines: [name, messages.charts.emptyCell()] };
		}
		const share = at(of.share, row);
		const amount = formatMoneyShort(at(of.money, row), locale, money);
		return {
			step: scaleStep(share, 1),
			text: n < SHORT_FROM ? formatCount(n, locale) : formatCountShort(n, locale),
			sub: formatShare(share, locale, 0),
			empty: false,
			lines: [
				name,
				messages.common.customers({ n }),
				words.ofFirst({ share, first: of.first(row) }),
				words.moneyName === undefined ? amount : `${words.moneyName} ${amount}`
			]
		};
	};
	const ids = ['first', 'second', 'customers', 'share', 'money'];
	return {
		cell,
		table: {
			columns: words.heads.map((label, i) => ({
				id: ids[i] ?? '',
				label,
				...(i > 1 && { align: 'end' as const })
			})),
			rows: Array.from({ length: of.rows }, (_, row) => ({
				id: String(row),
				cells: [
					of.first(row),
					of.second(row),
					formatCount(of.customers[row] ?? 0, locale),
					formatShare(at(of.share, row), locale),
					formatMoney(at(of.money, row), locale, money)
				]
			}))
		}
	};
}
