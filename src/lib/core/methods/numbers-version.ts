/** Versions of methods whose figures, where the one before told them, are the same numbers. */
const more: Readonly<Record<string, readonly number[]>> = {
	// The top fifth, then intervals of concentration.
	overview: [3, 4],
	// Intervals of NRR and GRR; then others of them, from a number of customers on.
	churn: [4, 5],
	// Intervals of concentration.
	contribution: [3],
	// The interval of the median gap.
	retention: [3],
	// Intervals of value, and whether it differs between groups.
	origins: [2],
	// How sure the rates of the board are; then participation of those contacted, which stands in the board alone, and tables
	// of two versions are not held against each other.
	lifecycle: [3, 4],
	// Intervals of concentration and of errors, the verdict, which is no figure; then intervals of value by age.
	value: [5, 6]
};

/**
 * The version since which the numbers that a method has long told are what they are in a version of it. Its tables may have
 * other rows.
 *
 * @example
 * numbersVersion('overview', 3) // => 2
 * numbersVersion('overview', 1) // => 1
 * numbersVersion('rfm', 3) // => 3
 * numbersVersion('lifecycle', 4) // => 2
 */
export function numbersVersion(method: string, version: number): number {
	const added = more[method]?.includes(version) === true;
	return added ? numbersVersion(method, version - 1) : version;
}
