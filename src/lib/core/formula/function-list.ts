/** Functions with the fewest and the most arguments that they take. */
export const functions = {
	if: [2, 3],
	round: [1, 2],
	abs: [1, 1],
	lower: [1, 1],
	upper: [1, 1],
	trim: [1, 1],
	left: [2, 2],
	right: [2, 2],
	mid: [3, 3],
	len: [1, 1],
	contains: [2, 2],
	replace: [3, 3],
	concat: [1, 50],
	coalesce: [1, 50],
	isempty: [1, 1],
	number: [1, 1],
	date: [1, 1],
	year: [1, 1],
	month: [1, 1],
	day: [1, 1]
} as const;
export type FunctionName = keyof typeof functions;
