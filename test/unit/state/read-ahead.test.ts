import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyInspection, AnyRecipe, DatasetManifest, Envelope, ImportApi } from '#lib/api/index.ts';
import type { ImportStep } from '#lib/state/import-step.ts';
import { ReadAhead } from '#lib/state/read-ahead.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const file = new File(['a,b\n1,2\n'], 'orders.csv');
const manifest = { id: 'd' } as DatasetManifest;
const recipe = { version: 1 } as AnyRecipe;
const other = { version: 1 } as AnyRecipe;

const review = (by: AnyRecipe, change: Partial<Extract<ImportStep, { at: 'review' }>> = {}): ImportStep => ({
	at: 'review',
	file,
	recipe: by,
	inspection: { blockers: [], questions: [], rows: { count: 1 } } as unknown as AnyInspection,
	refreshing: false,
	...change
});

/** Readings that the test ends. */
function setUp() {
	const ends: ((answer: Envelope<DatasetManifest>) => void)[] = [];
	let jobs = 0;
	let clock = 0;
	const run = vi.fn<ImportApi['run']>(() => new Promise((resolve) => ends.push(resolve)));
	const letGo = vi.fn<ImportApi['letGo']>(() => Promise.resolve({ ok: true, value: null }));
	const onProgress = vi.fn();
	const ahead = new ReadAhead({
		api: { run, letGo } as unknown as ImportApi,
		now: () => (clock += 100),
		newId: () => `r${++jobs}`,
		settleMs: 250,
		onProgress
	});
	return { ahead, run, letGo, ends, onProgress };
}

describe('reading ahead', () => {
	it('reads what is in review once it is left alone, and stores nothing', async () => {
		const { ahead, run, ends, onProgress } = setUp();
		ahead.follow(review(recipe));
		expect(ahead.whole).toEqual({ at: 'unread' });
		await vi.advanceTimersByTimeAsync(250);
		expect(ahead.whole).toEqual({ at: 'reading', progress: null });
		expect(run.mock.calls[0]?.[0]).toMatchObject({ jobId: 'r1', ahead: 'r1', rehearsal: true, file, recipe });
		const progress = { stage: 'reading', done: 1, total: 2, unit: 'bytes', rows: 1, elapsedMs: 9 } as const;
		run.mock.calls[0]?.[1](progress);
		expect(ahead.whole).toEqual({ at: 'reading', progress });
		expect(onProgress).toHaveBeenCalledWith(progress);
		ends[0]?.({ ok: true, value: manifest });
		await vi.advanceTimersByTimeAsync(0);
		expect(ahead.whole).toEqual({ at: 'read', manifest });
		// An import that runs takes it.
		ahead.follow({ at: 'running', file, recipe, sheetsLeft: [], progress: null, cancelling: false });
		expect(ahead.of(file, recipe)).toBe('r1');
		expect(ahead.of(file, other)).toBeNull();
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('waits while a question is open, a change is looked at, or the file is large', async () => {
		const { ahead, run } = setUp();
		const asked = {
			blockers: [],
			questions: [{ code: 'date-order-ambiguous', params: {} }],
			rows: { count: 1 }
		} as unknown as AnyInspection;
		const packed = { blockers: [], questions: [], rows: { count: 1e7 } } as unknown as AnyInspection;
		const large = Object.defineProperty(new File([], 'large.csv'), 'size', { value: 2 ** 30 });
		for (const change of [
			{ inspection: asked },
			{ inspection: packed },
			{ refreshing: true },
			{ file: large }
		]) {
			ahead.follow(review(recipe, change));
			await vi.advanceTimersByTimeAsync(1000);
		}
		expect(run).not.toHaveBeenCalled();
	});

	it('lets go of what was read by another recipe, and of all once the review is left', async () => {
		const { ahead, run, letGo, ends } = setUp();
		ahead.follow(review(recipe));
		await vi.advanceTimersByTimeAsync(250);
		ahead.follow(review(other));
		expect(letGo).toHaveBeenLastCalledWith('r1');
		// What answers late is of nobody's interest.
		ends[0]?.({ ok: true, value: manifest });
		await vi.advanceTimersByTimeAsync(250);
		expect(ahead.whole).toEqual({ at: 'reading', progress: null });
		expect(run).toHaveBeenCalledTimes(2);
		ends[1]?.({
			ok: false,
			error: { code: 'import-no-valid-rows', params: { rows: 1, issue: 'date-invalid' } }
		});
		await vi.advanceTimersByTimeAsync(0);
		expect(ahead.whole).toMatchObject({ at: 'failed', error: { code: 'import-no-valid-rows' } });
		expect(ahead.of(file, other)).toBeNull();
		ahead.follow(review(recipe));
		await vi.advanceTimersByTimeAsync(250);
		ahead.follow({ at: 'idle' });
		expect(letGo).toHaveBeenLastCalledWith('r3');
		expect(ahead.whole).toEqual({ at: 'unread' });
	});

	it('says nothing of a file whose reading was displaced, and reads it again when it is looked at', async () => {
		const { ahead, run, ends } = setUp();
		for (const [i, code] of (['cancelled', 'worker-crashed'] as const).entries()) {
			ahead.follow(review(recipe));
			await vi.advanceTimersByTimeAsync(250);
			expect(run).toHaveBeenCalledTimes(i + 1);
			ends[i]?.({ ok: false, error: { code, params: {} } });
			await vi.advanceTimersByTimeAsync(0);
			expect(ahead.whole).toEqual({ at: 'unread' });
			expect(ahead.of(file, recipe)).toBeNull();
		}
	});
});
