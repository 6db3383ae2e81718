import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { chiSquareTail } from '#lib/core/math/chi-square.ts';
import { kaplanMeier, limitKinds, survivalAt } from '#lib/core/math/survival/kaplan-meier.ts';
import { logRank, type LogRankWeight } from '#lib/core/math/survival/log-rank.ts';
import { medianSurvival, restrictedMean } from '#lib/core/math/survival/summaries.ts';
import { tallyLengths, tallySpells, type SpellTally } from '#lib/core/math/survival/tally.ts';

interface Spell {
	readonly time: number;
	readonly ended: number;
}
const spell = fc.record({ time: fc.nat(40), ended: fc.constantFrom(0, 1, 1) });
const spells = fc.array(spell, { minLength: 1, maxLength: 60 });
const tally = (some: readonly Spell[]): SpellTally =>
	tallySpells(
		some.map(({ time }) => time),
		some.map(({ ended }) => ended)
	);
const weights: readonly LogRankWeight[] = ['log-rank', 'gehan', 'tarone-ware', 'rho-1', 'peto'];

describe('Kaplan–Meier', () => {
	test.prop([spells, fc.constantFrom(...limitKinds)])(
		'starts at 1 or below, never rises, stays in 0..1, and within its limits',
		(some, kind) => {
			const { survival, low, high } = kaplanMeier(tally(some), kind);
			let before = 1;
			survival.forEach((s, i) => {
				expect(s).toBeLessThanOrEqual(before);
				expect(s).toBeGreaterThanOrEqual(0);
				before = s;
				if (s === 0) return;
				expect(low[i]).toBeGreaterThanOrEqual(0);
				expect(low[i]).toBeLessThanOrEqual(s);
				expect(high[i]).toBeGreaterThanOrEqual(s);
				expect(high[i]).toBeLessThanOrEqual(1);
			});
		}
	);

	test.prop([spells])('is the share that lasts longer where every end was seen', (some) => {
		const all = some.map(({ time }) => ({ time, ended: 1 }));
		const curve = kaplanMeier(tally(all));
		for (let t = 0; t <= 40; t++) {
			const longer = all.filter(({ time }) => time > t).length / all.length;
			expect(survivalAt(curve, t)).toBeCloseTo(longer, 12);
		}
		// And Greenwood is then the binomial error.
		curve.survival.forEach((s, i) => {
			if (s > 0) expect(curve.error[i]).toBeCloseTo(Math.sqrt((s * (1 - s)) / all.length), 12);
		});
	});

	test.prop([spells])('does not depend on the order of the spells', (some) => {
		const sorted = [...some].sort((a, b) => b.time - a.time || a.ended - b.ended);
		expect(kaplanMeier(tally(sorted))).toEqual(kaplanMeier(tally(some)));
	});

	test.prop([spells])('is the same from counts by length as from the spells', (some) => {
		const counts = (ended: number): Uint32Array => {
			const found = new Uint32Array(41);
			for (const { time } of some.filter((own) => own.ended === ended)) found[time] = (found[time] ?? 0) + 1;
			return found;
		};
		expect(tallyLengths(counts(1), counts(0))).toEqual(tally(some));
	});

	test.prop([spells])('has a median at which half or less is left, and not yet a day before', (some) => {
		const curve = kaplanMeier(tally(some));
		const { median } = medianSurvival(curve);
		if (Number.isNaN(median)) expect(curve.survival.at(-1)).toBeGreaterThan(0.5 - 1e-9);
		else {
			expect(survivalAt(curve, median)).toBeLessThanOrEqual(0.5 + 1e-9);
			expect(survivalAt(curve, Math.ceil(median) - 1)).toBeGreaterThanOrEqual(0.5 - 1e-9);
		}
	});

	test.prop([spells])(
		'has a restricted mean that is the mean of the cut lengths when all ends were seen',
		(some) => {
			const all = some.map(({ time }) => ({ time, ended: 1 }));
			const mean = all.reduce((sum, { time }) => sum + Math.min(time, 25), 0) / all.length;
			expect(restrictedMean(kaplanMeier(tally(all)), 25).mean).toBeCloseTo(mean, 9);
		}
	);
});

describe('the log-rank test', () => {
	test.prop([fc.array(spells, { minLength: 2, maxLength: 4 }), fc.constantFrom(...weights)])(
		'expects in all what was observed in all, whatever the weight, and gives a chance',
		(groups, weight) => {
			const found = logRank(groups.map(tally), weight);
			const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
			expect(sum(found.observed)).toBeCloseTo(sum(found.expected), 8);
			for (const row of found.variance) expect(sum(row)).toBeCloseTo(0, 6);
			if (!Number.isNaN(found.p)) {
				expect(found.chiSquare).toBeGreaterThanOrEqual(-1e-9);
				expect(found.p).toBeGreaterThanOrEqual(0);
				expect(found.p).toBeLessThanOrEqual(1);
			}
		}
	);

	test.prop([spells, spells, fc.constantFrom(...weights)])(
		'does not depend on which group is named first',
		(a, b, weight) => {
			const one = logRank([tally(a), tally(b)], weight);
			const other = logRank([tally(b), tally(a)], weight);
			if (Number.isNaN(one.chiSquare)) expect(other.chiSquare).toBeNaN();
			else expect(other.chiSquare).toBeCloseTo(one.chiSquare, 8);
		}
	);

	test.prop([
		fc.double({ min: 0, max: 200, noNaN: true }),
		fc.double({ min: 0, max: 50, noNaN: true }),
		fc.integer({ min: 1, max: 30 })
	])('has a chance that never rises with chi-square', (x, more, degrees) => {
		expect(chiSquareTail(x + more, degrees)).toBeLessThanOrEqual(chiSquareTail(x, degrees) + 1e-13);
	});
});
