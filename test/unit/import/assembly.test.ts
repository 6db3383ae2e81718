import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { ByteMemory } from '#lib/import/bytes/byte-memory.ts';
import { MOST_BATCH_ROWS, RowBatch } from '#lib/import/bytes/row-batch.ts';
import { Utf8Source } from '#lib/import/bytes/utf8-source.ts';
import { importOrders } from '#lib/import/import-orders.ts';
import { inspect } from '#lib/import/index.ts';
import { MAX_COLUMNS } from '#lib/import/limits.ts';
import { assemble } from '../../../scripts/lib/assemble.ts';
import { byteFeed, digest, inPieces, outcome } from '../../support/feeds.ts';
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
	const wider = () => new RowBatch(source, 44, '"', MAX_COLUMNS + 1);
	expect(wider).toThrow(expect.objectContaining({ code: 'recipe-invalid', params: { path: 'columns' } }));
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

it('Memory that the browser does not give is a refusal with a code', () => {
	const memory = ByteMemory.take();
	expect(() => memory.grow(5 * 2 ** 30)).toThrow(expect.objectContaining({ code: 'out-of-memory' }));
	const instance = vi.spyOn(WebAssembly, 'Instance').mockImplementation(function () {
		throw new RangeError('WebAssembly.Instance(): Out of memory');
	});
	expect(() => [ByteMemory.take(), ByteMemory.take()]).toThrow(
		expect.objectContaining({ code: 'out-of-memory' })
	);
	expect(ByteMemory.isThere()).toBe(false);
	instance.mockRestore();
	expect(ByteMemory.isThere()).toBe(true);
});

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const lines = (whose: string): Blob =>
	fileOf(
		`order,customer,date,amount\n${Array.from({ length: 4000 }, (_, i) => `${whose}${i},${whose}${i % 97},2024-01-05,${i}.50\n`).join('')}`
	);

it('The memory of a file whose import failed or was cancelled goes to the next', async () => {
	const file = lines('a');
	const { recipe } = await inspect(file, 'x', null);
	const memory = ByteMemory.take();
	ByteMemory.leave(memory);
	await expect(importOrders(file, 'x', recipe, { signal: AbortSignal.abort() }, byteFeed)).rejects.toThrow();
	const failing = (...of: Parameters<typeof byteFeed>) => {
		const feed = byteFeed(...of);
		vi.spyOn(feed, 'finish').mockRejectedValue(new Error('broken'));
		return feed;
	};
	await expect(importOrders(file, 'x', recipe, {}, failing)).rejects.toThrow('broken');
	expect(ByteMemory.take()).toBe(memory);
});

it('Two files that are read at a time have a memory each', async () => {
	const files = ['甲', 'b'].map(lines);
	const { recipe } = await inspect(files[0] as Blob, 'x', null);
	const alone: string[] = [];
	for (const file of files) alone.push(digest(await outcome(file, recipe, byteFeed)));
	const take = vi.spyOn(ByteMemory, 'take');
	const pieces = await Promise.all(files.map(async (file) => inPieces(await bytesOf(file), 1_000)));
	const together = await Promise.all(pieces.map((file) => outcome(file, recipe, byteFeed)));
	expect(together.map(digest)).toEqual(alone);
	expect(new Set(take.mock.results.map(({ value }) => value as ByteMemory)).size).toBe(2);
	take.mockRestore();
});
