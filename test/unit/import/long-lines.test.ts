import { expect, it, vi } from 'vitest';
import { Utf8Source } from '#lib/import/bytes/utf8-source.ts';
import { inspectFile } from '#lib/import/index.ts';
import { HEAD_BYTES, MAX_TABLE_COLUMNS } from '#lib/import/limits.ts';
import { fileOf, refusal } from '../../support/import.ts';

const piece = new Uint8Array(2 ** 16).fill(0x78);

it('A line of many pieces is looked through once for each sign of its end', () => {
	const typed = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
	const lastIndexOf = Object.getOwnPropertyDescriptor(typed, 'lastIndexOf')
		?.value as Uint8Array['lastIndexOf'];
	let bytes = 0;
	// Counted at once: the array is none any more when its memory has grown.
	const looks = vi.spyOn(typed, 'lastIndexOf').mockImplementation(function (this: Uint8Array, ...byte) {
		bytes += this.length;
		return lastIndexOf.apply(this, byte);
	});
	const source = new Utf8Source('utf-8');
	const { start } = source;
	for (let i = 0; i < 64; i++) source.push(piece);
	expect(source.ready).toBe(start);
	source.finish();
	expect(source.ready - source.start).toBe(64 * piece.length);
	looks.mockRestore();
	expect(bytes).toBeGreaterThan(64 * piece.length);
	// LF and CR, and the last byte of a piece once more: half of a line end may be in it.
	expect(bytes).toBeLessThanOrEqual(2 * (64 * piece.length + 64));
});

it('A line end that comes late, or in two pieces, is found', () => {
	const source = new Utf8Source('utf-8');
	const { start } = source;
	for (let i = 0; i < 5; i++) source.push(piece);
	source.push(new TextEncoder().encode('\r'));
	expect(source.ready).toBe(start);
	source.push(new TextEncoder().encode('\nab'));
	expect(source.ready - source.start).toBe(5 * piece.length + 2);
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
