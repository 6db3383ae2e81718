import { beforeEach, expect, it } from 'vitest';
import {
	binWorkspace,
	hiddenNames,
	listWorkspaces,
	purgeBin,
	rememberHidden,
	sharingKey,
	updateWorkspace
} from '#lib/storage/index.ts';
import { databaseWithWorkspace, freshBrowser } from './fixture.ts';

beforeEach(freshBrowser);

const sign = async (key: CryptoKey) =>
	[...new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('customer 1')))].join();

it('a workspace keeps one key for its codes, however many ask for it at once, and whatever else changes', async () => {
	const database = await databaseWithWorkspace();
	const [a, b] = await Promise.all([sharingKey(database, 'w'), sharingKey(database, 'w')]);
	const [workspace] = await listWorkspaces(database);
	if (workspace === undefined) throw new Error('no workspace');
	const renamed = await updateWorkspace(database, { ...workspace, name: 'Another' });
	const c = await sharingKey(database, 'w');
	expect(new Set([await sign(a), await sign(b), await sign(c)]).size).toBe(1);
	expect(renamed).not.toHaveProperty('sharingKey');
});

it('the key cannot be read out, is not handed out with the workspace, and is no other one’s', async () => {
	const database = await databaseWithWorkspace();
	const key = await sharingKey(database, 'w');
	expect(key.extractable).toBe(false);
	await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
	expect((await listWorkspaces(database))[0]).not.toHaveProperty('sharingKey');
	await expect(sharingKey(database, 'unknown')).rejects.toMatchObject({ code: 'storage-not-found' });
	freshBrowser();
	expect(await sign(await sharingKey(await databaseWithWorkspace(), 'w'))).not.toBe(await sign(key));
});

it('what files have hidden is remembered per workspace, and goes with it', async () => {
	const database = await databaseWithWorkspace();
	expect(await hiddenNames(database, 'w')).toEqual([]);
	await Promise.all([rememberHidden(database, 'w', ['a', 'b']), rememberHidden(database, 'w', ['b', 'c'])]);
	expect((await hiddenNames(database, 'w')).sort()).toEqual(['a', 'b', 'c']);
	expect(await hiddenNames(database, 'x')).toEqual([]);
	await binWorkspace(database, 'w', 1);
	await purgeBin(database, 2);
	expect(await hiddenNames(database, 'w')).toEqual([]);
});
