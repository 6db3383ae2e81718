/** What each engine answers, small enough to compare in every number. */
export interface Answer {
	readonly customers: number;
	/** Smallest money units. */
	readonly revenue: number;
	/** Customers per RFM code, e.g. `555`. */
	readonly codes: Readonly<Record<string, number>>;
	/** Active customers per cohort month and months since, e.g. `2022-03+4`; cells of nobody are left out. */
	readonly cohorts: Readonly<Record<string, number>>;
	/** Customers per month and state, e.g. `2022-03 dormant`; states of nobody are left out. */
	readonly lifecycle: Readonly<Record<string, number>>;
	/** Sums per month, e.g. `2022-03 revenue`, and of all, e.g. `repeat`. */
	readonly overview: Readonly<Record<string, number>>;
	/** Customers per cell of the R × F matrix under the last of the changed cuts, e.g. `53`. */
	readonly rescored: Readonly<Record<string, number>>;
}

/** Cuts of the reader's own, another set for each turn: recency in days, frequency in orders, money in cents. */
export function cutsOf(turn: number) {
	const days = 20 + (turn % 7);
	return {
		recency: [days, 3 * days, 6 * days, 12 * days],
		frequency: [1, 2, 4, 8 + (turn % 3)],
		monetary: [5_000, 12_000, 30_000, 80_000 + 100 * turn]
	};
}

/** Milliseconds, by the name of what took them. */
export type Times = Readonly<Record<string, number>>;

export interface Run {
	readonly times: Times;
	readonly answer: Answer;
}

/** What a task took in the middle and in 95 of 100 turns, and its last value. */
export interface Measured<T> {
	readonly ms: number;
	readonly p95: number;
	readonly value: T;
}

/** Runs a task some times. */
export async function measured<T>(
	turns: number,
	task: (turn: number) => T | Promise<T>
): Promise<Measured<T>> {
	const times: number[] = [];
	let value: T | undefined;
	for (let turn = 0; turn < turns; turn++) {
		const from = performance.now();
		value = await task(turn);
		times.push(performance.now() - from);
	}
	times.sort((a, b) => a - b);
	const at = (share: number): number => times[Math.min(turns - 1, Math.floor(share * turns))] as number;
	return { ms: at(0.5), p95: at(0.95), value: value as T };
}
