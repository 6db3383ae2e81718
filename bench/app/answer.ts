import type { Counts } from './questions/question.ts';

/** What each engine answers: per question, and after changed cuts. */
export type Answers = Readonly<Record<string, Counts>>;

/** Milliseconds, by the name of what took them. */
export type Times = Readonly<Record<string, number>>;

export interface Run {
	readonly times: Times;
	readonly answers: Answers;
}

/**
 * What a task took in a quarter of its turns at most, and in 95 of 100, and its last value. A quarter: what else a machine
 * does, and a compiler that has only begun, make turns longer and never shorter.
 */
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
	return { ms: at(0.25), p95: at(0.95), value: value as T };
}
