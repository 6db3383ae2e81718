import { profitSides, type ValueResult } from '#lib/core/methods/value/types.ts';
import { end, numberAt, plain, rowIndices, said, start } from './columns.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

/** Who brings a profit and who a loss; nothing where revenue counts. */
export function profitSidesBlock({ tables: { sides: table } }: ValueResult, voice: Voice): Block[] {
	if (table === undefined || table.rows === 0) return [];
	const { sides: words, revenue, share } = voice.messages.byProfit;
	const title = words.title();
	const lost = numberAt(table, 'customers', 2);
	return [
		{
			id: 'sides',
			kind: 'table',
			title,
			finding:
				lost === 0
					? words.findingNone()
					: words.finding({
							n: lost,
							share: numberAt(table, 'share', 2),
							lost: voice.moneyShort(numberAt(table, 'profit', 2))
						}),
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.side()),
					end(words.customers()),
					end(words.shareOfCustomers()),
					end(revenue()),
					end(share())
				],
				rows: rowIndices(table).map((row) => [
					plain(words.names[profitSides[row] ?? 'even']()),
					said(voice, 'count', numberAt(table, 'customers', row)),
					said(voice, 'share', numberAt(table, 'share', row)),
					said(voice, 'money', numberAt(table, 'profit', row)),
					said(voice, 'share', numberAt(table, 'profitShare', row))
				])
			}
		}
	];
}
