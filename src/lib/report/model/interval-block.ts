import type { Table } from '#lib/core/result/table.ts';
import { barOf, end, numberAt, numbersOf, plain, rowIndices, said, start } from './columns.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

/** Customers by their median gap between order days, with bars: the same in every section that shows them. */
export function intervalBlock(table: Table, title: string, finding: string, voice: Voice): Block {
	const { words } = voice;
	const customers = numbersOf(table, 'customers');
	return {
		id: 'intervals',
		kind: 'table',
		title,
		finding,
		table: {
			caption: words.table({ title }),
			columns: [
				start(words.columns.gap()),
				end(words.columns.customers()),
				start(words.columns.shareOfCustomers())
			],
			rows: rowIndices(table).map((row) => [
				// The ends are [from, to): whole and half days below `to`.
				plain(rangeText(numberAt(table, 'from', row), numberAt(table, 'to', row), voice, '<')),
				said(voice, 'count', customers[row] as number),
				barOf(customers[row] as number, customers, voice)
			])
		}
	};
}

/** A range of numbers in words; below zero there is no upper end. `open`: the end is not part of it. */
export function rangeText(from: number, to: number, voice: Voice, open: '' | '<' = ''): string {
	if (to < 0) return voice.words.rangeFrom({ from: voice.count(from) });
	if (from === to) return voice.count(from);
	return `${voice.count(from)} – ${open}${voice.count(to)}`;
}
