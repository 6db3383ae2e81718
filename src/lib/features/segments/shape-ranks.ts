import type { RfmResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { spokenOf, type Spoken, type Wording } from './wording.ts';

export interface RanksShape {
	/** The first codes by composite score. */
	readonly bars: Bar[];
	readonly table: TableTwin;
	readonly finding: string;
	/** Names a code by its row in the `ranks` table. */
	readonly mark: (row: number) => string;
}

const shown = 15;

/** The codes by composite score, and how many places their customers won or lost against equal weights. */
export function shapeRanks(result: RfmResult, wording: Wording): RanksShape {
	const spoken = spokenOf(result, wording);
	const { messages, locale, amount } = spoken;
	const words = messages.segments.ranks;
	const { columns, rows } = result.tables.ranks;
	const { rankAgreement, topIn, topOut } = result.scalars;
	const { recency, frequency, monetary } = result.params.weights;
	const even = recency === frequency && frequency === monetary;
	const mark = (row: number) => `R${columns.r[row] ?? ''} F${columns.f[row] ?? ''} M${columns.m[row] ?? ''}`;
	const bars: Bar[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const change = columns.change[row] ?? 0;
		const composite = formatNumber(columns.composite[row] ?? NaN, locale, 2, 2);
		const moved = moveWords(change, spoken);
		const customers = columns.customers[row] ?? 0;
		const rank = formatNumber(columns.rank[row] ?? NaN, locale, 1);
		if (row < shown) {
			bars.push({
				label: mark(row),
				value: columns.composite[row] ?? 0,
				text: composite,
				// With equal weights nobody moves: a column of = would say nothing.
				...(even ? {} : { sub: moved }),
				lines: [
					mark(row),
					`${words.composite()} ${composite}`,
					messages.common.customers({ n: customers }),
					`${words.rank()} ${rank}`,
					moved
				]
			});
		}
		table.push({
			id: String(row),
			cells: [
				mark(row),
				composite,
				formatCount(customers, locale),
				amount.full(columns.revenue[row] ?? NaN),
				rank,
				formatNumber(columns.equalRank[row] ?? NaN, locale, 1),
				moved
			]
		});
	}
	const named = ['composite', 'customers', 'revenue', 'rank', 'equalRank', 'change'] as const;
	return {
		bars,
		table: {
			columns: [
				{ id: 'code', label: words.code() },
				...named.map((id) => ({ id, label: words[id](), align: 'end' as const }))
			],
			rows: table
		},
		finding: even
			? words.even()
			: words.finding({
					in: topIn,
					out: topOut,
					agreement: Number.isNaN(rankAgreement)
						? formatShare(NaN, locale)
						: formatNumber(rankAgreement, locale, 2)
				}),
		mark
	};
}

/**
 * Places won or lost, as a word that needs no colour: "▲ 12", "▼ 3.5", "=".
 */
function moveWords(change: number, { locale }: Spoken): string {
	if (change === 0) return '=';
	return `${change > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(change), locale, 1)}`;
}
