import type { MethodResult } from '#lib/core/methods/types.ts';
import type { CellType, Table } from '#lib/core/result/table.ts';
import { end, plain, rowIndices, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import { describeParameters } from './parameters.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

/** A method that the report has no words of its own for: all its numbers, by the names that the method gives. */
export function describeAnyMethod(result: MethodResult, voice: Voice): MethodContent {
	const { words } = voice;
	const scalars: Block = {
		kind: 'table',
		title: words.columns.value(),
		finding: '',
		table: {
			caption: words.table({ title: words.columns.value() }),
			columns: [start(words.columns.measure()), end(words.columns.value())],
			rows: Object.entries(result.scalars).map(([name, value]) => [
				plain(name),
				plain(voice.number(value, 4))
			])
		}
	};
	const tables = Object.entries(result.tables).map(([name, table]): Block => ({
		kind: 'table',
		title: name,
		finding: '',
		table: {
			caption: words.table({ title: name }),
			columns: Object.keys(table.columns).map((column, i) => (i === 0 ? start(column) : end(column))),
			rows: rowIndices(table).map((row) =>
				Object.keys(table.columns).map((column) => plain(cellText(table, column, row, voice)))
			)
		}
	}));
	return { findings: [], blocks: [scalars, ...tables], parameters: describeParameters(result.params, voice) };
}

function cellText(table: Table, column: string, row: number, voice: Voice): string {
	const value = table.columns[column]?.[row];
	if (typeof value === 'string') return value;
	if (value === undefined) return voice.count(NaN);
	return writeNumber(value, table.types[column] ?? 'number', voice);
}

function writeNumber(value: number, type: CellType, voice: Voice): string {
	switch (type) {
		case 'count':
		case 'code':
			return voice.count(value);
		case 'money':
			return voice.money(value);
		case 'share':
			return voice.share(value);
		case 'day':
			return voice.day(value);
		case 'flag':
			return value === 1 ? voice.words.yes() : voice.words.no();
		default:
			return voice.number(value, 2);
	}
}
