import { expect, it } from 'vitest';
import { Utf8Source } from '#lib/import/bytes/utf8-source.ts';
import { inspectFile } from '#lib/import/index.ts';
import { HEAD_BYTES, MAX_TABLE_COLUMNS } from '#lib/import/limits.ts';
import { fileOf, refusal } from '../../support/import.ts';

const piece = new Uint8Array(2 ** 16).fill(0x78);

/** The least time of nine runs over a line of so many pieces. */
function timeOf(pieces: number): number {
	const times = Array.from({ length: 9 }, () => {
		const source = new Utf8Source('utf-8');
		const started = performance.now();
		for (let i = 0; i < pieces; i++) source.push(piece);
		expect(source.ready).toBe(0);
		source.finish();
		expect(source.ready).toBe(pieces * piece.length);
		return performance.now() - started;
	});
	return Math.min(...times);
}

it('A line of many pieces is looked through once: time grows with it and not with its square', () => {
	timeOf(32);
	// Sixteen times the line: 16 as much for one look, some times that where it no longer fits a cache, and 256 for a look
	// at all of it with each piece.
	expect(timeOf(512) / timeOf(32)).toBeLessThan(120);
});

it('A line end that comes late, or in two pieces, is found', () => {
	const source = new Utf8Source('utf-8');
	for (let i = 0; i < 5; i++) source.push(piece);
	source.push(new TextEncoder().encode('\r'));
	expect(source.ready).toBe(0);
	source.push(new TextEncoder().encode('\nab'));
	expect(source.ready).toBe(5 * piece.length + 2);
	source.start = source.ready;
	source.push(new TextEncoder().encode('c\nd'));
	expect(new TextDecoder().decode(source.bytes.subarray(source.start, source.ready))).toBe('abc\n');
});

it('A first row longer than what is looked at, and a table of too many columns, are refused with numbers', async () => {
	const long = `order,customer,date,amount,note\n1,a,2024-01-05,10,"${'x'.repeat(2 * HEAD_BYTES)}"\n2,b,2024-01-06,11,ok\n`;
	expect(await refusal(inspectFile(fileOf(long), 'long.csv', null))).toEqual({
		code: 'row-too-large',
		params: { limit: HEAD_BYTES }
	});
	const columns = MAX_TABLE_COLUMNS + 1;
	const line = Array.from({ length: columns }, (_, i) => `c${i}`).join(',');
	expect(await refusal(inspectFile(fileOf(`${line}\n${line}\n`), 'wide.csv', null))).toEqual({
		code: 'columns-too-many',
		params: { columns, limit: MAX_TABLE_COLUMNS }
	});
});
