import { fc, test } from '@fast-check/vitest';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { recordChecksum, sha256Hex } from '#lib/storage/checksum.ts';
import { chunksOf } from '#lib/storage/chunks.ts';
import { loadTable } from '#lib/storage/load-dataset.ts';
import { packedBytes, packingOf, unpacked } from '#lib/storage/packing.ts';
import type { ColumnEntry, CurrentDataset } from '#lib/storage/records.ts';
import { columnsOfTable, shapeOf, type ColumnArray } from '#lib/core/dataset/table-columns.ts';
import { databaseWithWorkspace, freshBrowser, fullTable, manifest, save } from './fixture.ts';

/** What comes back of a column that was packed in chunks of so many bytes; null when it is stored as it is. */
function roundTrip<A extends ColumnArray>(array: A, size = 8): A | null {
	const packing = packingOf(array);
	if (packing === null) return null;
	const bytes: number[] = [];
	for (const chunk of chunksOf('c', array, packing, size)) bytes.push(...chunk.bytes);
	const empty = new (array.constructor as new (length: number) => A)(array.length);
	expect(bytes).toHaveLength(array.length * packedBytes(packing.type));
	return unpacked(packing, Uint8Array.from(bytes).buffer, empty);
}

const code = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(70_000), fc.nat(NO_CODE - 1), fc.constant(NO_CODE));
const whole = fc.oneof(fc.integer({ min: -5, max: 300 }), fc.integer(), fc.maxSafeInteger());

describe('packed columns', () => {
	test.prop([fc.array(code, { minLength: 20, maxLength: 60 }), fc.boolean()])(
		'give back codes',
		(codes, ascend) => {
			// In order, with rows of none between them.
			const inOrder = [...codes].sort((a, b) => a - b).map((own, i) => (i % 3 === 1 ? NO_CODE : own));
			const array = Uint32Array.from(ascend ? inOrder : codes);
			expect(roundTrip(array) ?? array).toEqual(array);
		}
	);

	test.prop([
		fc.array(fc.oneof(fc.integer({ min: 19_000, max: 20_000 }), fc.integer()), {
			minLength: 20,
			maxLength: 60
		})
	])('give back days', (days) => {
		const array = Int32Array.from(days);
		expect(roundTrip(array) ?? array).toEqual(array);
	});

	test.prop([
		fc.array(fc.oneof(whole, fc.double()), { minLength: 20, maxLength: 60 }),
		fc.constantFrom(1, 1_000, 0.5)
	])('give back money and instants to the last bit', (numbers, unit) => {
		const array = Float64Array.from(numbers, (number) => number * unit);
		expect(roundTrip(array) ?? array).toEqual(array);
	});

	it.each([
		['few codes', Uint32Array.of(1, NO_CODE, 254), 'u8'],
		['a code more than a byte holds beside none', Uint32Array.of(255, 0), 'u16'],
		['customers of rows in their order', Uint32Array.of(70_000, 70_000, 70_001, NO_CODE), 'u8'],
		['days of a century', Int32Array.of(0, 36_500), 'u16'],
		['money with refunds', Float64Array.of(-500, 2 ** 31), 'u32'],
		['seconds of a century', Float64Array.of(0, 3_155_760_000_000), 'u32'],
		['large numbers that are nearly seconds apart', Float64Array.of(2 ** 52, 2 ** 52 + 5e9 + 1), undefined],
		['milliseconds of a century', Float64Array.of(1, 3_155_760_000_000), undefined],
		['fractions', Float64Array.of(0.5), undefined],
		['minus nought', Float64Array.of(-0), undefined],
		['no number', Float64Array.of(NaN), undefined],
		['bytes', Uint8Array.of(1), undefined],
		['nothing', new Uint32Array(0), undefined]
	])('are as narrow as they can be: %s', (_, array, type) => {
		expect(packingOf(array)?.type).toBe(type);
		expect(roundTrip(array) ?? array).toEqual(array);
	});
});

describe('a dataset of a release that packed nothing', () => {
	beforeEach(freshBrowser);

	it('is read as it was', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		await database.chunks.clear();
		const [table, columns] = [fullTable(), [] as ColumnEntry[]];
		for (const { name, type, array } of columnsOfTable(table)) {
			const bytes = new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength);
			await database.chunks.add({ dataset: 'a', column: name, part: 0, data: new Blob([bytes]) });
			const chunks = [{ bytes: bytes.length, sha256: await sha256Hex(bytes) }];
			columns.push({ name, type, length: array.length, chunks });
		}
		const content = { manifest: manifest('a'), shape: shapeOf(table), columns };
		const root = await recordChecksum(content);
		const record = (await database.datasets.get('a')) as CurrentDataset;
		await database.datasets.put({ ...record, ...content, root });
		expect((await loadTable(database, 'a')).table).toEqual(table);
	});
});
