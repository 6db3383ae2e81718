import { robust } from '../../math/robust.ts';

/** A number can be so many times the usual, and no more: beyond that it would outrank any sum of money. */
export const mostSurprise = 10;
/** Fewer movements, or periods, than these say nothing of what is usual. */
export const fewestMovements = 6;
export const fewestPeriods = 8;

/** How many times the usual something is, and by how many others that is judged; 1 and 0 where there are too few. */
export interface Surprise {
	readonly times: number;
	readonly history: number;
}

/**
 * A movement of a series from `row − lag` to `row`, in units of its usual movement over that lag: 1.4826 × the median of
 * the others' sizes (or, when more than half do not move, 1.2533 × their mean). Places without a number are left out.
 *
 * @example
 * movement([10, 11, 10, 11, 10, 11, 10, 16], 7, 1) // => { times: 4.0469385011764905, history: 6 }
 * movement([10, 12, 20], 2, 1) // => { times: 1, history: 0 }
 * movement([5, 5, 5, 5, 5, 5, 5, 9], 7, 1) // => { times: 10, history: 6 }
 */
export function movement(values: ArrayLike<number>, row: number, lag: number): Surprise {
	const sizes: number[] = [];
	for (let at = lag; at < values.length; at++) {
		const size = Math.abs((values[at] as number) - (values[at - lag] as number));
		if (at !== row && !Number.isNaN(size)) sizes.push(size);
	}
	if (sizes.length < fewestMovements) return { times: 1, history: 0 };
	// Sizes and their mirror images have the median 0: their spread is that of the movements about standing still.
	const { spread } = robust([...sizes, ...sizes.map((size) => -size)]);
	const size = Math.abs((values[row] as number) - (values[row - lag] as number));
	return { times: inUnits(size, spread), history: sizes.length };
}

/** Where a number lies against the others of its series. */
export interface Deviation extends Surprise {
	readonly median: number;
}

/**
 * The distance of the number in `row` from the median of the others, in units of their spread (see `robust`); null with
 * fewer than eight others. Places without a number are left out.
 *
 * @example
 * deviation([4, 6, 4, 6, 4, 6, 4, 6, 5], 8) // => { times: 0, history: 8, median: 5 }
 * deviation([4, 6], 1) // => null
 */
export function deviation(values: ArrayLike<number>, row: number): Deviation | null {
	const others: number[] = [];
	for (let at = 0; at < values.length; at++) {
		const value = values[at] as number;
		if (at !== row && !Number.isNaN(value)) others.push(value);
	}
	if (others.length < fewestPeriods) return null;
	const { median, spread } = robust(others);
	return {
		times: inUnits(Math.abs((values[row] as number) - median), spread),
		history: others.length,
		median
	};
}

function inUnits(size: number, unit: number): number {
	if (size === 0) return 0;
	return unit === 0 ? mostSurprise : Math.min(mostSurprise, size / unit);
}
