import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { sortDictionary } from '#lib/core/columns/sort-dictionary.ts';
import { Breather } from '#lib/import/breather.ts';
import { Fingerprint, FINGERPRINT_PIECE } from '#lib/import/fingerprint.ts';
import { manifestOf, parseRecipe } from '#lib/import/index.ts';
import { SeenRows } from '#lib/import/seen-rows.ts';
import { sortInTurns } from '#lib/import/sort-in-turns.ts';
import { DelimitedTokenizer } from '#lib/import/tokenizers/delimited.ts';
import { RowTaker } from '#lib/import/tokenizers/row-taker.ts';
import { BlankTokenizer } from '#lib/import/tokenizers/blanks.ts';
import { look, refusal, take } from '../../support/import.ts';

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

describe('The fingerprint', () => {
	it('is SHA-256 over the digests of pieces of 4 MiB, however the bytes come', async () => {
		const bytes = new Uint8Array(FINGERPRINT_PIECE * 2 + 12_345).map((_, i) => (i * 31) & 0xff);
		const pieces = [0, 1, 2].map((i) =>
			sha(bytes.subarray(i * FINGERPRINT_PIECE, (i + 1) * FINGERPRINT_PIECE))
		);
		const expected = sha(Buffer.concat(pieces)).toString('hex');
		for (const size of [FINGERPRINT_PIECE, 1_000_003, bytes.length]) {
			const fingerprint = new Fingerprint();
			for (let at = 0; at < bytes.length; at += size) await fingerprint.add(bytes.subarray(at, at + size));
			expect(await fingerprint.finish()).toBe(expected);
		}
	});

	it('of a small file is the hash of its hash, and of its bytes as given, packed or not', async () => {
		const text = 'customer,date,amount\nA,2024-01-05,1.50\nB,2024-01-06,2.50\n';
		const { fingerprint } = await take(text);
		expect(fingerprint).toBe(sha(sha(new TextEncoder().encode(text))).toString('hex'));
	});
});

describe('Sorting in turns', () => {
	it('gives what sorting in one go gives', async () => {
		const builder = new DictionaryBuilder();
		// More keys than are sorted in one run: numbers, some with leading zeros or too long for one, and texts that begin alike.
		for (let i = 0; i < 160_000; i++) {
			const number = (i * 104_729) % 1_000_003;
			if (i % 64 === 0) builder.intern(`00${number}`);
			else if (i % 64 === 1) builder.intern(`1234567890123456${number}`);
			else if (i % 2 === 0) builder.intern(String(number));
			else builder.intern(i % 64 === 3 ? `#${number}` : `customer-${number}`);
		}
		const breather = new Breather(undefined);
		const sorted = await sortInTurns(builder, breather);
		breather.close();
		expect(builder.size).toBe(160_000);
		const { dictionary, newCode } = sortDictionary(builder.build());
		const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array) =>
			Buffer.from(buffer, byteOffset, byteLength);
		expect(bytesOf(sorted.newCode).equals(bytesOf(newCode))).toBe(true);
		expect(bytesOf(sorted.dictionary.bytes).equals(bytesOf(dictionary.bytes))).toBe(true);
		expect(bytesOf(sorted.dictionary.offsets).equals(bytesOf(dictionary.offsets))).toBe(true);
	});
});

describe('Rows seen before', () => {
	it('are told from rows that only look alike, among many', () => {
		// Without orders, with an order for every row, for every ten, and with one for all.
		for (const orderOf of [() => -1, (i: number) => i, (i: number) => Math.floor(i / 10), () => 0]) {
			const seen = new SeenRows();
			let known = 0;
			for (let i = 0; i < 50_000; i++) if (seen.add([`C${i}`, String(i * 7), 'x'], 3, orderOf(i))) known++;
			expect(known).toBe(0);
			for (let i = 0; i < 50_000; i += 997) {
				expect(seen.add([`C${i}`, String(i * 7), 'x'], 3, orderOf(i))).toBe(true);
			}
			expect(seen.add(['C1', '7x', ''], 3, orderOf(1))).toBe(false);
			expect(seen.add(['C1', '', '7x'], 3, orderOf(1))).toBe(false);
			expect(seen.add(['', 'C1', '7x'], 3, orderOf(1))).toBe(false);
			expect(seen.add(['', 'C1', '7x'], 3, orderOf(1))).toBe(true);
		}
	});
});

describe('The tokenizers', () => {
	it('keep the physical line of each row, also behind cells of several lines', () => {
		const batch = new DelimitedTokenizer(new RowTaker({ delimiter: ',', quote: '"' })).push(
			'a,b\r\n"x\ny\nz",1\r\n\r\nc,d\r\n',
			true
		);
		expect(batch.rows).toEqual([['a', 'b'], ['x\ny\nz', '1'], [''], ['c', 'd']]);
		expect(batch.lines).toEqual([1, 2, 5, 6]);
	});

	it('go on after a quote that never closes, a line at a time', () => {
		const batch = new DelimitedTokenizer(new RowTaker({ delimiter: ',', quote: '"' })).push(
			'a,1\n"b,2\nc,3\nd,4\n',
			true
		);
		expect(batch.rows).toEqual([
			['a', '1'],
			['"b', '2'],
			['c', '3'],
			['d', '4']
		]);
		expect([...batch.unclosed]).toEqual([1]);
	});

	it('cut at runs of blanks, with blanks around, in any pieces', () => {
		const tokenizer = new BlankTokenizer();
		const first = tokenizer.push(' 1  2   3\r\n 4 5', false);
		const second = tokenizer.push(' 6 \r\n', true);
		expect([...first.rows, ...second.rows]).toEqual([
			['1', '2', '3'],
			['4', '5', '6']
		]);
		expect([...first.lines, ...second.lines]).toEqual([1, 2]);
	});
});

describe('A recipe', () => {
	it('survives being written and read', async () => {
		const { recipe } = await look('customer,date,amount\nA,2024-01-05,1.50\n');
		expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
	});

	it.each([
		['version', { version: 3 }],
		[
			'source.encoding',
			{ source: { encoding: 'ebcdic', delimiter: ',', quote: '"', header: true, skipRows: 0 } }
		],
		['choices', { choices: undefined }],
		['surprise', { surprise: 1 }]
	])('that differs at %s is refused there', async (path, change) => {
		const { recipe } = await look('customer,date,amount\nA,2024-01-05,1.50\n');
		const parse = async () => parseRecipe({ ...recipe, ...change });
		expect(await refusal(parse())).toEqual({ code: 'recipe-invalid', params: { path } });
	});
});

describe('The manifest', () => {
	it('says what the table holds; its days are those of the sales', async () => {
		const imported = await take(
			'customer,order,date,amount,city\nA,1,2024-01-05,1.50,X\nA,2,2024-02-05,0.00,Y\nB,3,2024-01-07,2.25,X\nB,4,2024-01-08,1,Y\n'
		);
		const { recipe } = await look('customer,order,date,amount\nA,1,2024-01-05,1.50\n');
		const manifest = manifestOf(imported, {
			id: 'd',
			workspaceId: 'w',
			name: 'Orders',
			file: { name: 'o.csv', size: 9 },
			recipe,
			importedAt: 5
		});
		expect(manifest).toMatchObject({
			id: 'd',
			customers: 2,
			orders: 4,
			firstDay: 19_727,
			lastDay: 19_730,
			scale: 2,
			currency: null,
			hasTimeOfDay: false,
			attributes: ['city'],
			rejectsBytes: 0,
			fingerprint: imported.fingerprint
		});
	});
});
