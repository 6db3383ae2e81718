import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { ByteMemory } from '#lib/import/bytes/byte-memory.ts';
import { MOST_BATCH_ROWS, RowBatch } from '#lib/import/bytes/row-batch.ts';
import { Utf8Source } from '#lib/import/bytes/utf8-source.ts';
import { inspect } from '#lib/import/index.ts';
import { MAX_COLUMNS } from '#lib/import/limits.ts';
import { assemble } from '../../../scripts/lib/assemble.ts';
import { byteFeed, digest, outcome } from '../../support/feeds.ts';
import { fileOf } from '../../support/import.ts';

it('The code that is kept is what assembly/ compiles to: `npm run assembly`', () => {
	expect(assemble()).toBe(readFileSync('src/lib/import/bytes/assembly-code.ts', 'utf8'));
});

it('The memory has room for the rows and cells of any batch', () => {
	const memory = ByteMemory.take();
	expect(memory.times.length).toBe(MOST_BATCH_ROWS);
	expect(memory.edges.length).toBe(MAX_COLUMNS);
	const source = new Utf8Source('utf-8');
	for (const width of [1, 2, 7, 1023, 1024, 1025, 8192, 8193, MAX_COLUMNS]) {
		const { stride } = new RowBatch(source, 44, '"', width);
		expect(stride * width).toBeLessThanOrEqual(memory.from.length);
	}
	expect(memory.to.length).toBe(memory.from.length);
});

it('Where code may not be compiled, files are read by their text, and give the same', async () => {
	const file = fileOf('order,customer,date,amount\n1,a,2024-01-05 10:11:12,10\n2,"b",2024-01-06,11.50\n');
	const { recipe } = await inspect(file, 'x', null);
	const expected = await outcome(file, recipe, byteFeed);
	const refuse = vi.fn(function () {
		throw new Error('refused by the policy');
	});
	vi.stubGlobal('WebAssembly', { ...WebAssembly, Module: refuse });
	vi.resetModules();
	const { importOrders } = await import('#lib/import/index.ts');
	const found = await importOrders(file, 'x', recipe);
	vi.unstubAllGlobals();
	vi.resetModules();
	expect(refuse).toHaveBeenCalled();
	expect(digest(found)).toBe(digest(expected));
});
