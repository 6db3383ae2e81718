import { tierIds, type ValueResult } from '#lib/core/methods/value/types.ts';
import { end, largest, numberAt, numbersOf, plain, rowIndices, said, start } from './columns.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** What each tier has of the customers and of the revenue. */
export function tiers({ tables: { tiers: table } }: ValueResult, voice: Voice): Block {
	const words = voice.messages.value.tiers;
	const { columns } = voice.words;
	const shares = numbersOf(table, 'revenueShare');
	const title = words.title();
	return {
		id: 'tiers',
		kind: 'table',
		about: 'tiers',
		title,
		finding: words.finding({
			n: numberAt(table, 'customers', 0),
			share: numberAt(table, 'share', 0),
			revenue: numberAt(table, 'revenueShare', 0)
		}),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.tier()),
				end(columns.customers()),
				end(columns.shareOfCustomers()),
				end(columns.revenue()),
				start(columns.revenueShare()),
				end(words.predicted())
			],
			rows: rowIndices(table).map((row) => [
				plain(voice.messages.terms.tiers[tierIds[row] ?? 'c']()),
				said(voice, 'count', numberAt(table, 'customers', row)),
				said(voice, 'share', numberAt(table, 'share', row)),
				said(voice, 'money', numberAt(table, 'revenue', row)),
				shareBar(shares[row] ?? NaN, shares, voice),
				said(voice, 'money', Math.round(numberAt(table, 'predicted', row)))
			])
		}
	};
}

/** What each tenth of the customers, by what is expected of them, has of all that is expected. */
export function deciles({ tables: { deciles: table } }: ValueResult, voice: Voice): Block[] {
	if (table.rows === 0) return [];
	const words = voice.messages.value.deciles;
	const shares = numbersOf(table, 'predictedShare');
	const title = words.title();
	return [
		{
			id: 'deciles',
			kind: 'table',
			title,
			finding: words.finding({ share: shares[0] ?? NaN }),
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.decile()),
					end(voice.words.columns.customers()),
					end(words.predicted()),
					start(words.share()),
					end(words.mean()),
					end(words.historic())
				],
				rows: rowIndices(table).map((row) => [
					said(voice, 'count', row + 1),
					said(voice, 'count', numberAt(table, 'customers', row)),
					said(voice, 'money', Math.round(numberAt(table, 'predicted', row))),
					shareBar(shares[row] ?? NaN, shares, voice),
					said(voice, 'money', Math.round(numberAt(table, 'meanPredicted', row))),
					said(voice, 'money', Math.round(numberAt(table, 'historic', row)))
				])
			}
		}
	];
}

/** A share with a bar against the largest of its column; no bar where it is negative. */
function shareBar(share: number, all: readonly number[], voice: Voice): Cell {
	if (Number.isNaN(share)) return said(voice, 'share', NaN);
	return { text: voice.share(share), bar: Math.max(0, share / largest(all)), tone: 'mark' };
}
