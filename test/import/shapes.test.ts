import { describe, expect, it } from 'vitest';
import { CoreError } from '#lib/core/errors.ts';
import { importOrders, inspect } from '#lib/import/index.ts';
import { fileOf, look, take } from '../support/import.ts';

const header = 'customer,date,amount,note';
const row = (i: number) => `C${i},2024-01-05,${i}.50,n`;
const lines = (count: number) => Array.from({ length: count }, (_, i) => row(i));

describe('Shapes of files', () => {
	it.each([
		['LF', '\n'],
		['CRLF', '\r\n'],
		['lone CR', '\r']
	])('with %s as line end are read alike', async (_, end) => {
		const { table, issues } = await take(`${[header, ...lines(30)].join(end)}${end}`);
		expect(table.rows).toBe(30);
		expect(issues).toEqual([]);
		const bad = await take(`${[header, ...lines(3), 'X,never,1.50,n'].join(end)}${end}`);
		expect(bad.issues[0]?.line).toBe(5);
	});

	it('with mixed line ends lose no row unseen', async () => {
		const { totals } = await take(`${header}\n${row(1)}\r\n${row(2)}\n${row(3)}\r\n`);
		expect(totals.kept.sales.rows).toBe(3);
		const lone = await take(`${header}\n${row(1)}\r${row(2)}\n${row(3)}\n`);
		expect(lone.totals.kept.sales).toEqual({ rows: 3, amount: 75 });
	});

	it('without a line end after the last row are whole', async () => {
		expect((await take([header, ...lines(3)].join('\n'))).table.rows).toBe(3);
	});

	it('with a cell of 3 MB, or line ends in cells, are read', async () => {
		const long = 'x'.repeat(3_000_000);
		const text = `${header}\n${row(1)}\nB,2024-01-05,2.50,"${long}"\nC,2024-01-05,3.50,"a\nb\r\nc"\n${row(4)}\n`;
		const { recipe } = await look([header, ...lines(3)].join('\n'));
		const { table, issues } = await importOrders(fileOf(text), 'x', recipe);
		expect(table.rows).toBe(4);
		expect(issues).toEqual([]);
	});

	it('with 2,000 columns are read', async () => {
		const names = Array.from({ length: 2_000 }, (_, i) =>
			i === 0 ? 'customer' : i === 1 ? 'date' : i === 2 ? 'amount' : `a${i}`
		);
		const cells = (i: number) =>
			names.map((_, c) => (c === 0 ? `C${i}` : c === 1 ? '2024-01-05' : c === 2 ? '1.50' : String(c % 3)));
		const text = [names, cells(1), cells(2)].map((all) => all.join(',')).join('\n');
		expect((await take(text)).table.rows).toBe(2);
	});

	it('in pieces of one byte, as a slow disk may give them, are the same', async () => {
		const text = `买家昵称,付款时间,实付金额\n张伟,2024-01-05,1.50\n王芳,2024-01-06,"2.50"\n李娜,2024-01-06,3.50\n`;
		const bytes = new TextEncoder().encode(text);
		const slow = Object.create(new Blob([bytes]), {
			size: { value: bytes.length },
			slice: { value: (from: number, to: number) => new Blob([bytes]).slice(from, to) },
			stream: {
				value: () =>
					new ReadableStream<Uint8Array>({
						start(controller) {
							for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
							controller.close();
						}
					})
			}
		}) as Blob;
		const { recipe } = await inspect(slow, 'x', null);
		const a = await importOrders(slow, 'x', recipe);
		const b = await importOrders(new Blob([bytes]), 'x', recipe);
		expect(a).toEqual(b);
		expect(a.fingerprint).toMatch(/^[0-9a-f]{64}$/);
	});

	it('of nothing but quotes, NULs or delimiters end with a code', async () => {
		for (const text of ['"', '"""', '\0\0\0', ',,,\n,,,\n', '"a\n'.repeat(3000), '\n"\n"\n"', 'a,b\n"']) {
			await expect(take(text)).rejects.toBeInstanceOf(CoreError);
		}
	});
});
