import { beforeEach, describe, expect, it } from 'vitest';
import type { Envelope, OpenSnapshot } from '#lib/api/index.ts';
import { CoreError } from '#lib/core/errors.ts';
import { profileTable } from '#lib/core/profile/profile-table.ts';
import { writeCsv } from '#lib/report/index.ts';
import { writeRows } from '#lib/report/parquet/write-rows.ts';
import { binKeepsMs, connect, currentSchema, keepFiles, saveDataset } from '#lib/storage/index.ts';
import { freshBrowser, fullTable, manifest, rejects } from '../../storage/fixture.ts';
import { libraryHandler } from '../../../workers/library-handler.ts';

beforeEach(freshBrowser);

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
	return envelope.value;
}

const opened: OpenSnapshot = {
	title: 'Findings',
	preparedFor: '',
	notes: '',
	createdAt: 5,
	appVersion: '0',
	dataset: manifest('x'),
	definitions: [],
	analyses: [],
	disclosed: null,
	standings: null,
	refunds: 'net',
	provenance: 'p'.repeat(64)
};

/** As in a snapshot that is kept: the page never gets them. */
const standings: OpenSnapshot['standings'] = {
	...{ codes: ['7K3M9-Q2XAB'], orders: Float64Array.of(1), revenue: Float64Array.of(5) },
	...{ segments: Uint8Array.of(0), types: Uint8Array.of(0), stages: Uint8Array.of(0) }
};

function setUp() {
	const connection = connect();
	let ids = 0;
	const api = libraryHandler({
		connection,
		newId: () => `id${++ids}`,
		now: () => 7,
		writeCsv: async (headers, rows) => writeCsv(headers, rows),
		writeRows,
		writeTemplate: () => Promise.reject(new Error('none')),
		readSnapshot: (file) => {
			if (new TextDecoder().decode(file) === 'good') return Promise.resolve({ ...opened, standings });
			return Promise.reject(new CoreError('snapshot-invalid', { at: 'format' }));
		},
		unseal: async (file, passphrase) => {
			if (passphrase !== 'open it') throw new CoreError('sealed-unreadable');
			return file.map((byte) => byte ^ 1);
		}
	});
	const addDataset = (id: string, workspaceId: string) =>
		connection.use((database) =>
			saveDataset(database, {
				manifest: manifest(id, { workspaceId }),
				table: fullTable(),
				rejects,
				job: id
			})
		);
	return { api, connection, addDataset };
}

describe('the library', () => {
	it('starts empty, with its schema number', async () => {
		const { api } = setUp();
		expect(valueOf(await api.start(0))).toMatchObject({
			workspaces: [],
			datasets: [],
			snapshots: [],
			bin: [],
			inventory: {},
			collected: 0,
			damaged: [],
			storage: { schema: currentSchema }
		});
	});

	it('lists what was made, and names each content by its hash', async () => {
		const { api, addDataset } = setUp();
		const workspace = valueOf(await api.createWorkspace('Client', 1));
		const sample = valueOf(await api.createWorkspace('Sample', 2, 'sample'));
		const stored = await addDataset('d', workspace.id);
		const lists = valueOf(await api.list());
		expect(lists.workspaces).toEqual([workspace, sample]);
		expect(lists.workspaces.map(({ kind }) => kind)).toEqual(['client', 'sample']);
		expect(lists.datasets).toEqual([stored]);
		expect(lists.inventory.d).toMatch(/^[0-9a-f]{64}$/);
	});

	it('deletes with undo, and purges after 30 days at a start', async () => {
		const { api, addDataset } = setUp();
		const { id } = valueOf(await api.createWorkspace('Client', 1));
		await addDataset('d', id);
		valueOf(await api.deleteDataset('d', 100));
		expect(valueOf(await api.list())).toMatchObject({ datasets: [], inventory: {}, bin: [{ id: 'd' }] });
		valueOf(await api.restoreDataset('d'));
		expect(valueOf(await api.list()).datasets).toHaveLength(1);

		valueOf(await api.deleteWorkspace(id, 100));
		expect(valueOf(await api.start(100 + binKeepsMs - 1)).bin).toHaveLength(1);
		valueOf(await api.restoreWorkspace(id));
		expect(valueOf(await api.list()).datasets).toHaveLength(1);
		valueOf(await api.deleteWorkspace(id, 100));
		expect(valueOf(await api.start(100 + binKeepsMs)).bin).toEqual([]);
		expect(await api.restoreWorkspace(id)).toMatchObject({ error: { code: 'storage-not-found' } });
	});

	it('empties the bin when asked, and nothing else', async () => {
		const { api } = setUp();
		const kept = valueOf(await api.createWorkspace('Kept', 1));
		const gone = valueOf(await api.createWorkspace('Gone', 1));
		valueOf(await api.deleteWorkspace(gone.id, 5));
		valueOf(await api.emptyBin());
		expect(valueOf(await api.list())).toMatchObject({ workspaces: [kept], bin: [] });
	});

	it('names damaged datasets and collects leftovers at the start', async () => {
		const { api, addDataset, connection } = setUp();
		const { id } = valueOf(await api.createWorkspace('Client', 1));
		await addDataset('d', id);
		await addDataset('e', id);
		await connection.use(async (database) => {
			await database.chunks.delete(['d', 'amount', 0]);
			await database.datasets.add({ id: 'half', workspaceId: id, state: 'pending', job: 'j' });
		});
		expect(valueOf(await api.start(0))).toMatchObject({ damaged: ['d'], collected: 1 });
	});

	it('gives the rejected rows as a file', async () => {
		const { api, addDataset } = setUp();
		const { id } = valueOf(await api.createWorkspace('Client', 1));
		await addDataset('d', id);
		const rows = valueOf(await api.rows('d'));
		expect(rows.type).toBe('application/vnd.apache.parquet');
		expect((await rows.slice(0, 4).text()) + (await rows.slice(-4).text())).toBe('PAR1PAR1');
		const file = valueOf(await api.rejects('d'));
		expect(new Uint8Array(await file.arrayBuffer())).toEqual(rejects);
		expect(file.type).toBe('text/csv;charset=utf-8');
		expect(await api.rejects('x')).toMatchObject({ error: { code: 'storage-not-found' } });
	});

	it('writes down what is done, and what the page tells', async () => {
		const { api, addDataset } = setUp();
		const workspace = valueOf(await api.createWorkspace('Client', 1));
		await addDataset('d', workspace.id);
		valueOf(await api.updateWorkspace({ ...workspace, name: 'Client B' }));
		valueOf(
			await api.updateWorkspace({
				...workspace,
				name: 'Client B',
				settings: { weekStart: 7, refunds: 'net' }
			})
		);
		valueOf(await api.restoreDataset(valueOf(await api.deleteDataset('d', 5))));
		const facts = { form: 'html', names: false, locked: true } as const;
		const saved = {
			at: 9,
			workspaceId: workspace.id,
			kind: 'export',
			subject: 'r.html',
			export: facts
		} as const;
		valueOf(await api.log(saved));
		const log = valueOf(await api.logOf(workspace.id));
		expect(log.map(({ kind, subject, at }) => [kind, subject, at])).toEqual([
			['export', 'r.html', 9],
			['restore', 'Orders d', 7],
			['delete', 'Orders d', 7],
			['rename', 'Client B', 7]
		]);
		expect(log[0]).toEqual(saved);
		const csv = valueOf(await api.csv(['a'], [['=1']]));
		expect(await csv.text()).toContain("'=1");
	});

	it('gives the file that was kept, and lets it go when asked', async () => {
		const { fingerprint } = manifest('d');
		const { api, connection } = setUp();
		const { id } = valueOf(await api.createWorkspace('Client', 1));
		await connection.use((database) =>
			saveDataset(database, {
				manifest: manifest('d', { workspaceId: id }),
				table: fullTable(),
				rejects,
				job: 'd'
			})
		);
		const content = new Blob(['a,b']);
		await connection.use((database) =>
			keepFiles(database, 'd', [{ fingerprint, name: 'orders.csv', content }])
		);
		const { originals } = valueOf(await api.list());
		expect(originals).toEqual({ d: [{ fingerprint, name: 'orders.csv', size: 3, stored: 3 }] });
		expect(await valueOf(await api.original('d', fingerprint)).text()).toBe('a,b');
		valueOf(await api.dropOriginals('d'));
		expect(valueOf(await api.list()).originals).toEqual({});
		expect(await api.original('d', fingerprint)).toMatchObject({ error: { code: 'storage-not-found' } });
	});

	it('says what the columns of a dataset look like, all that are stored', async () => {
		const { api, addDataset } = setUp();
		const { id } = valueOf(await api.createWorkspace('Client', 1));
		await addDataset('d', id);
		expect(valueOf(await api.profile('d'))).toEqual(profileTable(fullTable()));
		expect(await api.profile('x')).toMatchObject({ error: { code: 'storage-not-found' } });
	});

	it('keeps a snapshot file after checking it, and opens it again', async () => {
		const { api } = setUp();
		const summary = valueOf(await api.addSnapshot(new File(['good'], 'findings.json'), 9, null));
		expect(summary).toMatchObject({ name: 'Findings', addedAt: 9, createdAt: 5, bytes: 4, deletedAt: null });
		expect(valueOf(await api.snapshot(summary.id))).toEqual(opened);
		valueOf(await api.deleteSnapshot(summary.id, 10));
		expect(await api.snapshot(summary.id)).toMatchObject({ error: { code: 'storage-not-found' } });
		valueOf(await api.restoreSnapshot(summary.id));
		expect(valueOf(await api.list()).snapshots).toEqual([summary]);
	});

	it('opens a locked snapshot by its passphrase, and keeps it as what it holds', async () => {
		const { api } = setUp();
		const locked = Uint8Array.from(new TextEncoder().encode('good'), (byte) => byte ^ 1);
		const add = (passphrase: string) => api.addSnapshot(new File([locked], 'x.age'), 9, passphrase);
		expect(await add('another')).toMatchObject({ error: { code: 'sealed-unreadable' } });
		const summary = valueOf(await add('open it'));
		expect(summary).toMatchObject({ name: 'Findings', bytes: 4 });
		expect(valueOf(await api.snapshot(summary.id))).toEqual(opened);
	});

	it('refuses a file that is no snapshot, and keeps nothing of it', async () => {
		const { api } = setUp();
		expect(await api.addSnapshot(new File(['bad'], 'x.json'), 9, null)).toMatchObject({
			error: { code: 'snapshot-invalid', params: { at: 'format' } }
		});
		expect(valueOf(await api.list()).snapshots).toEqual([]);
	});

	it('erases everything', async () => {
		const { api, addDataset } = setUp();
		const { id } = valueOf(await api.createWorkspace('Client', 1));
		await addDataset('d', id);
		valueOf(await api.eraseEverything());
		expect(valueOf(await api.start(0))).toMatchObject({ workspaces: [], datasets: [], damaged: [] });
	});
});
