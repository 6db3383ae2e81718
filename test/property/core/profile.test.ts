import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { NO_CODE, dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { dayBins, evenBins } from '#lib/core/profile/bins.ts';
import { profileNumbers } from '#lib/core/profile/profile-numbers.ts';
import { profileTable } from '#lib/core/profile/profile-table.ts';
import { profileTexts } from '#lib/core/profile/profile-texts.ts';
import { orderTableOf, type TestRow } from '../../support/ledger.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const cells = fc.array(
	fc.oneof(
		fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
		fc.integer({ min: -1000, max: 1000 }),
		fc.constant(NaN)
	),
	{ maxLength: 200 }
);

describe('A profile of numbers', () => {
	test.prop([cells])('accounts for every row: empty, in a bin, below or above', (values) => {
		const found = profileNumbers(values, 'number');
		const empty = values.filter((value) => Number.isNaN(value)).length;
		if (found === null) {
			expect(empty).toBe(values.length);
			return;
		}
		expect(empty + sum(found.bins.rows) + found.below + found.above).toBe(values.length);
		expect(found.low).toBeLessThanOrEqual(found.median);
		expect(found.median).toBeLessThanOrEqual(found.high);
		const filled = values.filter((value) => !Number.isNaN(value));
		expect(found.distinct).toBe(new Set(filled.map((value) => value + 0)).size);
		const { fences } = found;
		expect(found.below).toBe(filled.filter((value) => fences !== null && value < fences.low).length);
		expect(found.above).toBe(filled.filter((value) => fences !== null && value > fences.high).length);
	});

	test.prop([fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 200 })])(
		'puts whole numbers into at most 26 bins, each where it belongs',
		(values) => {
			const { starts, rows } = evenBins(
				values.toSorted((a, b) => a - b),
				true
			);
			expect(starts.length).toBeLessThanOrEqual(26);
			for (const [i, n] of rows.entries()) {
				const [from, to] = [starts[i] as number, starts[i + 1] ?? Infinity];
				expect(values.filter((value) => value >= from && value < to)).toHaveLength(n);
			}
		}
	);

	test.prop([fc.array(fc.integer({ min: -30_000, max: 60_000 }), { minLength: 1, maxLength: 100 })])(
		'puts days into the periods of the calendar',
		(days) => {
			const { starts, rows } = dayBins(days.toSorted((a, b) => a - b));
			for (const [i, n] of rows.entries()) {
				const [from, to] = [starts[i] as number, starts[i + 1] ?? Infinity];
				expect(days.filter((day) => day >= from && day < to)).toHaveLength(n);
			}
		}
	);
});

const words = fc.array(fc.constantFrom('', 'a', 'b', '客', 'aa', 'B', ...Array.from('uvwxyz0123')), {
	maxLength: 120
});

describe('A profile of texts', () => {
	test.prop([words])('names the most frequent and counts the rest, as a plain count does', (texts) => {
		const distinct = [...new Set(texts.filter((text) => text !== ''))];
		const codes = Uint32Array.from(texts, (text) => (text === '' ? NO_CODE : distinct.indexOf(text)));
		const found = profileTexts(codes, dictionaryOf(distinct));
		if (found === null) {
			expect(distinct).toEqual([]);
			return;
		}
		const counted = distinct
			.map((value) => ({ value, rows: texts.filter((text) => text === value).length }))
			.sort((a, b) => b.rows - a.rows || Buffer.compare(Buffer.from(a.value), Buffer.from(b.value)));
		expect(found.top).toEqual(counted.slice(0, 10));
		expect(found.distinct).toBe(distinct.length);
		expect(found.otherRows).toBe(sum(counted.slice(10).map(({ rows }) => rows)));
	});
});

const rowsOfTable = fc.array(
	fc.tuple(
		fc.constantFrom('ada', 'bob', null),
		fc.integer({ min: 19_000, max: 19_100 }),
		fc.integer({ min: 0, max: 500 })
	),
	{ minLength: 1, maxLength: 60 }
);

describe('A profile of a table', () => {
	test.prop([rowsOfTable])('does not depend on the order of its rows', (rows) => {
		const table = (of: readonly TestRow[]) => profileTable(orderTableOf(of));
		expect(table(rows.toReversed())).toEqual(table(rows));
	});
});
