import { causeIds, type ChurnResult } from '#lib/core/methods/churn/types.ts';
import { end, largest, numberAt, plain, quiet, rowIndices, said, saidQuietly, start } from './columns.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** Why the churned left, by cause; nothing where no column of reasons is looked at. */
export function causesBlock({ tables: { causes: table }, scalars: s }: ChurnResult, voice: Voice): Block[] {
	if (table.rows === 0) return [];
	const { churn, terms, charts } = voice.messages;
	const words = churn.causes;
	const title = words.title();
	const rows = rowIndices(table);
	const most = largest(rows.map((row) => numberAt(table, 'customers', row)));
	const lost = s.churned;
	return [
		{
			id: 'causes',
			kind: 'table',
			title,
			finding:
				s.lostSaid === 0
					? words.findingNone({ lost })
					: words.coverage({ lost, said: s.lostSaid, coverage: s.lostSaid / lost }),
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.cause()),
					start(terms.measures.customers()),
					end(words.share()),
					end(charts.interval()),
					end(words.stake()),
					end(terms.measures.share())
				],
				rows: rows.map((row): Cell[] => {
					const customers = numberAt(table, 'customers', row);
					const [low, high] = [numberAt(table, 'low', row), numberAt(table, 'high', row)];
					return [
						plain(words.names[causeIds[row] ?? 'unmapped']()),
						{ ...said(voice, 'count', customers), bar: most > 0 ? customers / most : 0, tone: 'mark' },
						said(voice, 'share', numberAt(table, 'share', row)),
						quiet(voice.shares(low, high)),
						said(voice, 'money', numberAt(table, 'stake', row)),
						saidQuietly(voice, 'share', numberAt(table, 'stakeShare', row))
					];
				}),
				...(s.lostSaidEarly > 0 ? { note: words.early({ n: s.lostSaidEarly }) } : {})
			}
		}
	];
}
