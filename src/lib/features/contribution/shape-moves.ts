import { customerMoves, type ContributionResult } from '#lib/api/index.ts';
import type { WaterfallBar } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatMoneyShort } from '#lib/i18n/format.ts';
import { changeColor, signedMoney, type WaterfallShape } from './shape-steps.ts';
import type { Wording } from './wording.ts';

export interface MovesShape extends WaterfallShape {
	readonly finding: string;
}

/** The same change by what became of the customers: each bar begins where the one before ends. */
export function shapeMoves({ tables: { moves } }: ContributionResult, wording: Wording): MovesShape {
	const { messages, locale, money } = wording;
	const words = messages.contribution.moves;
	const { columns } = moves;
	const mark = (row: number) => words[customerMoves[row] ?? 'new']();
	const bars: WaterfallBar[] = [];
	const table: TableTwin['rows'][number][] = [];
	let [sum, gained, lost] = [0, 0, 0];
	for (let row = 0; row < moves.rows; row++) {
		const change = columns.change[row] ?? 0;
		const customers = columns.customers[row] ?? 0;
		if (change > 0) gained += change;
		else lost -= change;
		bars.push({
			label: mark(row),
			from: sum,
			to: sum + change,
			text: signedMoney(change, wording),
			color: changeColor(change),
			lines: [mark(row), messages.common.customers({ n: customers }), signedMoney(change, wording)]
		});
		sum += change;
		table.push({
			id: String(row),
			cells: [
				mark(row),
				formatCount(customers, locale),
				formatMoney(columns.before[row] ?? NaN, locale, money),
				formatMoney(columns.now[row] ?? NaN, locale, money),
				signedMoney(change, wording, true)
			]
		});
	}
	return {
		bars,
		table: {
			columns: [
				{ id: 'move', label: words.move() },
				...(['customers', 'before', 'now', 'change'] as const).map((id) => ({
					id,
					label: words[id](),
					align: 'end' as const
				}))
			],
			rows: table
		},
		finding: words.finding({
			gained: formatMoneyShort(gained, locale, money),
			lost: formatMoneyShort(lost, locale, money)
		}),
		mark
	};
}
