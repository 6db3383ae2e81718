import type { Minimum } from './objective.ts';

export interface NelderMeadOptions {
	/** Done when the simplex is no wider than this, and its values no further apart. */
	readonly tolerance?: number;
	readonly maxSteps?: number;
	/** How far the first simplex reaches along each coordinate. */
	readonly reach?: number;
}

/**
 * Minimises a function of a few variables without slopes, by the simplex search of Nelder and Mead with
 * coefficients that fit the number of variables. NaN counts as infinitely high, so that the simplex turns away.
 * The start is not changed; a search that runs out of steps is declared by `converged: false`.
 *
 * Sources: Nelder and Mead (1965), The Computer Journal 7, 308–313; coefficients: Gao and Han (2012),
 * Computational Optimization and Applications 51, 259–277.
 *
 * @example
 * const found = minimiseByNelderMead((p) => Math.abs(p[0] - 2) + Math.abs(p[1] + 1), [0, 0]);
 * found.converged // => true
 * Array.from(found.point, (c) => Math.round(c * 1e6) / 1e6) // => [2, -1]
 * minimiseByNelderMead((p) => p[0], [0], { maxSteps: 40 }).converged // => false
 */
export function minimiseByNelderMead(
	objective: (point: Float64Array) => number,
	start: ArrayLike<number>,
	{ tolerance = 1e-10, maxSteps = 2000, reach = 0.5 }: NelderMeadOptions = {}
): Minimum {
	const size = start.length;
	const expand = 1 + 2 / size;
	const contract = size === 1 ? 0.5 : 0.75 - 1 / (2 * size);
	const shrink = size === 1 ? 0.5 : 1 - 1 / size;
	let evaluations = 0;
	const at = (point: Float64Array): Corner => {
		evaluations++;
		const value = objective(point);
		return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
	};
	const first = Float64Array.from(start);
	const corners = [at(first)];
	for (let i = 0; i < size; i++) corners.push(at(first.map((own, j) => (j === i ? own + reach : own))));
	let steps = 0;
	let converged = false;
	for (; steps < maxSteps; steps++) {
		corners.sort((a, b) => a.value - b.value);
		const best = corners[0] as Corner;
		const worst = corners[size] as Corner;
		if (worst.value - best.value <= tolerance && width(corners) <= Math.sqrt(tolerance)) {
			converged = true;
			break;
		}
		const centre = centreOf(corners.slice(0, size));
		const mirrored = at(beyond(centre, worst.point, 1));
		const second = corners[size - 1] as Corner;
		if (mirrored.value < best.value) {
			const further = at(beyond(centre, worst.point, expand));
			corners[size] = further.value < mirrored.value ? further : mirrored;
		} else if (mirrored.value < second.value) {
			corners[size] = mirrored;
		} else {
			const outside = mirrored.value < worst.value;
			const nearer = at(beyond(centre, worst.point, outside ? contract : -contract));
			if (nearer.value < Math.min(mirrored.value, worst.value)) corners[size] = nearer;
			else {
				for (let i = 1; i <= size; i++) {
					corners[i] = at(beyond(best.point, (corners[i] as Corner).point, -shrink));
				}
			}
		}
	}
	corners.sort((a, b) => a.value - b.value);
	const { point, value } = corners[0] as Corner;
	return { point, value, converged: converged && Number.isFinite(value), steps, evaluations };
}

interface Corner {
	readonly point: Float64Array;
	readonly value: number;
}

/** From `corner` through `centre` and on by `times` the distance; a negative `times` stays on the corner's side. */
function beyond(centre: Float64Array, corner: Float64Array, times: number): Float64Array {
	return centre.map((own, i) => own + times * (own - (corner[i] as number)));
}

function centreOf(corners: readonly Corner[]): Float64Array {
	const centre = new Float64Array((corners[0] as Corner).point.length);
	for (const { point } of corners) point.forEach((own, i) => (centre[i] = (centre[i] as number) + own));
	return centre.map((sum) => sum / corners.length);
}

/** The largest distance along a coordinate from the best corner to another. */
function width([best, ...others]: readonly Corner[]): number {
	let widest = 0;
	for (const { point } of others) {
		point.forEach((own, i) => {
			widest = Math.max(widest, Math.abs(own - ((best as Corner).point[i] as number)));
		});
	}
	return widest;
}
