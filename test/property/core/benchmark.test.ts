import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { benchmarkOf } from '#lib/core/benchmark/benchmark-of.ts';
import { placesOf } from '#lib/core/benchmark/places-of.ts';
import type { BenchmarkClient, ClientMeasure } from '#lib/core/benchmark/types.ts';

const frame = (from: number | null, asOf: number) => ({ asOf, from, weekStart: 1 });
const measure = fc.record({
	id: fc.constantFrom('repeatRate', 'averageOrder', 'gini'),
	value: fc.integer({ min: 0, max: 12 }),
	hidden: fc.boolean(),
	version: fc.constantFrom(1, 1, 1, 2),
	rule: fc.constantFrom(90, 90, 90, 30),
	from: fc.constantFrom(null, null, 100)
});
const client = fc.record({
	workspace: fc.constantFrom(...Array.from('abcdefghij')),
	fingerprint: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOP')),
	asOf: fc.constantFrom(400, 420, 500),
	createdAt: fc.nat(3),
	refunds: fc.constantFrom('net', 'net', 'net', 'gross'),
	currency: fc.constantFrom('CNY', 'CNY', 'EUR', null),
	measures: fc.uniqueArray(measure, { selector: ({ id }) => id, maxLength: 3 })
});
const clients = fc.array(client, { maxLength: 8 }).map((all) =>
	all.map((of, i): BenchmarkClient => {
		const { fingerprint, asOf, measures, refunds, ...rest } = of;
		return {
			...rest,
			key: `key ${i}`,
			name: `Client ${i}`,
			from: 'file',
			fingerprints: [fingerprint],
			frame: frame(null, asOf),
			firstDay: 0,
			refunds: refunds === 'net' ? 'net' : 'gross',
			hideBelow: 5,
			measures: measures.map(({ id, value, hidden, version, rule, from }): ClientMeasure => ({
				id: id === 'gini' ? 'gini' : id === 'repeatRate' ? 'repeatRate' : 'averageOrder',
				of: null,
				as: id === 'averageOrder' ? 'money' : 'share',
				value,
				hidden,
				version,
				rules: [rule],
				frame: frame(from, asOf)
			}))
		};
	})
);
const self = fc.constantFrom('key 0', 'key 1', null);

describe('clients held against one of them', () => {
	test.prop([clients, self, fc.nat(7)])('stand the same in whatever order they come', (all, own, shift) => {
		const turned = [...all.slice(shift), ...all.slice(0, shift)].reverse();
		expect(benchmarkOf(turned, own)).toEqual(benchmarkOf(all, own));
	});

	test.prop([clients, self])(
		'have places that counting one by one gives, of values that mean the same',
		(all, own) => {
			const { clients: ordered, rows } = benchmarkOf(all, own);
			for (const { id, cells, places } of rows) {
				const measures = ordered.map((of) => of.measures.find((one) => one.id === id));
				const at = ordered.findIndex((of, i) => of.duplicateOf === null && measures[i] !== undefined);
				const model = ordered[at];
				const asked = measures[at];
				const fair = ordered.flatMap((of, i) => {
					const mine = measures[i];
					const same =
						mine !== undefined &&
						!mine.hidden &&
						of.duplicateOf === null &&
						of.refunds === model?.refunds &&
						mine.version === asked?.version &&
						mine.rules[0] === asked.rules[0] &&
						// The one window that has a beginning begins on day 100, the as-of dates lie weeks apart.
						(mine.frame.from === null
							? asked.frame.from === null
							: asked.frame.from !== null && mine.frame.asOf === asked.frame.asOf) &&
						(id !== 'averageOrder' || of.currency === model.currency);
					expect(cells[i]?.obstacle === null && !Number.isNaN(cells[i].value)).toBe(same);
					return same ? [mine.value] : [];
				});
				expect(places.n).toBe(fair.length);
				const mine = ordered[0]?.key === own ? cells[0] : undefined;
				const value = mine?.obstacle === null ? mine.value : NaN;
				const rank = Number.isNaN(value) ? null : 1 + fair.filter((other) => other > value).length;
				expect(places.rank).toBe(rank);
				expect(Number.isNaN(places.median)).toBe(fair.length < 4);
			}
		}
	);

	test.prop([clients, self, fc.integer({ min: 1, max: 99 })])(
		'do not depend on what is hidden',
		(all, own, other) => {
			const poisoned = all.map((of) => ({
				...of,
				measures: of.measures.map((one) => (one.hidden ? { ...one, value: one.value + other } : one))
			}));
			const bare = ({ rows }: ReturnType<typeof benchmarkOf>) => rows;
			expect(bare(benchmarkOf(poisoned, own))).toEqual(bare(benchmarkOf(all, own)));
			for (const { cells } of bare(benchmarkOf(all, own)))
				for (const { hidden, value } of cells) if (hidden) expect(value).toBeNaN();
		}
	);

	test.prop([clients, self])('count each workspace and each file of data once', (all, own) => {
		const counted = benchmarkOf(all, own).clients.filter(({ duplicateOf }) => duplicateOf === null);
		expect(new Set(counted.map(({ workspace }) => workspace)).size).toBe(counted.length);
		expect(new Set(counted.flatMap(({ fingerprints }) => fingerprints)).size).toBe(counted.length);
		for (const { duplicateOf } of benchmarkOf(all, own).clients)
			if (duplicateOf !== null) expect(counted.map(({ key }) => key)).toContain(duplicateOf);
		if (all.some(({ key }) => key === own)) expect(counted[0]?.key).toBe(own);
	});
});

describe('places among clients', () => {
	// Oracle: numpy 2 (numpy.percentile, linear) and a count of the greater values, computed apart from this project.
	it.each([
		{ values: [0.31, 0.47, 0.22, 0.47, 0.65], quartiles: [0.31, 0.47, 0.47], ranks: [4, 2, 5, 2, 1] },
		{ values: [12.5, 88, 41.25, 40], quartiles: [33.125, 40.625, 52.9375], ranks: [4, 1, 2, 3] },
		{ values: [3, 1, 2], quartiles: [NaN, NaN, NaN], ranks: [1, 3, 2] }
	])('are those that numpy gives for $values', ({ values, quartiles, ranks }) => {
		for (const [i, value] of values.entries()) {
			const { n, rank, low, median, high } = placesOf(values, value);
			expect([n, rank]).toEqual([values.length, ranks[i]]);
			for (const [at, found] of [low, median, high].entries()) {
				if (Number.isNaN(quartiles[at])) expect(found).toBeNaN();
				else expect(found).toBeCloseTo(quartiles[at] ?? NaN, 12);
			}
		}
	});
});
