import { zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSource } from '#lib/import/formats/container.ts';
import { importOrders, inspectFile } from '#lib/import/index.ts';
import { fileOf, look, refusal, take } from '../../../support/import.ts';
import { workbook, zipped } from '../../../support/workbook.ts';

const csv = (customer: string, rows = 3) =>
	[
		'Order ID,Customer ID,Order Date,Amount',
		...Array.from({ length: rows }, (_, i) => `A${i},${customer}${i % 2},2024-01-0${(i % 9) + 1},1${i}.50`)
	].join('\n');

describe('An archive', () => {
	it('of one CSV gives the table of the CSV; its own bytes are fingerprinted', async () => {
		const plain = await take(csv('ada', 5_000));
		const packed = await take(zipped({ 'export/orders.csv': csv('ada', 5_000) }));
		expect(packed.table).toEqual(plain.table);
		expect(packed.totals).toEqual(plain.totals);
		expect(packed.fingerprint).not.toBe(plain.fingerprint);
	});

	it('of several offers all that may be tables, of equals takes the largest, and the other when asked', async () => {
		const bytes = zipped({
			'may.csv': csv('ada'),
			'june.csv': csv('bob', 9),
			'logo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0),
			'__MACOSX/._june.csv': 'x',
			'.DS_Store': 'x'
		});
		const first = await look(bytes);
		expect(first.members.map(({ name }) => name)).toEqual(['may.csv', 'june.csv']);
		expect(first.recipe.source.member).toBe('june.csv');
		const other = { ...first.recipe, source: { ...first.recipe.source, member: 'may.csv' }, columns: [] };
		const second = await look(bytes, other);
		expect(second.rows.count).toBe(3);
		expect((await importOrders(fileOf(bytes), 'x', second.recipe)).totals.source.rows).toBe(3);
		const lost = fileOf(zipped({ 'june.csv': csv('bob', 9) }));
		expect((await refusal(importOrders(lost, 'x', second.recipe))).code).toBe('member-not-found');
	});

	it('of several takes the one that reads as orders, however small, and a known table before any other', async () => {
		const people = [
			'Customer ID,Customer Name,Phone,Birthday',
			...Array.from({ length: 400 }, (_, i) => `ada${i},Name ${i},55501${i},1990-05-0${(i % 9) + 1}`)
		].join('\n');
		const note = Array.from({ length: 2_000 }, (_, i) => `Line ${i} of what to know; nothing of use.`).join(
			'\n'
		);
		const bytes = zipped({ 'readme.txt': note, 'people.csv': people, 'june.csv': csv('bob', 9) });
		const first = await look(bytes);
		expect(first.recipe.source.member).toBe('june.csv');
		expect(first.members).toHaveLength(3);
		const place = { ...first.recipe, source: { ...first.recipe.source, member: 'may.csv' }, columns: [] };
		// The file of last month is not in it.
		expect((await look(bytes, place)).recipe.source.member).toBe('june.csv');
		const others = fileOf(zipped({ 'readme.txt': note, 'people.csv': people }));
		expect((await inspectFile(others, 'all.zip', null)).recipe).toMatchObject({
			entity: 'customer',
			source: { member: 'people.csv' }
		});
	});

	it('of many looks first into those that are named as orders are', async () => {
		const codes = ['Code,City', ...Array.from({ length: 60 }, (_, i) => `${i},Town ${i}`)].join('\n');
		const others = Array.from({ length: 14 }, (_, i) => [`list-${i}.csv`, codes] as const);
		const bytes = zipped({ ...Object.fromEntries(others), 'Bestellungen.csv': csv('bob', 3) });
		expect((await look(bytes)).recipe.source.member).toBe('Bestellungen.csv');
	});

	it('holds a file that is packed once more: its table is read, whatever it is', async () => {
		const plain = await take(csv('ada', 50));
		const packed = zipped({
			'orders.csv.gz': new Uint8Array(gzipSync(csv('ada', 50))),
			'readme.txt': 'See inside.'
		});
		const read = await take(packed);
		expect(read.table).toEqual(plain.table);
		expect(read.totals).toEqual(plain.totals);
		const rows = [{ order: 'A1', customer: 'ada', date: '2024-01-05', amount: 10 }];
		const json = zipped({ 'orders.json.gz': new Uint8Array(gzipSync(JSON.stringify(rows))) });
		expect((await take(json)).totals.source).toEqual({ rows: 1, amount: 10 });
		const twice = zipped({ 'a.gz': new Uint8Array(gzipSync(gzipSync(csv('ada')))) });
		expect((await refusal(look(twice))).code).toBe('archive-no-table');
	});

	it('leaves out a member whose gzip is broken, unless that one is asked for', async () => {
		const broken = new Uint8Array(gzipSync(csv('bob', 500))).slice(0, 14);
		const zip = zipped({ 'orders.csv': csv('ada', 20), 'old.csv.gz': broken });
		expect(await look(zip)).toMatchObject({ recipe: { source: { member: 'orders.csv' } } });
		const opened = openSource(new Blob([zip]), 'old.csv.gz', true);
		expect((await refusal(opened)).code).toBe('archive-damaged');
	});

	it('of a workbook opens the workbook; so does gzip', async () => {
		const rows = [
			['Order ID', 'Customer ID', 'Order Date', 'Amount'],
			['A1', 'ada', '2024-01-05', 10]
		];
		const book = workbook([{ name: 'S', rows }]);
		for (const bytes of [zipped({ 'a/book.xlsx': book }), new Uint8Array(gzipSync(book))]) {
			const { recipe } = await look(bytes);
			expect(recipe.source).toMatchObject({ kind: 'grid', container: 'xlsx', sheet: 'S' });
			expect((await take(bytes)).totals.source).toEqual({ rows: 1, amount: 10 });
		}
	});

	it('names itself in gb18030 where it has no UTF-8', async () => {
		// 订单.csv as a Chinese system names it; the writer knows UTF-8 only, so four letters are overwritten.
		const bytes = zipped({ 'abcd.csv': csv('ada') });
		const name = [0xb6, 0xa9, 0xb5, 0xa5];
		for (let at = 0; at + 8 < bytes.length; at++) {
			if (new TextDecoder().decode(bytes.subarray(at, at + 8)) === 'abcd.csv') bytes.set(name, at);
		}
		expect((await look(bytes)).members).toMatchObject([{ name: '订单.csv' }]);
	});

	it('is refused with a code when it is empty of tables, damaged, locked, too full, or a bomb', async () => {
		const code = async (bytes: Uint8Array<ArrayBuffer>) => (await refusal(take(bytes))).code;
		expect(await code(zipped({ 'logo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0) }))).toBe(
			'archive-no-table'
		);
		const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.csv`, 'a,b\n1,2\n']));
		expect(await code(zipped(many))).toBe('archive-too-many');
		expect(await code(new Uint8Array(zipSync({ 'a.csv': new Uint8Array(2 ** 22) })))).toBe('archive-bomb');
		const locked = zipped({ 'a.csv': csv('ada') });
		const end = locked.length - 22;
		const central = new DataView(locked.buffer).getUint32(end + 16, true);
		locked[central + 8] = (locked[central + 8] as number) | 1;
		expect(await code(locked)).toBe('archive-encrypted');
		const hurt = zipped({ 'a.csv': csv('ada', 400) });
		hurt[200] = (hurt[200] as number) ^ 0x55;
		expect(await code(hurt)).toBe('archive-damaged');
		expect(await code(new Uint8Array(gzipSync(zipped({ 'a.csv': csv('ada') }))))).toBe('file-binary');
	});
});
