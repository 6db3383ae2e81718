/** Neighbours that are equal: `count` of them from place `from` on. */
export interface Run {
	readonly from: number;
	readonly count: number;
	readonly value: string;
}

/**
 * Neighbouring equal values as runs.
 *
 * @example
 * runsOf(['a', 'a', 'b', 'a']) // => [{ from: 0, count: 2, value: 'a' }, { from: 2, count: 1, value: 'b' }, { from: 3, count: 1, value: 'a' }]
 * runsOf([]) // => []
 */
export function runsOf(values: readonly string[]): Run[] {
	const runs: Run[] = [];
	values.forEach((value, at) => {
		const last = runs.at(-1);
		if (last?.value === value) runs[runs.length - 1] = { ...last, count: last.count + 1 };
		else runs.push({ from: at, count: 1, value });
	});
	return runs;
}

/**
 * A line of steps as an SVG path: level over each place, a gap where a value is NaN.
 *
 * @param places edges of the places, one more than values
 * @example
 * stepPath([5, 5, NaN, 1], [0, 10, 20, 30, 40], (value) => 10 - value) // => 'M0,5H10V5H20M30,9H40'
 */
export function stepPath(
	values: readonly number[],
	places: readonly number[],
	levelOf: (value: number) => number
): string {
	let path = '';
	values.forEach((value, at) => {
		if (Number.isNaN(value)) return;
		const [from, to] = [places[at] ?? 0, places[at + 1] ?? 0];
		const level = levelOf(value);
		path += Number.isNaN(values[at - 1] ?? NaN) ? `M${from},${level}` : `V${level}`;
		path += `H${to}`;
	});
	return path;
}
