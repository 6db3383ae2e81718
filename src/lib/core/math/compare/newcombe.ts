import { wilson, z95, type Interval } from '../wilson.ts';

/** A rate's parts: so many of so many. */
export interface Counted {
	readonly count: number;
	readonly of: number;
}

/**
 * Newcombe's hybrid score interval for the difference of two independent rates, first − second, 95 % unless another z
 * is given: the distances of both Wilson intervals' ends, put together as the sides of a right angle. It stays within
 * −1..1 and is honest for small bases and for rates of 0 and 1. Both ends NaN when a base is empty. Constant time.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 *
 * @example
 * newcombe({ count: 3, of: 10 }, { count: 3, of: 0 }) // => { low: NaN, high: NaN }
 * Math.round(newcombe({ count: 56, of: 70 }, { count: 48, of: 80 }).low * 1e4) // => 524
 * Math.round(newcombe({ count: 56, of: 70 }, { count: 48, of: 80 }).high * 1e4) // => 3339
 */
export function newcombe(first: Counted, second: Counted, z = z95): Interval {
	const p1 = first.count / first.of;
	const p2 = second.count / second.of;
	const w1 = wilson(first.count, first.of, z);
	const w2 = wilson(second.count, second.of, z);
	return {
		low: p1 - p2 - Math.hypot(p1 - w1.low, w2.high - p2),
		high: p1 - p2 + Math.hypot(w1.high - p1, p2 - w2.low)
	};
}
