import { describe, expect, it } from 'vitest';
import { paperParts } from '#lib/report/model/paper-parts.ts';
import type { TableModel } from '#lib/report/model/types.ts';

const tableOf = (columns: number): TableModel => ({
	caption: 'Table: Revenue',
	columns: Array.from({ length: columns }, (_, i) => ({ label: `c${i}`, align: i === 0 ? 'start' : 'end' })),
	rows: [Array.from({ length: columns }, (_, i) => ({ text: `${i}` }))],
	note: 'cut short'
});

describe('a table on paper', () => {
	it('is one as long as a sheet holds it', () => {
		expect(paperParts(tableOf(14))).toEqual([tableOf(14)]);
	});

	it('is cut into parts that say which they are, each with the heads of the rows, and no column twice', () => {
		const parts = paperParts(tableOf(30));
		expect(parts.map(({ caption }) => caption)).toEqual([1, 2, 3].map((i) => `Table: Revenue (${i}/3)`));
		expect(parts.every(({ columns: [first] }) => first?.label === 'c0')).toBe(true);
		expect(parts.flatMap(({ columns }) => columns.slice(1).map(({ label }) => label))).toEqual(
			Array.from({ length: 29 }, (_, i) => `c${i + 1}`)
		);
		expect(parts.map(({ note }) => note)).toEqual([undefined, undefined, 'cut short']);
	});
});
