import { expect, it } from 'vitest';
import { CoreError, type ErrorCode } from '#lib/core/errors.ts';
import { importOrders, inspect } from '#lib/import/index.ts';
import { checkTotals } from '#lib/core/dataset/check-totals.ts';
import { fileOf } from '../support/import.ts';

/** Full sizes with CLIENTELE_FAULTS; a twentieth of those that take seconds without. */
const LARGE = process.env.CLIENTELE_FAULTS === undefined ? 0.05 : 1;
const some = (count: number): number => Math.round(count * LARGE);

const header = 'customer,date,amount,note';
const row = (i: number): string => `C${i},2024-01-0${(i % 9) + 1},${i}.50,n${i % 3}`;
const rows = (count: number): string[] => Array.from({ length: count }, (_, i) => row(i));
const table = (count: number, end = '\n'): string => [header, ...rows(count), ''].join(end);
const wide = (columns: number): string =>
	[
		[header, ...Array.from({ length: columns - 4 }, (_, i) => `a${i}`)],
		...rows(3).map((text) => [text, ...Array.from({ length: columns - 4 }, (_, i) => String(i % 3))])
	]
		.map((cells) => cells.join(','))
		.join('\n');
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
	new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);

/** A shape, and how many rows it has as a table, or the codes one of which refuses it. */
const shapes: readonly (readonly [
	name: string,
	content: () => string | Uint8Array<ArrayBuffer>,
	outcome: number | readonly ErrorCode[]
])[] = [
	['empty', () => '', ['file-empty']],
	['only a byte order mark', () => '\ufeff', ['file-empty']],
	['only blank lines', () => '\n\r\n \n\t\n', ['file-empty']],
	['only a header', () => `${header}\n`, ['file-header-only']],
	['only a header without a line end', () => header, ['file-header-only']],
	['a header and blank lines', () => `${header}\n\n\n\n`, ['file-header-only']],
	['one row', () => table(1), 1],
	['one row without a line end', () => `${header}\n${row(1)}`, 1],
	['one column of many rows', () => 'note\n' + 'x\n'.repeat(some(1_000_000)), ['table-single-column']],
	['ends LF', () => table(30), 30],
	['ends CRLF', () => table(30, '\r\n'), 30],
	['ends lone CR', () => table(30, '\r'), 30],
	['ends LF CR', () => table(30, '\n\r'), 30],
	['mixed ends', () => `${header}\n${row(1)}\r\n${row(2)}\r${row(3)}\n${row(4)}`, 4],
	['blank lines between all rows', () => table(30, '\n\n'), 30],
	['a byte order mark and CRLF', () => `\ufeff${table(30, '\r\n')}`, 30],
	['UTF-16 with a mark', () => utf16(`\ufeff${table(30)}`), 30],
	['UTF-16 without a mark', () => utf16(table(30)), 30],
	['UTF-16 cut in the middle of a unit', () => utf16(`\ufeff${table(30)}`).slice(0, -1), 30],
	['NULs alone', () => '\0'.repeat(4096), ['file-binary']],
	['a NUL in a cell', () => table(30).replace('n1', 'n\0'), 30],
	['NULs behind the table', () => `${table(30)}${'\0'.repeat(512)}`, ['file-binary']],
	['a Ctrl-Z behind the table', () => `${table(30)}\u001a`, 30],
	['delimiters alone', () => ',,,\n'.repeat(1000), ['mapping-no-date', 'file-empty', 'file-header-only']],
	['quotes alone', () => '"\n'.repeat(1000), ['file-empty']],
	['a quote that never closes', () => `${table(30)}"C9,2024-01-09,1.50,n\n`, 30],
	['100 columns', () => wide(100), 3],
	['2,000 columns', () => wide(2_000), 3],
	['16,384 columns', () => wide(16_384), ['columns-too-many']],
	['a long cell', () => `${table(3)}Z,2024-01-05,1.50,${'x'.repeat(some(50_000_000))}\n`, 4],
	['a long quoted cell', () => `${table(3)}Z,2024-01-05,1.50,"${'x'.repeat(some(50_000_000))}"\n`, 4],
	['a cell of 1,000 lines', () => `${table(30)}Z,2024-01-05,1.50,"${'a\n'.repeat(1000)}"\n`, 31],
	['a header of long names', () => table(30).replace('note', 'n'.repeat(100_000)), 30],
	['one customer in all rows', () => table(some(200_000)).replace(/^C\d+/gm, 'C1'), some(200_000)],
	['a customer a row', () => table(some(200_000)), some(200_000)],
	['rows of one width more', () => table(30).replace(/\n(?=C)/g, ',\n'), 30],
	['a trailing delimiter everywhere', () => table(30).replaceAll('\n', ',\n'), 30],
	['blanks around every cell', () => table(30).replaceAll(',', ' , '), 30],
	['tabs and a single row', () => table(1).replaceAll(',', '\t'), 1],
	['a separator line', () => `sep=;\n${table(30).replaceAll(',', ';')}`, 30],
	['emoji and rare characters', () => table(30).replaceAll('n1', '👩‍👩‍👧 𠮷野'), 30],
	[
		'a byte that no encoding has there',
		() => bytes(table(30).replace('n1', 'n?')).map((byte) => (byte === 0x3f ? 0xff : byte)),
		30
	]
];

it.each(shapes)('%s: a table whose totals add up, or a code', async (_, content, outcome) => {
	const file = fileOf(content());
	const started = performance.now();
	const take = async (): Promise<number> => {
		const { recipe, blockers } = await inspect(file, 'shape.csv', null);
		const [blocker] = blockers;
		if (blocker !== undefined) throw new CoreError(blocker.code as ErrorCode, blocker.params);
		const { table: read, totals } = await importOrders(file, 'shape.csv', recipe);
		checkTotals(totals);
		return read.rows;
	};
	if (typeof outcome === 'number') expect(await take()).toBe(outcome);
	else {
		const code = await take().then(
			(found) => `${found} rows`,
			(error: unknown) => (error instanceof CoreError ? error.code : 'no code')
		);
		expect(outcome).toContain(code);
	}
	expect(performance.now() - started).toBeLessThan(30_000);
});
