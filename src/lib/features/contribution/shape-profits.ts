import { customerMoves, type ContributionResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatMoney, formatMoneyShort, formatShare } from '#lib/i18n/format.ts';
import { profitFinding } from '#lib/i18n/profit-finding.ts';
import type { Wording } from './wording.ts';

export interface ProfitsShape {
	readonly bars: Bar[];
	/** Row of the table of each bar. */
	readonly rows: readonly number[];
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
}

/** Revenue and profit of the later period side by side, by what became of the customers; null without profits. */
export function shapeProfits(result: ContributionResult, wording: Wording): ProfitsShape | null {
	const { profits } = result.tables;
	if (profits === undefined) return null;
	const { messages, locale, money } = wording;
	const { byProfit: words, contribution: own } = messages;
	const { columns } = profits;
	const mark = (row: number) => own.moves[customerMoves[row] ?? 'new']();
	const all = Array.from({ length: profits.rows }, (_, row) => row);
	const rows = all.filter((row) => (columns.revenue[row] ?? 0) > 0);
	const share = (values: Float64Array, row: number) => formatShare(values[row] ?? NaN, locale);
	return {
		bars: rows.map((row) => {
			const profit = formatMoneyShort(columns.profit[row] ?? NaN, locale, money);
			const revenue = formatMoneyShort(columns.revenue[row] ?? NaN, locale, money);
			const margin = `${words.growth.margin()} ${share(columns.margin, row)}`;
			return {
				label: mark(row),
				value: Math.max(0, columns.profit[row] ?? 0),
				text: profit,
				sub: margin,
				lines: [
					mark(row),
					`${words.growth.profit()} ${profit} (${share(columns.profitShare, row)})`,
					`${own.top.revenue()} ${revenue} (${share(columns.revenueShare, row)})`,
					margin
				]
			};
		}),
		rows,
		table: {
			columns: [
				{ id: 'move', label: own.moves.move() },
				{ id: 'revenue', label: own.top.revenue(), align: 'end' },
				{ id: 'revenueShare', label: own.top.share(), align: 'end' },
				{ id: 'profit', label: words.growth.profit(), align: 'end' },
				{ id: 'profitShare', label: words.share(), align: 'end' },
				{ id: 'margin', label: words.growth.margin(), align: 'end' },
				{ id: 'profitBefore', label: words.growth.before(), align: 'end' },
				{ id: 'known', label: words.growth.known(), align: 'end' }
			],
			rows: all.map((row) => ({
				id: String(row),
				cells: [
					mark(row),
					formatMoney(columns.revenue[row] ?? NaN, locale, money),
					share(columns.revenueShare, row),
					formatMoney(columns.profit[row] ?? NaN, locale, money),
					share(columns.profitShare, row),
					share(columns.margin, row),
					formatMoney(columns.profitBefore[row] ?? NaN, locale, money),
					share(columns.known, row)
				]
			}))
		},
		finding: profitFinding(result.scalars, messages, (units) => formatMoneyShort(units, locale, money)),
		mark
	};
}
