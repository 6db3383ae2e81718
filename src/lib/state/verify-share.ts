import type { Progress } from '#lib/api/index.ts';

/** Reading files takes longer than what is computed from them. */
const READING = 0.8;

/**
 * How much of a verification is done, from 0 to 1: files are read first, all of them as one, then each analysis is computed.
 * It never goes back; null as long as nothing is known of it.
 *
 * @param before what was answered last
 * @example
 * const told = { unit: 'rows', rows: 9, elapsedMs: 5 } as const;
 * verifyShare({ ...told, stage: 'parsing', done: 50, total: 100 }, null) // => 0.4
 * verifyShare({ ...told, stage: 'computing', done: 1, total: 2 }, 0.4) // => 0.9
 * verifyShare({ ...told, stage: 'sorting', done: 0, total: 100 }, 0.4) // => 0.4
 */
export function verifyShare({ stage, done, total }: Progress, before: number | null): number | null {
	if (total === 0) return before;
	const share = done / total;
	const now = stage === 'computing' ? READING + (1 - READING) * share : READING * share;
	return Math.max(before ?? 0, now);
}
