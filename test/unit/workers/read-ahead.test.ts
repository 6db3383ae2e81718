import { describe, expect, it, vi } from 'vitest';
import type { ImportJob } from '#lib/api/index.ts';
import type { AnyRecipe } from '#lib/core/dataset/recipe.ts';
import { ReadAhead } from '../../../workers/import/read-ahead.ts';

const file = new File(['a'], 'a.csv');
const recipe = { version: 1 } as unknown as AnyRecipe;
const job = { jobId: 'r', ahead: 'r', file, recipe } as ImportJob;

/** A reading held from 100 on. */
function held(rows: Promise<unknown> = new Promise(() => undefined)) {
	let clock = 0;
	const ahead = new ReadAhead(() => (clock += 100));
	const stop = vi.fn();
	ahead.hold(job, rows, stop);
	return { ahead, stop };
}

describe('rows that are read ahead', () => {
	it('are stopped with the import that took them, even where that was cancelled before', () => {
		for (const isEarly of [true, false]) {
			const { ahead, stop } = held();
			const controller = new AbortController();
			if (isEarly) controller.abort();
			const taken = ahead.take(file, recipe, { jobId: 'r', now: 450, signal: controller.signal });
			expect(taken?.spentMs).toBe(350);
			controller.abort();
			expect(stop).toHaveBeenCalledExactlyOnceWith('r');
		}
	});

	it('are let go where another file is imported', () => {
		const { ahead, stop } = held();
		const other = { jobId: 'q', now: 0, signal: new AbortController().signal };
		expect(ahead.take(file, recipe, other)).toBeNull();
		expect(stop).toHaveBeenCalledExactlyOnceWith('r');
		expect(ahead.take(file, recipe, { ...other, jobId: 'r' })).toBeNull();
	});

	it('are none where reading failed, or where nobody asked to keep them', async () => {
		const failed = Promise.reject(new Error('unreadable'));
		const { ahead } = held(failed);
		await failed.catch(() => undefined);
		const taker = { jobId: 'r', now: 0, signal: new AbortController().signal };
		expect(ahead.take(file, recipe, taker)).toBeNull();
		const { ahead: _, ...plain } = job;
		for (const one of [plain, { ...job, among: { files: [file], place: 0 } }]) {
			ahead.hold(one, Promise.resolve(1), vi.fn());
			expect(ahead.take(file, recipe, taker)).toBeNull();
		}
	});

	it('stay where another rehearsal is let go', () => {
		const { ahead, stop } = held();
		ahead.letGo('q');
		expect(stop).not.toHaveBeenCalled();
		ahead.letGo('r');
		expect(stop).toHaveBeenCalledExactlyOnceWith('r');
	});
});
