import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { matchCodes } from '#lib/core/comparison/match-codes.ts';
import { moversIn } from '#lib/core/comparison/movers-in.ts';
import { movesBetween } from '#lib/core/comparison/moves.ts';
import { figureOf, splitChange } from '#lib/core/comparison/split-change.ts';
import { NO_GROUP, type Standings } from '#lib/core/comparison/types.ts';

const groups = 4;
const code = fc.constantFrom(0, 1, 2, 3, NO_GROUP);
const customer = fc.record({ revenue: fc.nat(1000), orders: fc.nat(5), group: code });
const people = fc.dictionary(fc.constantFrom(...Array.from('abcdefghijklm')), customer, { maxKeys: 13 });
type People = Readonly<Record<string, { revenue: number; orders: number; group: number }>>;

function standings(of: People): Standings {
	const all = Object.values(of);
	const codes = Uint8Array.from(all, ({ group }) => group);
	return {
		codes: Object.keys(of),
		orders: Float64Array.from(all, ({ orders }) => orders),
		revenue: Float64Array.from(all, ({ revenue }) => revenue),
		segments: codes,
		types: codes,
		stages: codes
	};
}

describe('customers of two states', () => {
	test.prop([people, people])('are matched as looking for each of them does', (a, b) => {
		const [one, other] = [Object.keys(a), Object.keys(b)];
		const { first, second, left, joined } = matchCodes(one, other);
		expect([...first].map((i) => one[i])).toEqual(other.filter((who) => who in a));
		expect([...second].map((i) => other[i])).toEqual(other.filter((who) => who in a));
		expect([...left].map((i) => one[i])).toEqual(one.filter((who) => !(who in b)));
		expect([...joined].map((i) => other[i])).toEqual(other.filter((who) => !(who in a)));
	});

	test.prop([people, people])('stand in one cell each, and the sizes of places are its sums', (a, b) => {
		const [one, other] = [standings(a), standings(b)];
		const { places, matrix } = movesBetween(
			matchCodes(one.codes, other.codes),
			one,
			other,
			'segments',
			groups
		);
		const { from, to, customers, revenue, revenueBefore } = matrix.columns;
		const kinds = [...places.columns.kind];
		const placeOf = (of: People, who: string) => {
			const group = of[who]?.group;
			if (group === undefined) return kinds.indexOf(2);
			return group === NO_GROUP ? kinds.indexOf(1) : group;
		};
		const everyone = new Set([...one.codes, ...other.codes]);
		const expected = new Map<string, [number, number, number]>();
		for (const who of everyone) {
			const key = `${placeOf(a, who)} ${placeOf(b, who)}`;
			const [n, now, before] = expected.get(key) ?? [0, 0, 0];
			expected.set(key, [n + 1, now + (b[who]?.revenue ?? 0), before + (a[who]?.revenue ?? 0)]);
		}
		customers.forEach((n, cell) => {
			const found = expected.get(`${from[cell] ?? ''} ${to[cell] ?? ''}`) ?? [0, 0, 0];
			expect([n, revenue[cell], revenueBefore[cell]]).toEqual(found);
		});
		const sum = (numbers: Iterable<number>) => [...numbers].reduce((x, y) => x + y, 0);
		expect(sum(customers)).toBe(everyone.size);
		expect(sum(places.columns.before)).toBe(everyone.size);
		expect(sum(places.columns.now)).toBe(everyone.size);
		for (let place = 0; place < places.rows; place++) {
			expect(sum(customers.filter((_, cell) => from[cell] === place))).toBe(places.columns.before[place]);
			expect(sum(customers.filter((_, cell) => to[cell] === place))).toBe(places.columns.now[place]);
		}
	});

	test.prop([people, people])('are listed behind their cell and both of its places, each once', (a, b) => {
		const [one, other] = [standings(a), standings(b)];
		const matching = matchCodes(one.codes, other.codes);
		const { places, matrix } = movesBetween(matching, one, other, 'segments', groups);
		const list = (from: number | null, to: number | null) =>
			moversIn(matching, one, other, 'segments', groups, { from, to });
		const listed: string[] = [];
		matrix.columns.customers.forEach((n, cell) => {
			const [from, to] = [matrix.columns.from[cell] ?? 0, matrix.columns.to[cell] ?? 0];
			const who = list(from, to);
			expect(who).toHaveLength(n);
			for (const code of who) {
				expect(code in a).toBe(places.columns.kind[from] !== 2);
				if (code in a && from < groups) expect(a[code]?.group).toBe(from);
				if (code in b && to < groups) expect(b[code]?.group).toBe(to);
			}
			listed.push(...who);
		});
		expect(listed.sort()).toEqual([...new Set([...one.codes, ...other.codes])].sort());
		for (let place = 0; place < places.rows; place++) {
			expect(list(place, null)).toHaveLength(places.columns.before[place] ?? -1);
			expect(list(null, place)).toHaveLength(places.columns.now[place] ?? -1);
		}
	});

	test.prop([people, people, people, fc.boolean()])(
		'split a change without a rest, and backwards with the other sign',
		(a, b, c, asRatio) => {
			const figure = (of: People) => {
				const { revenue, orders } = standings(of);
				return { of: revenue, by: asRatio ? orders : null };
			};
			const matching = matchCodes(Object.keys(a), Object.keys(b));
			const now = figureOf(figure(c));
			const split = splitChange(matching, figure(a), figure(b), now);
			if (split === null) {
				expect(asRatio).toBe(true);
				return;
			}
			const sum = split.left + split.behaviour + split.joined + split.definition;
			if (asRatio) expect(sum).toBeCloseTo(now - figureOf(figure(a)), 8);
			else expect(sum).toBe(now - figureOf(figure(a)));
			const there = splitChange(matching, figure(a), figure(b), figureOf(figure(b)));
			const back = splitChange(
				matchCodes(Object.keys(b), Object.keys(a)),
				figure(b),
				figure(a),
				figureOf(figure(a))
			);
			if (there === null || back === null) return;
			expect(there.behaviour + back.behaviour).toBeCloseTo(0, 8);
			expect(there.left + back.joined).toBeCloseTo(0, 8);
			expect(there.joined + back.left).toBeCloseTo(0, 8);
			expect(there.definition).toBe(0);
		}
	);
});
