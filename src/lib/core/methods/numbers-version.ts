/** Versions of methods that say more than the one before and nothing else: what that one said are the same numbers. */
const more: Readonly<Record<string, readonly number[]>> = {
	// The top fifth, then intervals of concentration.
	overview: [3, 4],
	// Intervals of NRR and GRR.
	churn: [4],
	// Intervals of concentration.
	contribution: [3],
	// The interval of the median gap.
	retention: [3],
	// Intervals of value, and whether it differs between groups.
	origins: [2],
	// How sure the rates of the board are.
	lifecycle: [3]
};

/**
 * The version since which the numbers that a method has long told are what they are in a version of it. Its tables may have
 * other rows.
 *
 * @example
 * numbersVersion('overview', 3) // => 2
 * numbersVersion('overview', 1) // => 1
 * numbersVersion('rfm', 3) // => 3
 */
export function numbersVersion(method: string, version: number): number {
	const added = more[method]?.includes(version) === true;
	return added ? numbersVersion(method, version - 1) : version;
}
