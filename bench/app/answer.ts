/** What each engine answers, small enough to compare in every number. */
export interface Answer {
	readonly customers: number;
	/** Smallest money units. */
	readonly revenue: number;
	/** Customers per RFM code, e.g. `555`. */
	readonly codes: Readonly<Record<string, number>>;
	/** Active customers per cohort month and months since, e.g. `2022-03+4`; cells of nobody are left out. */
	readonly cohorts: Readonly<Record<string, number>>;
}

/** Milliseconds, by the name of what took them. */
export type Times = Readonly<Record<string, number>>;

export interface Run {
	readonly times: Times;
	readonly answer: Answer;
}

/** Runs a task some times and gives the median of its times, with its last value. */
export async function median<T>(
	rounds: number,
	task: () => T | Promise<T>
): Promise<{ ms: number; value: T }> {
	const times: number[] = [];
	let value: T | undefined;
	for (let round = 0; round < rounds; round++) {
		const from = performance.now();
		value = await task();
		times.push(performance.now() - from);
	}
	times.sort((a, b) => a - b);
	return { ms: times[times.length >> 1] as number, value: value as T };
}
