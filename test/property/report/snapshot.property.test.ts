import { fc, test } from '@fast-check/vitest';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect } from 'vitest';
import { FIRST_DAY, LAST_DAY } from '#lib/core/calendar/shown-days.ts';
import type { MethodResult } from '#lib/core/methods/types.ts';
import type { TableColumn } from '#lib/core/result/table.ts';
import { CoreError } from '#lib/core/errors.ts';
import { readSnapshot, writeSnapshot } from '#lib/report/index.ts';
import { damage } from '../../support/damage.ts';
import { sampleInput } from '../../unit/report/fixture.ts';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
const number = fc.double({ noDefaultInfinity: true }).map((value) => value + 0);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);

function column(rows: number): fc.Arbitrary<TableColumn> {
	const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: rows, maxLength: rows });
	return fc.oneof(
		list(number).map((values) => Float64Array.from(values)),
		list(fc.integer()).map((values) => Int32Array.from(values)),
		list(fc.nat()).map((values) => Uint32Array.from(values)),
		list(fc.integer({ min: 0, max: 255 })).map((values) => Uint8Array.from(values)),
		list(fc.string({ unit: 'grapheme' }))
	);
}

const table = fc.integer({ min: 0, max: 6 }).chain((rows) =>
	fc.dictionary(name, column(rows), { maxKeys: 4 }).map((columns) => ({
		rows,
		columns,
		types: Object.fromEntries(Object.keys(columns).map((key) => [key, 'number' as const]))
	}))
);

const anyResult: fc.Arbitrary<MethodResult> = fc.record({
	method: name.map((id) => `x-${id}`),
	version: fc.integer({ min: 1, max: 9 }),
	params: fc.dictionary(name, fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
	frame: fc.record({
		asOf: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
		from: fc.option(fc.integer({ min: FIRST_DAY, max: LAST_DAY })),
		weekStart: fc.integer({ min: 1, max: 7 })
	}),
	status: fc.constantFrom('ok' as const, 'not-enough-data' as const),
	missing: fc.constant([]),
	n: fc.nat(),
	warnings: fc.array(
		fc.record({ code: name, params: fc.dictionary(name, fc.oneof(fc.string(), fc.integer())) }),
		{ maxLength: 2 }
	),
	scalars: fc.dictionary(name, number, { maxKeys: 5 }),
	tables: fc.dictionary(name, table, { maxKeys: 4 })
});

describe('a snapshot', () => {
	test.prop(
		[
			fc.array(fc.record({ result: anyResult, provenance: hash }), { maxLength: 3 }),
			fc.string({ unit: 'grapheme' })
		],
		{
			numRuns: 150
		}
	)('gives back any result and any title exactly', (analyses, title) => {
		const input = sampleInput('en');
		const open = readSnapshot(writeSnapshot({ ...input, analyses, request: { ...input.request, title } }));
		expect(open.title).toBe(title);
		// Records read back may differ in their prototype alone.
		expect(open.analyses).toEqual(analyses);
	});
});

describe('a damaged snapshot', () => {
	const text = writeSnapshot(sampleInput('en'));
	const whole = readSnapshot(text);

	test.each(Array.from({ length: 500 }, (_, seed) => seed))(
		'is refused with a code or reads the same (seed %i)',
		(seed) => {
			const source = xoroshiro128plus(seed);
			const int = (low: number, high: number) => uniformInt(source, low, high);
			const damaged = damage(text, int);
			let open;
			try {
				open = readSnapshot(damaged);
			} catch (thrown) {
				expect(thrown).toBeInstanceOf(CoreError);
				expect(['snapshot-invalid', 'snapshot-newer']).toContain((thrown as CoreError).code);
				return;
			}
			expect(open).toEqual(whole);
		}
	);

	test('is refused in nearly every case: the seal is not for show', () => {
		let refused = 0;
		for (let seed = 0; seed < 60; seed++) {
			const source = xoroshiro128plus(seed);
			try {
				readSnapshot(damage(text, (low, high) => uniformInt(source, low, high)));
			} catch {
				refused++;
			}
		}
		expect(refused).toBeGreaterThan(50);
	});
});
