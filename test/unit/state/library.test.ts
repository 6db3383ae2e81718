import { describe, expect, it, vi } from 'vitest';
import type {
	DatasetManifest,
	Envelope,
	LibraryApi,
	StartupReport,
	StoredLists,
	Workspace
} from '#lib/api/index.ts';
import type { KeyValueStore } from '#lib/state/key-value-store.ts';
import { Library } from '#lib/state/library.svelte.ts';
import { compareWithSentinel } from '#lib/state/sentinel.ts';
import { browserPledge, type StoragePledge } from '#lib/state/storage-pledge.ts';

const dataset = (id: string, name: string, importedAt = 0): DatasetManifest =>
	({ id, name, workspaceId: 'w1', importedAt }) as DatasetManifest;
const workspace = { id: 'w1', name: 'Client' } as Workspace;

function lists(datasets: readonly DatasetManifest[], change: Partial<StoredLists> = {}): StoredLists {
	return {
		workspaces: [workspace],
		datasets,
		tables: [],
		snapshots: [],
		storage: { usage: 1, quota: 2, schema: 1 },
		bin: [],
		originals: {},
		inventory: Object.fromEntries(datasets.map(({ id }) => [id, `hash of ${id}`])),
		...change
	};
}

const report = (stored: StoredLists, change: Partial<StartupReport> = {}): Envelope<StartupReport> => ({
	ok: true,
	value: { ...stored, collected: 0, damaged: [], ...change }
});

function memoryStore(): KeyValueStore {
	const map = new Map<string, string>();
	return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) };
}

const pledge: StoragePledge = {
	state: () => Promise.resolve('unknown'),
	ask: () => Promise.resolve('granted')
};

function library(
	start: () => Envelope<StartupReport>,
	store: KeyValueStore | null,
	api: Partial<LibraryApi> = {}
) {
	const calls: Partial<LibraryApi> = { start: () => Promise.resolve(start()), ...api };
	return new Library(calls as LibraryApi, store, pledge, () => 5);
}

describe('the library', () => {
	it('lists what there is, datasets of a workspace newest first', async () => {
		const stored = lists([dataset('a', 'old', 1), dataset('b', 'new', 2)]);
		const shelf = library(() => report(stored), null);
		expect(shelf.status).toBe('starting');
		await shelf.start();
		expect(shelf.status).toBe('ready');
		expect(shelf.datasetsOf('w1').map(({ name }) => name)).toEqual(['new', 'old']);
		expect(shelf.datasetsOf('w2')).toEqual([]);
		expect(shelf.workspace('w1')).toBe(workspace);
	});

	it('says what the browser lost since the last visit', async () => {
		const store = memoryStore();
		const before = library(() => report(lists([dataset('a', 'kept'), dataset('b', 'gone')])), store);
		await before.start();
		expect(before.startNotes.lost).toEqual([]);
		const after = library(() => report(lists([dataset('a', 'kept')])), store);
		await after.start();
		expect(after.startNotes.lost).toEqual(['gone']);
		// Said once: what is lost is not held against every later start.
		const later = library(() => report(lists([dataset('a', 'kept')])), store);
		await later.start();
		expect(later.startNotes.lost).toEqual([]);
	});

	it('does not miss what was deleted on purpose', async () => {
		const store = memoryStore();
		const emptied = lists([], { bin: [{ kind: 'dataset', id: 'a', name: 'orders', deletedAt: 5 }] });
		const shelf = library(() => report(lists([dataset('a', 'orders')])), store, {
			deleteDataset: () => Promise.resolve({ ok: true, value: 'a' }),
			list: () => Promise.resolve({ ok: true, value: emptied })
		});
		await shelf.start();
		await shelf.deleteDataset('a');
		expect(shelf.datasets).toEqual([]);
		expect(shelf.bin.map(({ name }) => name)).toEqual(['orders']);
		const next = library(() => report(emptied), store);
		await next.start();
		expect(next.startNotes.lost).toEqual([]);
	});

	it('does not miss the datasets of a workspace that was deleted, even if the browser was killed right then', async () => {
		const store = memoryStore();
		await library(() => report(lists([dataset('a', 'orders')])), store).start();
		const binned = lists([], {
			workspaces: [],
			bin: [{ kind: 'workspace', id: 'w1', name: 'Client', deletedAt: 5 }],
			inventory: { a: 'hash of a' }
		});
		const next = library(() => report(binned), store);
		await next.start();
		expect([next.startNotes.lost, next.startNotes.damaged]).toEqual([[], []]);
	});

	it('does not miss what another tab stores or removes while this one starts', async () => {
		const store = memoryStore();
		await library(() => report(lists([dataset('a', 'old')])), store).start();
		const other = library(() => report(lists([dataset('b', 'new')])), store);
		// The lists of this tab are from a moment when the one was gone and the other not yet there.
		const late = new Library(
			{
				start: async () => {
					await other.start();
					return report(lists([]));
				}
			} as Partial<LibraryApi> as LibraryApi,
			store,
			pledge,
			() => 5
		);
		await late.start();
		expect(late.startNotes.lost).toEqual([]);
	});

	it('shows the latest state, in whatever order the answers come', async () => {
		const answers: ((lists: StoredLists) => void)[] = [];
		const shelf = library(() => report(lists([])), null, {
			list: () => new Promise((resolve) => answers.push((value) => resolve({ ok: true, value })))
		});
		await shelf.start();
		const both = [shelf.refresh(), shelf.refresh()];
		answers[1]?.(lists([dataset('b', 'after')]));
		await both[1];
		answers[0]?.(lists([dataset('a', 'before')]));
		await both[0];
		expect(shelf.datasets.map(({ name }) => name)).toEqual(['after']);
	});

	it('names what is damaged, by the database’s word or by another hash than was acknowledged', async () => {
		const store = memoryStore();
		await library(() => report(lists([dataset('a', 'one'), dataset('b', 'two')])), store).start();
		const altered = lists([dataset('a', 'one'), dataset('b', 'two')], {
			inventory: { a: 'another hash', b: 'hash of b' }
		});
		const shelf = library(() => report(altered, { damaged: ['b'] }), store);
		await shelf.start();
		expect([...shelf.startNotes.damaged].sort()).toEqual(['one', 'two']);
	});

	it('says why the database cannot be opened, and can be started again', async () => {
		const answers: Envelope<StartupReport>[] = [
			{ ok: false, error: { code: 'storage-newer-schema', params: { found: 9 } } },
			report(lists([]))
		];
		const shelf = library(() => answers.shift() ?? report(lists([])), null);
		await shelf.start();
		expect([shelf.status, shelf.error?.code]).toEqual(['failed', 'storage-newer-schema']);
		await shelf.start();
		expect([shelf.status, shelf.error]).toEqual(['ready', null]);
	});

	it('asks the browser once to keep what is stored, and remembers the answer', async () => {
		const ask = vi.fn(() => Promise.resolve('granted' as const));
		const shelf = new Library(
			{ start: () => Promise.resolve(report(lists([]))) } as Partial<LibraryApi> as LibraryApi,
			null,
			{ state: () => Promise.resolve('unknown'), ask },
			() => 5
		);
		await shelf.start();
		expect(shelf.persistence).toBe('unknown');
		await shelf.askToPersist();
		await shelf.askToPersist();
		expect(shelf.persistence).toBe('granted');
		expect(ask).toHaveBeenCalledTimes(1);
	});

	it('remembers that the browser refused', async () => {
		const store = memoryStore();
		const refusing: StoragePledge = {
			state: () => Promise.resolve('unknown'),
			ask: () => Promise.resolve('refused')
		};
		const api = { start: () => Promise.resolve(report(lists([]))) } as Partial<LibraryApi> as LibraryApi;
		const first = new Library(api, store, refusing, () => 5);
		await first.start();
		await first.askToPersist();
		const next = new Library(api, store, refusing, () => 5);
		await next.start();
		expect(next.persistence).toBe('refused');
	});

	it('brings back each kind of thing by its own call', async () => {
		const done = (): Promise<Envelope<null>> => Promise.resolve({ ok: true, value: null });
		const api = {
			restoreWorkspace: vi.fn(done),
			restoreDataset: vi.fn(done),
			restoreSnapshot: vi.fn(done),
			list: () => Promise.resolve({ ok: true as const, value: lists([]) })
		};
		const shelf = library(() => report(lists([])), null, api);
		await shelf.restore({ kind: 'workspace', id: 'w' });
		await shelf.restore({ kind: 'dataset', id: 'd' });
		await shelf.restore({ kind: 'snapshot', id: 's' });
		expect(api.restoreWorkspace).toHaveBeenCalledWith('w');
		expect(api.restoreDataset).toHaveBeenCalledWith('d');
		expect(api.restoreSnapshot).toHaveBeenCalledWith('s');
	});
});

describe('links that had to be counted anew', () => {
	it('give what is open another key, once', async () => {
		const answers = [true, false];
		const links = async () => ({
			ok: true as const,
			value: { links: [], recounted: answers.shift() ?? false }
		});
		const shelf = library(() => report(lists([])), null, { links });
		const before = shelf.links.key('w');
		expect(await shelf.links.of('w')).toEqual({ ok: true, value: [] });
		const after = shelf.links.key('w');
		expect(after).not.toBe(before);
		await shelf.links.of('w');
		expect(shelf.links.key('w')).toBe(after);
	});
});

describe('the sentinel', () => {
	it('keeps still about what was never acknowledged', () => {
		expect(compareWithSentinel({}, lists([dataset('a', 'orders')]))).toEqual({ lost: [], altered: [] });
	});
});

describe('the pledge of a browser', () => {
	it('is unsupported where the browser cannot be asked', async () => {
		expect(await browserPledge(undefined).ask()).toBe('unsupported');
		expect(await browserPledge({} as StorageManager).state()).toBe('unsupported');
	});

	it('is granted or refused as the browser answers', async () => {
		const manager = (kept: boolean) =>
			({ persisted: () => Promise.resolve(kept), persist: () => Promise.resolve(kept) }) as StorageManager;
		expect(await browserPledge(manager(true)).state()).toBe('granted');
		expect(await browserPledge(manager(false)).state()).toBe('unknown');
		expect(await browserPledge(manager(false)).ask()).toBe('refused');
	});
});
