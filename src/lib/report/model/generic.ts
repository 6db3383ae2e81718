import type { MethodResult } from '#lib/core/methods/types.ts';
import type { Table } from '#lib/core/result/table.ts';
import { end, plain, rowIndices, said, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import { describeParameters } from './parameters.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** A method that the report has no words of its own for: all its numbers, by the names that the method gives. */
export function describeAnyMethod(result: MethodResult, voice: Voice): MethodContent {
	const { words } = voice;
	const scalars: Block = {
		id: 'scalars',
		kind: 'table',
		title: words.columns.value(),
		finding: '',
		table: {
			caption: words.table({ title: words.columns.value() }),
			columns: [start(words.columns.measure()), end(words.columns.value())],
			rows: Object.entries(result.scalars).map(([name, value]) => [
				plain(name),
				said(voice, 'number', value, 4)
			])
		}
	};
	const tables = Object.entries(result.tables).map(([name, table]): Block => ({
		id: `table-${name}`,
		kind: 'table',
		title: name,
		finding: '',
		table: {
			caption: words.table({ title: name }),
			columns: Object.keys(table.columns).map((column, i) => (i === 0 ? start(column) : end(column))),
			rows: rowIndices(table).map((row) =>
				Object.keys(table.columns).map((column) => cellOf(table, column, row, voice))
			)
		}
	}));
	return { findings: [], blocks: [scalars, ...tables], parameters: describeParameters(result.params, voice) };
}

function cellOf(table: Table, column: string, row: number, voice: Voice): Cell {
	const value = table.columns[column]?.[row];
	if (typeof value === 'string') return plain(value);
	if (value === undefined) return said(voice, 'count', NaN);
	switch (table.types[column]) {
		case 'count':
			return said(voice, 'count', value);
		case 'code':
			return said(voice, 'number', value, 0);
		case 'money':
		case 'share':
		case 'day':
			return said(voice, table.types[column], value);
		case 'flag':
			return plain(value === 1 ? voice.words.yes() : voice.words.no());
		default:
			return said(voice, 'number', value, 2);
	}
}
