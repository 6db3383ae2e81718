import { describe, expect, it, vi } from 'vitest';
import type {
	AnalysisApi,
	AnalysisRequest,
	DatasetManifest,
	Envelope,
	ImportApi,
	ImportJob,
	OpenDataset
} from '#lib/api/index.ts';
import { analysisClient } from '#lib/client/analysis-client.ts';
import { importClient } from '#lib/client/import-client.ts';
import { createClients } from '#lib/client/index.ts';
import { remote } from '#lib/client/remote.ts';
import { fakeWorkers } from './fake-worker.ts';

const request: AnalysisRequest = {
	method: 'rfm',
	params: {},
	frame: { asOf: null, from: null, weekStart: 1 },
	refunds: 'net'
};

/** An analysis worker that holds what was opened in it, as the real one does. */
function analysisWorkers() {
	const opened: string[] = [];
	const workers = fakeWorkers(() => {
		let held: string | null = null;
		const notOpen = { ok: false, error: { code: 'dataset-not-open', params: {} } } as const;
		return {
			open: async (id: string, refunds: string): Promise<Envelope<OpenDataset>> => {
				opened.push(`${id} ${refunds}`);
				if (id === 'gone') return { ok: false, error: { code: 'storage-not-found', params: {} } };
				held = id;
				return { ok: true, value: {} as OpenDataset };
			},
			analyse: async () => (held === null ? notOpen : { ok: true, value: held }),
			customers: async () => (held === null ? notOpen : { ok: true, value: held }),
			report: () => new Promise(() => undefined),
			cancel: async () => undefined
		} satisfies Partial<Record<keyof AnalysisApi, unknown>>;
	});
	return { workers, opened, client: analysisClient(remote<AnalysisApi>(workers.start, 30)) };
}

describe('the analysis client', () => {
	it('opens the dataset again in a worker that was started anew', async () => {
		const { workers, opened, client } = analysisWorkers();
		await client.open('d', 'gross');
		workers.all[0]?.crash('gone');
		const answers = await Promise.all([client.analyse(request), client.analyse(request)]);
		expect(answers).toEqual([
			{ ok: true, value: 'd' },
			{ ok: true, value: 'd' }
		]);
		expect(opened).toEqual(['d gross', 'd gross']);
	});

	it('goes on after a job that had to be ended', async () => {
		const { workers, client } = analysisWorkers();
		await client.open('d', 'net');
		const report = client.report({} as Parameters<AnalysisApi['report']>[0], 'html', null);
		await client.cancel();
		expect(await report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
		expect(await client.analyse(request)).toEqual({ ok: true, value: 'd' });
		expect(workers.all).toHaveLength(2);
	});

	it('says that nothing is open when nothing was, and why opening again failed', async () => {
		const { client, workers } = analysisWorkers();
		expect(await client.analyse(request)).toMatchObject({ error: { code: 'dataset-not-open' } });
		await client.open('gone', 'net');
		workers.all[0]?.crash('x');
		expect(await client.analyse(request)).toMatchObject({ error: { code: 'storage-not-found' } });
	});
});

const job = { jobId: 'j' } as ImportJob;

describe('the import client', () => {
	it('undoes a job that had to be ended by force', async () => {
		const discarded: string[] = [];
		const workers = fakeWorkers(() => ({
			run: () => new Promise(() => undefined),
			cancel: async () => undefined,
			discard: async (jobId: string) => {
				discarded.push(jobId);
				return { ok: true, value: null };
			}
		}));
		const client = importClient(remote<ImportApi>(workers.start, 30));
		const run = client.run(job, () => undefined);
		await client.cancel('j');
		expect(await run).toMatchObject({ ok: false, error: { code: 'cancelled' } });
		expect(discarded).toEqual(['j']);
		expect(workers.all).toHaveLength(2);
	});

	it('keeps the worker of a job that stops when asked', async () => {
		const workers = fakeWorkers(() => {
			let stop: (answer: Envelope<DatasetManifest>) => void = () => undefined;
			return {
				run: () => new Promise((resolve) => (stop = resolve)),
				cancel: async () => stop({ ok: false, error: { code: 'cancelled', params: {} } })
			};
		});
		const client = importClient(remote<ImportApi>(workers.start, 1000));
		const run = client.run(job, () => undefined);
		await client.cancel('j');
		expect(await run).toMatchObject({ ok: false, error: { code: 'cancelled' } });
		expect(workers.all).toHaveLength(1);
	});

	it('ignores the cancelling of jobs that it does not know', async () => {
		const workers = fakeWorkers(() => ({}));
		const client = importClient(remote<ImportApi>(workers.start, 30));
		await client.cancel('unknown');
		expect(workers.all).toHaveLength(0);
	});

	it('tells the page of progress', async () => {
		const workers = fakeWorkers(() => ({
			run: async (_: ImportJob, onProgress: (progress: unknown) => Promise<void>) => {
				await onProgress({ done: 1 });
				return { ok: true, value: {} };
			}
		}));
		const told = vi.fn();
		await importClient(remote<ImportApi>(workers.start)).run(job, told);
		expect(told).toHaveBeenCalledWith({ done: 1 });
		workers.all[0]?.terminate();
	});
});

describe('all clients', () => {
	it('are made without starting a worker, where there are none', () => {
		expect(typeof Worker).toBe('undefined');
		expect(Object.keys(createClients())).toEqual(['importing', 'library', 'analysis']);
	});

	it('answer with a code where no worker can be started', async () => {
		const { library } = createClients();
		expect(await library.list()).toMatchObject({ ok: false, error: { code: 'worker-crashed' } });
	});
});
