/** A long work in steps: gives the share of it that is done, from 0 to 1, then what it came to. */
export type Steps<T> = Generator<number, T>;

/**
 * Does all steps of a work at once.
 *
 * @example
 * atOnce((function* () { yield 0.5; return 'done'; })()) // => 'done'
 */
export function atOnce<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/**
 * A piece of a larger work, whose shares are taken for a stretch of the whole.
 *
 * @example
 * const half = (function* () { yield 0.5; return 'done'; })();
 * [...stretch(half, 0.2, 0.4)].map((share) => share.toFixed(1)) // => ['0.3']
 */
export function* stretch<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		yield from + (to - from) * step.value;
	}
}
