import { afterEach, describe, expect, it } from 'vitest';
import type { Envelope } from '#lib/api/index.ts';
import { remote } from '#lib/client/remote.ts';
import { fakeWorkers } from './fake-worker.ts';

interface TestApi {
	double(value: number): Promise<Envelope<number>>;
	generation(): Promise<Envelope<number>>;
	hang(): Promise<Envelope<null>>;
	steps(onStep: (step: number) => void): Promise<Envelope<string>>;
	fail(): Promise<Envelope<never>>;
	/** Breaks the contract in some way. */
	broken(kind: 'throws' | 'uncloneable' | 'throws-uncloneable'): Promise<Envelope<unknown>>;
	buffer(): Promise<Envelope<Float64Array>>;
	stop(): Promise<void>;
}

function handler(generation: number): TestApi {
	let stop: (() => void) | null = null;
	return {
		double: async (value) => ({ ok: true, value: value * 2 }),
		generation: async () => ({ ok: true, value: generation }),
		hang: () => new Promise(() => undefined),
		steps: (onStep) =>
			new Promise((resolve) => {
				onStep(1);
				stop = () => resolve({ ok: false, error: { code: 'cancelled', params: {} } });
			}),
		fail: async () => ({ ok: false, error: { code: 'storage-quota', params: { needed: 5 } } }),
		broken: async (kind) => {
			const odd = { f: () => undefined };
			if (kind === 'uncloneable') return { ok: true, value: odd };
			// eslint-disable-next-line @typescript-eslint/only-throw-error -- what must not get across is the point
			if (kind === 'throws-uncloneable') throw odd;
			throw new RangeError('past the fence');
		},
		buffer: async () => ({ ok: true, value: Float64Array.of(1.5, NaN) }),
		stop: async () => stop?.()
	};
}

const started: ReturnType<typeof fakeWorkers>[] = [];
function setUp(graceMs = 50, make: (generation: number) => object = handler) {
	const workers = fakeWorkers(make);
	started.push(workers);
	return { workers, api: remote<TestApi>(workers.start, graceMs) };
}
afterEach(() => {
	for (const { all } of started.splice(0)) for (const worker of all) worker.terminate();
});

describe('calling', () => {
	it('starts no worker before the first call, and one for all calls', async () => {
		const { workers, api } = setUp();
		expect(workers.all).toHaveLength(0);
		const answers = await Promise.all([api.call('double', 2), api.call('double', 3), api.call('generation')]);
		expect(answers.map((answer) => answer.ok && answer.value)).toEqual([4, 6, 1]);
		expect(workers.all).toHaveLength(1);
	});

	it('passes on coded errors with their params', async () => {
		const { api } = setUp();
		expect(await api.call('fail')).toEqual({
			ok: false,
			error: { code: 'storage-quota', params: { needed: 5 } }
		});
	});

	it('gives typed arrays as typed arrays', async () => {
		const { api } = setUp();
		expect(await api.call('buffer')).toEqual({ ok: true, value: Float64Array.of(1.5, NaN) });
	});

	it('never throws, even when the worker throws or answers what cannot be cloned', async () => {
		const { api, workers } = setUp();
		for (const kind of ['throws', 'uncloneable', 'throws-uncloneable'] as const) {
			expect(await api.call('broken', kind), kind).toMatchObject({ ok: false, error: { code: 'internal' } });
		}
		expect(await api.call('double', 4)).toEqual({ ok: true, value: 8 });
		expect(workers.all).toHaveLength(1);
	});

	it('answers with a code when an argument cannot be cloned', async () => {
		const { api } = setUp();
		const odd = { inner: () => undefined } as unknown as number;
		expect(await api.call('double', odd)).toMatchObject({ ok: false, error: { code: 'internal' } });
	});

	it('answers with a code when no worker can be started', async () => {
		const api = remote<TestApi>(() => {
			throw new DOMException('blocked', 'SecurityError');
		});
		expect(await api.call('double', 1)).toMatchObject({ ok: false, error: { code: 'worker-crashed' } });
	});
});

describe('a crash', () => {
	it('fails all pending calls with its code, and the next call finds a new worker', async () => {
		const { workers, api } = setUp();
		const pending = [api.call('hang'), api.call('hang')];
		workers.all[0]?.crash('out of bounds');
		expect(await Promise.all(pending)).toEqual(
			pending.map(() => ({
				ok: false,
				error: { code: 'worker-crashed', params: {}, detail: 'out of bounds' }
			}))
		);
		expect(workers.all[0]?.terminated).toBe(true);
		expect(await api.call('generation')).toEqual({ ok: true, value: 2 });
		expect(api.generation).toBe(2);
	});

	it('of an earlier worker does not touch the next one', async () => {
		const { workers, api } = setUp();
		await api.call('generation');
		workers.all[0]?.crash('first');
		const pending = api.call('hang');
		workers.all[0]?.crash('late');
		expect(await Promise.race([pending, api.call('generation')])).toEqual({ ok: true, value: 2 });
	});
});

describe('cancelling', () => {
	it('leaves a worker alone that answers in time', async () => {
		const { workers, api } = setUp(1000);
		const steps: number[] = [];
		const running = api.call('steps', (step) => void steps.push(step));
		while (steps.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		const ended = await api.cancel((worker) => worker.stop());
		expect(ended).toBe(false);
		expect(await running).toEqual({ ok: false, error: { code: 'cancelled', params: {} } });
		expect(workers.all).toHaveLength(1);
		expect(workers.all[0]?.terminated).toBe(false);
	});

	it('ends a worker that does not answer within the grace, and the next call finds a new one', async () => {
		const { workers, api } = setUp(50);
		const running = api.call('hang');
		const before = performance.now();
		expect(await api.cancel((worker) => worker.stop())).toBe(true);
		expect(performance.now() - before).toBeLessThan(1000);
		expect(await running).toEqual({ ok: false, error: { code: 'cancelled', params: {} } });
		expect(workers.all[0]?.terminated).toBe(true);
		expect(await api.call('generation')).toEqual({ ok: true, value: 2 });
	});

	it('gives the worker 200 ms unless told otherwise', async () => {
		const workers = fakeWorkers(handler);
		started.push(workers);
		const api = remote<TestApi>(workers.start);
		const running = api.call('hang');
		const before = performance.now();
		await api.cancel((worker) => worker.stop());
		await running;
		expect(performance.now() - before).toBeGreaterThan(150);
		expect(performance.now() - before).toBeLessThan(1000);
	});

	it('without a worker does nothing', async () => {
		const { workers, api } = setUp();
		expect(await api.cancel((worker) => worker.stop())).toBe(false);
		expect(workers.all).toHaveLength(0);
	});

	it('watches only the calls that are named', async () => {
		const { workers, api } = setUp(50);
		const other = api.call('hang');
		const named = api.call('double', 1);
		expect(await api.cancel((worker) => worker.stop(), [named])).toBe(false);
		expect(workers.all[0]?.terminated).toBe(false);
		api.end();
		expect(await other).toMatchObject({ error: { code: 'cancelled' } });
	});
});
