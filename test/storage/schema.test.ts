import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '#lib/storage/checksum.ts';
import { collectGarbage } from '#lib/storage/garbage.ts';
import { loadOriginal } from '#lib/storage/original.ts';
import { databaseName, openDatabase } from '#lib/storage/database.ts';
import { connect } from '#lib/storage/connection.ts';
import { listDatasets } from '#lib/storage/datasets.ts';
import { loadTable } from '#lib/storage/load-dataset.ts';
import { currentSchema, migrations } from '#lib/storage/migrations/index.ts';
import { severalOriginals } from '#lib/storage/migrations/0005-several-originals.ts';
import type { Migration } from '#lib/storage/migrations/migration.ts';
import {
	databaseWithWorkspace,
	failReads,
	freshBrowser,
	fullTable,
	manifest,
	recordCounts,
	save
} from './fixture.ts';

beforeEach(freshBrowser);

/** A migration of a later release, as this code cannot know it. */
const later: Migration = {
	schema: currentSchema + 1,
	stores: { recipes: 'id' },
	upgrade: async (transaction) => {
		await transaction
			.table<{ name: string }>('workspaces')
			.toCollection()
			.modify((workspace) => {
				workspace.name += ' (later)';
			});
	}
};

describe('the schema', () => {
	it('has steps numbered from 1 without a gap', () => {
		expect(migrations.map(({ schema }) => schema)).toEqual(migrations.map((_, at) => at + 1));
		expect(currentSchema).toBe(migrations.length);
	});

	it.each(migrations.map(({ schema }) => schema))(
		'keeps its own number, written at creation: %i',
		async (schema) => {
			const database = await openDatabase(databaseName, migrations.slice(0, schema));
			expect(await database.meta.get('schema')).toEqual({ key: 'schema', value: schema });
		}
	);

	it.each(migrations.map(({ schema }) => schema))(
		'leads from stored version %i to the newest, data whole',
		async (schema) => {
			const old = await openDatabase(databaseName, migrations.slice(0, schema));
			await old.workspaces.add({
				id: 'w',
				name: 'Client',
				kind: 'client',
				settings: { weekStart: 1, refunds: 'net' },
				createdAt: 1,
				deletedAt: null
			});
			await save(old, 'a');
			old.close();
			const database = await openDatabase();
			expect(await database.meta.get('schema')).toEqual({ key: 'schema', value: currentSchema });
			expect((await loadTable(database, 'a')).table).toEqual(fullTable());
		}
	);

	it('keeps the file that lies beside a dataset of schema 3, as one of those that may', async () => {
		const old = await openDatabase(databaseName, migrations.slice(0, 3));
		await old.workspaces.add({
			id: 'w',
			name: 'Client',
			kind: 'client',
			settings: { weekStart: 1, refunds: 'net' },
			createdAt: 1,
			deletedAt: null
		});
		await save(old, 'a');
		const data = new Blob(['a,b']);
		const bytes = new Uint8Array(await data.arrayBuffer());
		await old.chunks.add({ dataset: 'a:original', column: 'original', part: 0, data });
		const piece = { bytes: bytes.length, sha256: await sha256Hex(bytes) };
		const original = { id: 'a:original', name: 'a.csv', size: 3, packed: false, pieces: [piece] };
		await old.datasets
			.where('id')
			.equals('a')
			.modify({ original } as never);
		old.close();
		const database = await openDatabase();
		const { fingerprint } = manifest('a');
		expect(await (await loadOriginal(database, 'a', fingerprint)).content.text()).toBe('a,b');
		expect(await collectGarbage(database)).toBe(0);
	});

	it('is raised over a record that cannot be read, which stays as it is', async () => {
		const database = await databaseWithWorkspace();
		for (const id of ['a', 'b']) {
			await save(database, id);
			await database.datasets.update(id, { original: { id: `${id}:original` } } as never);
		}
		database.close();
		failReads(database, 'datasets', 'a');
		await database.open();
		await database.transaction('rw', database.datasets, (transaction) =>
			severalOriginals.upgrade?.(transaction)
		);
		database.close();
		const again = await openDatabase();
		expect(await again.datasets.get('a')).toMatchObject({ original: { id: 'a:original' } });
		const { fingerprint } = manifest('b');
		expect(await again.datasets.get('b')).toMatchObject({ originals: [{ id: 'b:original', fingerprint }] });
	});

	it('runs a later release’s step over what this one stored, once', async () => {
		const old = await databaseWithWorkspace();
		await save(old, 'a');
		old.close();
		for (let visit = 0; visit < 2; visit++) {
			const database = await openDatabase(databaseName, [...migrations, later]);
			expect((await database.workspaces.get('w'))?.name).toBe('Client (later)');
			expect(await database.meta.get('schema')).toEqual({ key: 'schema', value: later.schema });
			expect((await loadTable(database, 'a')).table).toEqual(fullTable());
			database.close();
		}
	});

	it('of a later release is refused, and left as it was', async () => {
		const newer = await openDatabase(databaseName, [...migrations, later]);
		await newer.table('recipes').add({ id: 'kept' });
		const before = await recordCounts(newer);
		newer.close();
		await expect(openDatabase()).rejects.toMatchObject({
			code: 'storage-newer-schema',
			params: { found: later.schema, known: currentSchema }
		});
		const again = await openDatabase(databaseName, [...migrations, later]);
		expect(await recordCounts(again)).toEqual(before);
	});

	it('is believed by its own number, even when the native version says otherwise', async () => {
		const database = await openDatabase();
		await database.meta.put({ key: 'schema', value: currentSchema + 3 });
		database.close();
		await expect(openDatabase()).rejects.toMatchObject({ code: 'storage-newer-schema' });
	});

	it('that another tab raised meanwhile makes this tab refuse to write', async () => {
		const connection = connect();
		await connection.use(() => Promise.resolve());
		const newer = await openDatabase(databaseName, [...migrations, later]);
		const reading = connection.use(listDatasets);
		await expect(reading).rejects.toMatchObject({ code: 'storage-newer-schema' });
		expect(await newer.meta.get('schema')).toEqual({ key: 'schema', value: later.schema });
	});

	it('is refused by code when there is no IndexedDB at all', async () => {
		Reflect.deleteProperty(globalThis, 'indexedDB');
		await expect(openDatabase()).rejects.toMatchObject({ code: 'storage-unavailable' });
	});

	it('is refused by code when the browser will not open it', async () => {
		const open = () => {
			throw new DOMException('no storage in this window', 'SecurityError');
		};
		Object.assign(globalThis.indexedDB, { open });
		await expect(openDatabase()).rejects.toMatchObject({ code: 'storage-unavailable' });
	});
});
