import type { MigrationResult } from '#lib/core/methods/migration/types.ts';
import { end, numberAt, plain, rowIndices, said, start } from './columns.ts';
import type { PrintedPlace } from './migration-places.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

/** Where customers stood on each date and where they went from there; nothing for a single date. */
export function flowBlock(
	{ tables: { dates, standings, flows } }: MigrationResult,
	places: readonly PrintedPlace[],
	voice: Voice
): Block[] {
	if (dates.rows < 2) return [];
	const words = voice.messages.migration;
	const title = words.flow.title();
	const days = rowIndices(dates).map((step) => voice.day(numberAt(dates, 'date', step)));
	const place = (index: number): PrintedPlace => places[index] ?? { name: '', tone: 'soft' };
	const block = (step: number, group: number, value: number) => {
		const { name: label, tone } = place(group);
		return { step, group, value, label, tone };
	};
	const bands = rowIndices(flows).map((row) => ({
		step: numberAt(flows, 'step', row),
		from: numberAt(flows, 'from', row),
		to: numberAt(flows, 'to', row),
		value: numberAt(flows, 'customers', row),
		tone: place(numberAt(flows, 'from', row)).tone
	}));
	const stood = rowIndices(standings).map((row) =>
		block(
			numberAt(standings, 'step', row),
			numberAt(standings, 'place', row),
			numberAt(standings, 'customers', row)
		)
	);
	// Those who come later leave a place where nobody stands yet.
	const coming = new Map(bands.map(({ step, from }) => [`${step}.${from}`, block(step, from, 0)]));
	for (const { step, group } of stood) coming.delete(`${step}.${group}`);
	return [
		{
			id: 'flow',
			kind: 'figure',
			about: 'moves',
			title,
			finding: words.flow.findingStatic(),
			picture: {
				kind: 'flow',
				model: {
					columns: days,
					blocks: [...stood, ...coming.values()],
					bands,
					legend: places.map(({ name: label, tone }) => ({ label, tone }))
				}
			},
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.flow.date()),
					start(words.matrix.from()),
					start(words.flow.toDate()),
					start(words.matrix.to()),
					end(words.matrix.customers()),
					end(words.matrix.revenue())
				],
				rows: bands.map(({ step, from, to, value }, row) => [
					plain(days[step] ?? ''),
					plain(place(from).name),
					plain(days[step + 1] ?? ''),
					plain(place(to).name),
					said(voice, 'count', value),
					said(voice, 'moneyShort', numberAt(flows, 'revenue', row))
				])
			},
			note: null
		}
	];
}
