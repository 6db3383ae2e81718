import type { Table } from '#lib/core/result/table.ts';
import type { Cell, Column } from './types.ts';
import type { Voice } from './voice.ts';

/** The number in a table's cell; NaN where the table has no such column or row. */
export function numberAt(table: Table, column: string, row: number): number {
	const value = table.columns[column]?.[row];
	return typeof value === 'number' ? value : NaN;
}

/** All numbers of a column. */
export function numbersOf(table: Table, column: string): number[] {
	return Array.from({ length: table.rows }, (_, row) => numberAt(table, column, row));
}

export function rowIndices(table: Table): number[] {
	return Array.from({ length: table.rows }, (_, row) => row);
}

export function start(label: string): Column {
	return { label, align: 'start' };
}

export function end(label: string): Column {
	return { label, align: 'end' };
}

export function plain(text: string): Cell {
	return { text };
}

export function quiet(text: string): Cell {
	return { text, quiet: true };
}

/** A number as a cell: its words, and itself for files that hold numbers. `digits` are for plain numbers. */
export function said(
	voice: Pick<Voice, 'count' | 'share' | 'money' | 'moneyShort' | 'number' | 'day'>,
	kind: 'count' | 'share' | 'money' | 'moneyShort' | 'number' | 'day',
	value: number,
	digits?: number
): Cell {
	const text = kind === 'number' ? voice.number(value, digits) : voice[kind](value);
	return { text, value, as: kind === 'moneyShort' ? 'money' : kind };
}

export function saidQuietly(...of: Parameters<typeof said>): Cell {
	return { ...said(...of), quiet: true };
}

/** The largest of the numbers that are numbers; 0 without any. */
export function largest(values: readonly number[]): number {
	return values.reduce((max, value) => (value > max ? value : max), 0);
}

export function total(values: readonly number[]): number {
	return values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);
}

/** A share of all with a bar against the largest. */
export function barOf(value: number, all: readonly number[], voice: Voice): Cell {
	return { ...said(voice, 'share', value / total(all)), bar: value / largest(all), tone: 'mark' };
}
