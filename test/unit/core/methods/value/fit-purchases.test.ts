import { expect, test } from 'vitest';
import { fitPurchases } from '#lib/core/methods/value/models/fit-purchases.ts';
import type { PurchaseModel } from '#lib/core/methods/value/models/purchase-model.ts';
import { groupRepeats } from '#lib/core/methods/value/models/repeat-groups.ts';

const { groups } = groupRepeats({
	x: Uint32Array.of(1, 0, 2),
	last: Int32Array.of(7, 0, 21),
	age: Int32Array.of(70, 70, 70)
});

/** One parameter, of whose logarithm u the likelihood is a peak at about 0 and a slope that rises without end from 5 on. */
function hill() {
	const asked: number[] = [];
	const model = {
		names: ['p'],
		timed: [false],
		logLikelihood({ customers }, params, slopes) {
			const u = Math.log(params[0] as number);
			asked.push(u);
			slopes[0] = (customers * (-4 * u * Math.exp(-u * u) + 0.01)) / (params[0] as number);
			return customers * (2 * Math.exp(-u * u) + 0.01 * u);
		}
	} as Partial<PurchaseModel> as PurchaseModel;
	return { model, asked };
}
const startAt = (u: number) => Float64Array.of(Math.exp(u));

test.each([
	['none', null, 0],
	['a firm one', startAt(0.5), 0.5],
	['one at the edge of the search', startAt(11.5), 0]
])('a search begins at what it is given, but for the edge: %s', (_, near, first) => {
	const { model, asked } = hill();
	const fit = fitPurchases(model, groups, near);
	expect(asked[0]).toBeCloseTo(first, 9);
	expect([fit?.way, Math.log(fit?.params[0] ?? NaN)]).toEqual(['plain', expect.closeTo(0.0025, 3)]);
});

test('from a ridge it begins afresh, takes the likelier answer, and tells no share twice', () => {
	const { model, asked } = hill();
	const shares: number[] = [];
	const fit = fitPurchases(model, groups, startAt(10.5), (share) => shares.push(share));
	expect(asked[0]).toBeCloseTo(10.5, 9);
	expect(asked).toContain(0);
	expect([fit?.way, Math.log(fit?.params[0] ?? NaN)]).toEqual(['plain', expect.closeTo(0.0025, 3)]);
	expect(shares.length).toBeGreaterThan(2);
	expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('there is nothing to fit where nobody came back', () => {
	const once = { x: Uint32Array.of(0), last: Int32Array.of(0), age: Int32Array.of(70) };
	expect(fitPurchases(hill().model, groupRepeats(once).groups)).toBeNull();
});
