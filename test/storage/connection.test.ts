import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#lib/storage/connection.ts';
import { listDatasets } from '#lib/storage/datasets.ts';
import { databaseName } from '#lib/storage/database.ts';
import { createWorkspace, listWorkspaces, updateWorkspace } from '#lib/storage/workspaces.ts';
import { databaseWithWorkspace, freshBrowser, fullTable, save } from './fixture.ts';

beforeEach(freshBrowser);

const workspace = { id: 'w', name: 'Client', kind: 'client', nowMs: 1 } as const;

describe('a connection', () => {
	it('opens at first use and again after it was closed', async () => {
		const connection = connect();
		expect((await indexedDB.databases()).length).toBe(0);
		await connection.use((database) => createWorkspace(database, workspace));
		connection.close();
		expect(await connection.use(listWorkspaces)).toHaveLength(1);
	});

	it('opens once for uses that come together', async () => {
		const connection = connect();
		const databases = await Promise.all(
			[1, 2, 3].map(() => connection.use((database) => Promise.resolve(database)))
		);
		expect(new Set(databases).size).toBe(1);
	});

	it('gives failures as coded errors', async () => {
		const connection = connect();
		const failing = connection.use(() => Promise.reject(new DOMException('x', 'QuotaExceededError')));
		await expect(failing).rejects.toMatchObject({ code: 'storage-quota' });
		const unknown = connection.use(() => Promise.reject(new Error('x')));
		await expect(unknown).rejects.toMatchObject({ code: 'internal' });
	});

	it('loses no update when two tabs change things at once: 50 of 50', async () => {
		const [one, two] = [connect(), connect()];
		await one.use((database) => createWorkspace(database, workspace));
		const names = Array.from({ length: 50 }, (_, at) => `Client ${at}`);
		await Promise.all(
			names.map((name, at) =>
				(at % 2 === 0 ? one : two).use((database) =>
					createWorkspace(database, { ...workspace, id: name, name, nowMs: 2 })
				)
			)
		);
		const [first] = await one.use(listWorkspaces);
		if (first === undefined) throw new Error('no workspace');
		await two.use((database) => updateWorkspace(database, { ...first, name: 'Renamed' }));
		const stored = await one.use(listWorkspaces);
		expect(stored.map(({ name }) => name).sort()).toEqual([...names, 'Renamed'].sort());
	});
});

describe('erasing everything', () => {
	it('leaves no database, and the next use starts with an empty one', async () => {
		const connection = connect();
		await connection.use((database) => createWorkspace(database, workspace));
		await connection.erase();
		expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(databaseName);
		expect(await connection.use(listWorkspaces)).toEqual([]);
	});

	it('closes the connections of other tabs, which find an empty database', async () => {
		const [one, two] = [connect(), connect()];
		await one.use((database) => createWorkspace(database, workspace));
		await two.use(listWorkspaces);
		await one.erase();
		expect(await two.use(listWorkspaces)).toEqual([]);
	});

	it('refuses while an import runs, which then comes to its end', async () => {
		const database = await databaseWithWorkspace();
		const connection = connect();
		const erasing: Promise<string>[] = [];
		const onProgress = (): void => {
			erasing.push(
				connection.erase().then(
					() => 'erased',
					(error: unknown) => (error as { code: string }).code
				)
			);
		};
		await save(database, 'a', { onProgress }, fullTable(600_000));
		const answers = await Promise.all(erasing);
		expect(answers.slice(0, 2)).toEqual(['storage-busy', 'storage-busy']);
		expect(await listDatasets(database)).toHaveLength(1);
	});
});
