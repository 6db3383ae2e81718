import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
	bitsetOf,
	countBits,
	difference,
	hasBit,
	intersection,
	rowsOf,
	union
} from '#lib/core/columns/bitset.ts';
import { compareKeys } from '../../support/compare-keys.ts';
import { listedKeys } from '../../support/listed-keys.ts';
import { KEY_PADDING } from '#lib/core/columns/key-words.ts';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { decodeAll, dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { gather, rowOrder, sortByCodes, sortByNumbers } from '#lib/core/columns/order-index.ts';
import { RowMover } from '#lib/core/columns/row-mover.ts';
import { remapCodes, sortDictionary } from '#lib/core/columns/sort-dictionary.ts';

const wellFormed = fc.string({ unit: 'grapheme', maxLength: 8 });
const digits = fc.stringMatching(/^[0-9]{1,18}$/);
const keys = fc.uniqueArray(fc.oneof(wellFormed, digits), { maxLength: 60 });

/** Number by number; as `toEqual` says it, and quickly of long columns. */
const isSame = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
	a.length === b.length && Array.prototype.every.call(a, (value, i) => Object.is(value, b[i]));

describe('columns', () => {
	test.prop([fc.array(wellFormed)])('a dictionary gives back what was packed', (strings) => {
		expect(decodeAll(dictionaryOf(strings))).toEqual(strings);
	});

	test.prop([
		fc.array(
			fc.oneof(
				wellFormed,
				digits,
				fc.string({ minLength: 11, maxLength: 14 }),
				fc.stringMatching(/^a{0,15}$/)
			)
		),
		fc.boolean(),
		fc.nat(40)
	])(
		'a builder gives codes as a map of strings does, whether or not keys ascend',
		(strings, ascend, built) => {
			if (ascend) strings.sort((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0));
			const builder = new DictionaryBuilder();
			const codes = new Map<string, number>();
			strings.forEach((text, i) => {
				if (!codes.has(text)) codes.set(text, codes.size);
				expect(builder.intern(text)).toBe(codes.get(text));
				if (i === built) expect(decodeAll(builder.build())).toEqual([...codes.keys()]);
			});
			expect(builder.size).toBe(codes.size);
			expect(decodeAll(builder.build())).toEqual([...codes.keys()]);
		}
	);

	test.prop([keys])('sorting a dictionary is sorting its strings by canonical key order', (strings) => {
		const { dictionary, newCode } = sortDictionary(dictionaryOf(strings));
		const sorted = decodeAll(dictionary);
		expect(sorted).toEqual([...strings].sort(compareKeys));
		strings.forEach((text, old) => expect(sorted[newCode[old] as number]).toBe(text));
	});

	test.prop([fc.array(fc.oneof(wellFormed, digits), { minLength: 3, maxLength: 3 })])(
		'canonical key order is a total order',
		([a, b, c]) => {
			const [x, y, z] = [a as string, b as string, c as string].sort(compareKeys) as [string, string, string];
			expect(compareKeys(x, y)).toBeLessThanOrEqual(0);
			expect(compareKeys(y, z)).toBeLessThanOrEqual(0);
			expect(compareKeys(x, z)).toBeLessThanOrEqual(0);
			expect(Math.sign(compareKeys(x, y))).toBe(-Math.sign(compareKeys(y, x)) + 0);
			expect(compareKeys(x, y) === 0).toBe(x === y);
		}
	);

	test.prop([fc.array(fc.oneof(fc.double(), fc.integer({ min: -9, max: 9 })), { maxLength: 300 })])(
		'sorting by numbers is stable and puts NaN last',
		(values) => {
			const column = Float64Array.from(values);
			const before = column.slice();
			const last = (x: number) => (Number.isNaN(x) ? 1 : 0);
			const expected = values
				.map((value, row) => ({ value, row }))
				.sort(
					(a, b) =>
						last(a.value) - last(b.value) ||
						(a.value < b.value ? -1 : a.value > b.value ? 1 : 0) ||
						a.row - b.row
				)
				.map(({ row }) => row);
			expect([...sortByNumbers(rowOrder(values.length), column)]).toEqual(expected);
			expect(column).toEqual(before);
		}
	);

	test.prop([
		fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -40000, max: 40000 }), fc.boolean()))
	])('sorting by days and then by codes sorts by both, rows without a code last', (rows) => {
		const codes = Uint32Array.from(rows, ([code, , none]) => (none ? NO_CODE : code));
		const days = Int32Array.from(rows, ([, day]) => day);
		const order = sortByCodes(sortByNumbers(rowOrder(rows.length), days), codes, 5);
		const expected = rows
			.map((_, row) => row)
			.sort(
				(a, b) =>
					(codes[a] as number) - (codes[b] as number) || (days[a] as number) - (days[b] as number) || a - b
			);
		expect([...order]).toEqual(expected);
		expect([...gather(days, order)]).toEqual(expected.map((row) => days[row]));
	});

	test.prop([fc.constantFrom(0, 1, 500, 16_384, 40_000), fc.integer({ min: 1, max: 2 ** 31 - 1 })], {
		numRuns: 12
	})('columns are moved block by block as they are gathered one by one', (size, step) => {
		// A permutation: rows by a scrambled key.
		const scrambled = Uint32Array.from({ length: size }, (_, i) => Math.imul(i, step | 1) >>> 0);
		const order = sortByNumbers(rowOrder(size), scrambled);
		const mover = new RowMover(order);
		const newCode = Uint32Array.from({ length: 9 }, (_, i) => 8 - i);
		const codes = scrambled.map((value) => (value % 10 === 9 ? NO_CODE : value % 10));
		const moved = gather(remapCodes(codes, newCode), order);
		expect(isSame(mover.moveCodes(codes, newCode), moved)).toBe(true);
		const days = Int32Array.from(scrambled);
		expect(isSame(mover.move(days.slice()), gather(days, order))).toBe(true);
		const amounts = Float64Array.from(scrambled, (value) => (value % 3 === 0 ? NaN : value / 7));
		expect(isSame(mover.move(amounts.slice()), gather(amounts, order))).toBe(true);
		const sorted = gather(scrambled, order);
		expect(isSame(mover.move(scrambled), sorted)).toBe(true);
	});

	test.prop([
		fc.array(fc.oneof(wellFormed, digits, fc.constantFrom('', 'a', 'a key of more than twelve bytes'))),
		fc.nat(40)
	])('keys interned many at a time get the codes they get one by one', (texts, cut) => {
		const bytes = new TextEncoder().encode(texts.join('') + ' '.repeat(KEY_PADDING));
		const to = Int32Array.from(
			texts,
			(_, i) => new TextEncoder().encode(texts.slice(0, i + 1).join('')).length
		);
		const from = Int32Array.from(texts, (_, i) => to[i - 1] ?? 0);
		const [one, many] = [new DictionaryBuilder(), new DictionaryBuilder()];
		const expected = texts.map((text) => (text === '' ? NO_CODE : one.intern(text)));
		const codes = new Uint32Array(texts.length);
		const first = Math.min(cut, texts.length);
		many.internAll(listedKeys(bytes, from, to), first, codes, 0);
		const rest = listedKeys(bytes, from.subarray(first), to.subarray(first));
		many.internAll(rest, texts.length - first, codes, first);
		expect([...codes]).toEqual(expected);
		expect(decodeAll(many.build())).toEqual(decodeAll(one.build()));
	});

	it('keys are found again in a table that has outgrown the near caches', () => {
		const keys = Array.from({ length: 50_000 }, (_, i) =>
			String(Math.imul(i + 1, 0x9e3779b1) >>> 0).padStart(10, '0')
		);
		const bytes = new TextEncoder().encode(keys.join('') + ' '.repeat(KEY_PADDING));
		const from = Int32Array.from(keys, (_, i) => 10 * i);
		const places = listedKeys(
			bytes,
			from,
			from.map((at) => at + 10)
		);
		const builder = new DictionaryBuilder();
		const [codes, again] = [new Uint32Array(keys.length), new Uint32Array(keys.length)];
		builder.internAll(places, keys.length, codes, 0);
		builder.internAll(places, keys.length, again, 0);
		expect(isSame(again, codes)).toBe(true);
		expect(builder.size).toBe(keys.length);
		expect(decodeAll(builder.build()).join()).toBe(keys.join());
	});

	const size = 130;
	const rows = fc.uniqueArray(fc.nat(size - 1));
	test.prop([rows, rows])('bitsets answer as sets do', (a, b) => {
		const [x, y] = [bitsetOf(size, a), bitsetOf(size, b)];
		const ascending = (list: number[]) => [...list].sort((p, q) => p - q);
		expect([...rowsOf(x)]).toEqual(ascending(a));
		expect(countBits(x)).toBe(a.length);
		expect([...rowsOf(intersection(x, y))]).toEqual(ascending(a.filter((row) => b.includes(row))));
		expect([...rowsOf(union(x, y))]).toEqual(ascending([...new Set([...a, ...b])]));
		expect([...rowsOf(difference(x, y))]).toEqual(ascending(a.filter((row) => !b.includes(row))));
		for (let row = -1; row <= size; row++) expect(hasBit(x, row)).toBe(a.includes(row));
	});

	test('bitsets over different rows are not combined, nor rows outside taken in', () => {
		expect(() => union(bitsetOf(3, []), bitsetOf(4, []))).toThrow(RangeError);
		expect(() => bitsetOf(3, [3])).toThrow(RangeError);
	});
});
