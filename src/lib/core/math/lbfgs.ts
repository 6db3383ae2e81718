import type { Minimum, Objective } from './objective.ts';

export interface LbfgsOptions {
	/** Done when no slope is steeper than this. */
	readonly tolerance?: number;
	/** Good enough when the descent comes to a halt and no slope is steeper than this. */
	readonly slack?: number;
	readonly maxSteps?: number;
	/** Pairs of steps and slopes that are remembered. */
	readonly memory?: number;
	/** The first step is no longer than this, and no later one than ten times this. */
	readonly firstStep?: number;
}

/** Sufficient decrease and curvature of the weak Wolfe conditions. */
const decrease = 1e-4;
const curvature = 0.9;
const maxTrials = 60;
/** This many steps in a row, each with a gain of no more than this share, are a halt. */
const patience = 6;
const standstill = 1e-11;
const rounding = 1e-15;

/**
 * Minimises a smooth function by limited-memory BFGS from `start`, which is not changed. Each step goes along
 * the two-loop direction, as far as bracketing and halving find a point that satisfies the weak Wolfe conditions.
 * Where the function has no value the step is halved. A search that cannot go on, or runs out of steps, is
 * declared: `converged` is false unless all slopes are within `slack`.
 *
 * Memory: `memory` pairs of vectors; time: evaluations of the objective, about one or two a step.
 * Sources: Nocedal (1980), Mathematics of Computation 35, 773–782; line search: Lewis and Overton (2013),
 * Mathematical Programming 141, 135–163.
 *
 * @example
 * const bowl = (p, g) => { g[0] = 2 * (p[0] - 3); g[1] = 20 * p[1]; return (p[0] - 3) ** 2 + 10 * p[1] ** 2; };
 * const found = minimiseByLbfgs(bowl, [0, 1]);
 * found.converged // => true
 * Array.from(found.point, (c) => Math.round(c * 1e6) / 1e6 + 0) // => [3, 0]
 * minimiseByLbfgs((p, g) => { g[0] = 1; return p[0]; }, [0], { maxSteps: 50 }).converged // => false
 */
export function minimiseByLbfgs(
	objective: Objective,
	start: ArrayLike<number>,
	options: LbfgsOptions = {}
): Minimum {
	const { tolerance = 1e-8, slack = 1e-5, maxSteps = 300, memory = 8, firstStep = 1 } = options;
	const size = start.length;
	let point: Float64Array = Float64Array.from(start);
	let gradient: Float64Array = new Float64Array(size);
	let value = objective(point, gradient);
	let evaluations = 1;
	let steps = 0;
	let still = 0;
	const moves: Float64Array[] = [];
	const turns: Float64Array[] = [];
	const end = (limit: number): Minimum => {
		const converged = Number.isFinite(value) && steepest(gradient) <= limit;
		return { point, value, converged, steps, evaluations };
	};
	if (!Number.isFinite(value)) return end(-1);
	while (steps < maxSteps) {
		if (steepest(gradient) <= tolerance) return end(tolerance);
		let direction = descent(gradient, moves, turns);
		let slope = dot(direction, gradient);
		if (!(slope < 0)) {
			// What is remembered no longer points downhill: begin anew with the steepest way.
			moves.length = 0;
			turns.length = 0;
			direction = gradient.map((own) => -own);
			slope = dot(direction, gradient);
		}
		const length = Math.sqrt(dot(direction, direction));
		let step = Math.min(1, (moves.length === 0 ? firstStep : 10 * firstStep) / length);
		let low = 0;
		let high = Number.POSITIVE_INFINITY;
		let next: Float64Array | null = null;
		let nextValue = value;
		let nextGradient = gradient;
		const slopes = new Float64Array(size);
		for (let trial = 0; trial < maxTrials; trial++) {
			const candidate = along(point, direction, step);
			const found = objective(candidate, slopes);
			evaluations++;
			if (!(found <= value + decrease * step * slope) || !allFinite(slopes)) {
				high = step;
			} else {
				next = candidate;
				nextValue = found;
				nextGradient = slopes.slice();
				if (dot(direction, slopes) >= curvature * slope) break;
				// Downhill, but still steep: kept in case that nothing better turns up.
				low = step;
			}
			step = Number.isFinite(high) ? (low + high) / 2 : 2 * step;
			// What could still be gained is less than the rounding of the value, or no number lies between the ends.
			if (-slope * step <= rounding * Math.abs(value) || (high - low) * length < rounding) break;
		}
		if (next === null) return end(slack);
		const before = point;
		const move = next.map((own, i) => own - (before[i] as number));
		const slopesBefore = gradient;
		const turn = nextGradient.map((own, i) => own - (slopesBefore[i] as number));
		const gain = value - nextValue;
		if (dot(move, turn) > 0) {
			moves.push(move);
			turns.push(turn);
			if (moves.length > memory) {
				moves.shift();
				turns.shift();
			}
		}
		point = next;
		gradient = nextGradient;
		value = nextValue;
		steps++;
		still = gain <= standstill * Math.abs(value) ? still + 1 : 0;
		if (still === patience) return end(slack);
	}
	return end(tolerance);
}

/** The two-loop recursion: the remembered curvature applied to the steepest descent. */
function descent(
	gradient: Float64Array,
	moves: readonly Float64Array[],
	turns: readonly Float64Array[]
): Float64Array {
	const direction = gradient.map((own) => -own);
	const weights: number[] = [];
	for (let k = moves.length - 1; k >= 0; k--) {
		const move = moves[k] as Float64Array;
		const turn = turns[k] as Float64Array;
		const weight = dot(move, direction) / dot(move, turn);
		weights[k] = weight;
		for (let i = 0; i < direction.length; i++)
			direction[i] = (direction[i] as number) - weight * (turn[i] as number);
	}
	const last = moves.length - 1;
	if (last >= 0) {
		const turn = turns[last] as Float64Array;
		const scale = dot(moves[last] as Float64Array, turn) / dot(turn, turn);
		for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * scale;
	}
	for (let k = 0; k < moves.length; k++) {
		const move = moves[k] as Float64Array;
		const turn = turns[k] as Float64Array;
		const back = (weights[k] as number) - dot(turn, direction) / dot(move, turn);
		for (let i = 0; i < direction.length; i++)
			direction[i] = (direction[i] as number) + back * (move[i] as number);
	}
	return direction;
}

function along(point: Float64Array, direction: Float64Array, step: number): Float64Array {
	return point.map((own, i) => own + step * (direction[i] as number));
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
	return sum;
}

function steepest(gradient: Float64Array): number {
	let most = 0;
	for (const own of gradient) {
		if (!(Math.abs(own) <= most)) most = Math.abs(own);
	}
	return most;
}

function allFinite(values: Float64Array): boolean {
	return values.every((own) => Number.isFinite(own));
}
