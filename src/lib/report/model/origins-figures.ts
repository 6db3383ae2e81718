import type { OriginsResult } from '#lib/core/methods/origins/types.ts';
import { end, largest, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** What a group is called. */
export type GroupName = (row: number) => string;

/** The share of each group that ordered again. */
export function repeatRates(
	{ tables: { groups: table } }: OriginsResult,
	name: GroupName,
	voice: Voice
): Block {
	const { repeat: words, groups: heads } = voice.messages.origins;
	const title = words.title();
	const top = largest(rowIndices(table).map((row) => numberAt(table, 'repeatRate', row)));
	return {
		id: 'repeat',
		kind: 'table',
		about: 'groups',
		title,
		finding: words.finding(),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(heads.group()),
				...[heads.customers(), heads.repeat()].map(end),
				start(words.rate()),
				end(voice.messages.charts.interval())
			],
			rows: rowIndices(table).map((row): Cell[] => {
				const rate = numberAt(table, 'repeatRate', row);
				return [
					plain(name(row)),
					said(voice, 'count', numberAt(table, 'customers', row)),
					said(voice, 'count', numberAt(table, 'repeat', row)),
					{ ...said(voice, 'share', rate), bar: top > 0 ? rate / top : 0, tone: 'mark' },
					quiet(voice.shares(numberAt(table, 'low', row), numberAt(table, 'high', row)))
				];
			})
		}
	};
}

/** What a customer of each group spent in the first days. */
export function earlyValue(
	{ tables: { groups: table }, params: { valueDays: days } }: OriginsResult,
	name: GroupName,
	voice: Voice
): Block[] {
	const { value: words, groups: heads } = voice.messages.origins;
	const rows = rowIndices(table).filter((row) => numberAt(table, 'followed', row) > 0);
	if (rows.length === 0) return [];
	const title = words.title({ days });
	const top = largest(rows.map((row) => numberAt(table, 'valueWithin', row)));
	return [
		{
			id: 'value',
			kind: 'table',
			about: 'groups',
			title,
			finding: words.finding({ days }),
			table: {
				caption: voice.words.table({ title }),
				columns: [start(heads.group()), end(heads.followed()), start(heads.perCustomer())],
				rows: rows.map((row): Cell[] => {
					const value = numberAt(table, 'valueWithin', row);
					return [
						plain(name(row)),
						said(voice, 'count', numberAt(table, 'followed', row)),
						{ ...said(voice, 'money', value), bar: top > 0 ? value / top : 0, tone: 'mark' }
					];
				})
			}
		}
	];
}

/** The share of each group with an order in each window after the first one. */
export function returnCurves(
	{ tables: { curve: table } }: OriginsResult,
	name: GroupName,
	voice: Voice
): Block[] {
	const { curve: words, groups: heads } = voice.messages.origins;
	if (table.rows === 0) return [];
	const title = words.title();
	return [
		{
			id: 'curve',
			kind: 'table',
			about: 'groups',
			title,
			finding: words.finding(),
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(heads.group()),
					...[words.n(), words.base(), words.active(), words.rate(), voice.messages.charts.interval()].map(
						end
					)
				],
				// Over all groups each window has a sum of its own.
				parts: rowIndices(table).map((row) => numberAt(table, 'n', row)),
				rows: rowIndices(table).map((row): Cell[] => [
					plain(name(numberAt(table, 'group', row))),
					said(voice, 'number', numberAt(table, 'n', row), 0),
					said(voice, 'count', numberAt(table, 'base', row)),
					said(voice, 'count', numberAt(table, 'active', row)),
					said(voice, 'share', numberAt(table, 'rate', row)),
					quiet(voice.shares(numberAt(table, 'low', row), numberAt(table, 'high', row)))
				])
			}
		}
	];
}
