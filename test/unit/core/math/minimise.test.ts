import { describe, expect, test } from 'vitest';
import { minimiseByLbfgs } from '#lib/core/math/lbfgs.ts';
import { minimiseByNelderMead } from '#lib/core/math/nelder-mead.ts';
import type { Objective } from '#lib/core/math/objective.ts';

/** Rosenbrock's valley: its only minimum is 0, at (1, …, 1). */
const valley: Objective = (p, g) => {
	g.fill(0);
	let value = 0;
	for (let i = 0; i + 1 < p.length; i++) {
		const x = p[i]!;
		const off = p[i + 1]! - x * x;
		value += 100 * off * off + (1 - x) ** 2;
		g[i]! += -400 * x * off - 2 * (1 - x);
		g[i + 1]! += 200 * off;
	}
	return value;
};
/** Σ weight · (x − centre)², with weights a millionfold apart. */
const bowl: Objective = (p, g) => {
	let value = 0;
	p.forEach((x, i) => {
		const weight = 10 ** (2 * i - 3);
		value += weight * (x - i) ** 2;
		g[i] = 2 * weight * (x - i);
	});
	return value;
};
const free = (objective: Objective) => (p: Float64Array) => objective(p, new Float64Array(p.length));

describe('L-BFGS', () => {
	test.each([2, 4, 10])('goes down the valley of Rosenbrock in %i variables', (size) => {
		const found = minimiseByLbfgs(valley, new Float64Array(size).fill(-1.2));
		expect(found.converged).toBe(true);
		for (const own of found.point) expect(own).toBeCloseTo(1, 6);
		expect(found.evaluations).toBeLessThan(300);
	});

	test('finds the middle of a bowl whose sides differ a millionfold in steepness', () => {
		const found = minimiseByLbfgs(bowl, [5, 5, 5, 5]);
		expect(found.converged).toBe(true);
		Array.from(found.point).forEach((own, i) => expect(own).toBeCloseTo(i, 5));
	});

	test('steps back from where the function has no value', () => {
		const log: Objective = (p, g) => {
			g[0] = 1 - 1 / p[0]!;
			return p[0]! - Math.log(p[0]!);
		};
		const found = minimiseByLbfgs(log, [30], { firstStep: 1000 });
		expect(found.converged).toBe(true);
		expect(found.point[0]).toBeCloseTo(1, 8);
	});

	test('declares that it did not converge: no floor, no value, no steps left', () => {
		const slope: Objective = (p, g) => ((g[0] = 1), p[0]!);
		expect(minimiseByLbfgs(slope, [0], { maxSteps: 100 }).converged).toBe(false);
		expect(minimiseByLbfgs((_, g) => ((g[0] = 0), NaN), [0]).converged).toBe(false);
		expect(minimiseByLbfgs(valley, [-1.2, 1], { maxSteps: 3 }).converged).toBe(false);
		// A slope that lies: no step downhill is to be found along it.
		expect(minimiseByLbfgs((p, g) => ((g[0] = -1), p[0]! ** 2), [0]).converged).toBe(false);
	});

	test('leaves its start as it was, and starts at the goal with nothing to do', () => {
		const start = Float64Array.of(1, 1);
		const found = minimiseByLbfgs(valley, start);
		expect(found).toMatchObject({ converged: true, steps: 0, evaluations: 1 });
		expect(start).toEqual(Float64Array.of(1, 1));
	});
});

describe('the simplex search', () => {
	test.each([2, 4])('goes down the valley of Rosenbrock in %i variables', (size) => {
		const found = minimiseByNelderMead(free(valley), new Float64Array(size).fill(-0.5));
		expect(found.converged).toBe(true);
		for (const own of found.point) expect(own).toBeCloseTo(1, 3);
	});

	test('turns away from where the function has no value', () => {
		const found = minimiseByNelderMead((p) => p[0]! - Math.log(p[0]!), [0.2], { reach: -0.5 });
		expect(found.converged).toBe(true);
		expect(found.point[0]).toBeCloseTo(1, 4);
	});

	test('declares that it did not converge', () => {
		expect(minimiseByNelderMead((p) => p[0]! + p[1]!, [0, 0], { maxSteps: 100 }).converged).toBe(false);
		expect(minimiseByNelderMead(free(valley), [-1.2, 1], { maxSteps: 5 }).converged).toBe(false);
		expect(minimiseByNelderMead(() => NaN, [0, 0]).converged).toBe(false);
	});
});
