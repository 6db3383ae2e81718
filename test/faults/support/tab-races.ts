import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Locator } from '@playwright/test';
import type { Clientele, TestFile } from '../../e2e/support/clientele.ts';
import { begin, ended, pressBegin, startComplaints, workspaceList } from './steps.ts';
import { readStoredBytes } from './stored-bytes.ts';

/** Two tabs of one browser on the same storage. */
export interface Tabs {
	readonly a: Clientele;
	readonly b: Clientele;
	readonly url: string;
	/** An export under a name, which a new workspace takes. */
	file(name: string): TestFile;
	/** Numbers in [0, 1). */
	random(): number;
}

/** One race: brings two tabs to act at once on the workspace `name`, and answers what should not be. */
type Race = (tabs: Tabs, name: string) => Promise<string[]>;

interface Lists {
	readonly workspaces: readonly string[];
	readonly bin: readonly string[];
}

async function openMenu({ page, t }: Clientele, name: string): Promise<void> {
	await page.getByRole('button', { name: t.start.workspaceMenu({ name }), exact: true }).click();
}

function menuItem({ page }: Clientele, label: string): Locator {
	return page.getByRole('menuitem', { name: label });
}

/** Chooses "Delete" in the open menu; false when the other tab was first and the entry is gone from this one. */
async function pressDelete(app: Clientele): Promise<boolean> {
	return menuItem(app, app.t.common.delete())
		.click({ timeout: 4000 })
		.then(
			() => true,
			() => false
		);
}

function undo({ page, t }: Clientele): Locator {
	return page.getByRole('button', { name: t.common.undo() });
}

/** Whether the tab said that what it acted on is gone. */
function wasTold(app: Clientele): Promise<boolean> {
	return app.page.getByText(app.errorStart('storage-not-found')).first().isVisible();
}

/** What the start screen lists. */
async function listsOf(app: Clientele): Promise<Lists> {
	const [workspaces, bin] = await Promise.all([
		app.card(app.t.start.workspaces()).locator('li').locator('.open').allInnerTexts(),
		app.card(app.t.start.bin()).locator('li').locator('.words > span:first-child').allInnerTexts()
	]);
	return { workspaces, bin };
}

/** Waits until both tabs list the same and go on doing so; answers the lists, or null when they do not. */
async function agreed({ a, b }: Tabs): Promise<Lists | null> {
	let last = '';
	for (let look = 0; look < 60; look++) {
		const [ofA, ofB] = [await listsOf(a), await listsOf(b)];
		const now = JSON.stringify(ofA);
		if (now === JSON.stringify(ofB) && now === last) return ofA;
		last = now;
		await sleep(250);
	}
	return null;
}

const renameAndDelete: Race = async (tabs, name) => {
	const { a, b } = tabs;
	const renamed = `${name} renamed`;
	await openMenu(b, name);
	await menuItem(b, b.t.common.rename()).click();
	await b.page.getByRole('dialog').getByRole('textbox').fill(renamed);
	await openMenu(a, name);
	const [deleted] = await Promise.all([
		pressDelete(a),
		b.page.getByRole('dialog').getByRole('button', { name: b.t.common.save() }).click()
	]);
	if (deleted) await undo(a).click();
	const lists = await agreed(tabs);
	if (lists === null) return ['the tabs do not come to list the same'];
	const told = await wasTold(b);
	const expected = told ? name : renamed;
	const found = lists.workspaces.filter((text) => text.split('\n')[0]?.trim() === expected);
	return found.length === 1 ? [] : [`${expected} is not listed (second tab told: ${String(told)})`];
};

const deleteTwice: Race = async (tabs, name) => {
	const { a, b } = tabs;
	await Promise.all([openMenu(a, name), openMenu(b, name)]);
	await Promise.all([pressDelete(a), pressDelete(b)]);
	const lists = await agreed(tabs);
	if (lists === null) return ['the tabs do not come to list the same'];
	const inBin = lists.bin.filter((entry) => entry.trim() === name).length;
	return inBin === 1 && !lists.workspaces.some((text) => text.includes(name))
		? []
		: [`${name} is in the bin ${inBin} times`];
};

const undoAndEmptyBin: Race = async (tabs, name) => {
	const { a, b } = tabs;
	await openMenu(a, name);
	await menuItem(a, a.t.common.delete()).click();
	await expect(b.card(b.t.start.bin()).getByText(name, { exact: true })).toBeVisible();
	await Promise.all([undo(a).click(), b.page.getByRole('button', { name: b.t.start.binEmpty() }).click()]);
	const lists = await agreed(tabs);
	if (lists === null) return ['the tabs do not come to list the same'];
	const restored = lists.workspaces.some((text) => text.includes(name));
	if (lists.bin.length > 0) return ['the bin is not empty'];
	return restored !== (await wasTold(a)) ? [] : [`restored: ${String(restored)}, and told the contrary`];
};

const importTwice: Race = async (tabs, name) => {
	const { a, b, url } = tabs;
	await Promise.all([a.choose(tabs.file(`${name}-a`)), b.choose(tabs.file(`${name}-b`))]);
	await Promise.all([pressBegin(a), pressBegin(b)]);
	const endings = await Promise.all([ended(a), ended(b)]);
	if (endings.some(({ stored }) => !stored)) return ['an import beside another did not succeed'];
	await Promise.all([a.start(url), b.start(url)]);
	const lists = await agreed(tabs);
	if (lists === null) return ['the tabs do not come to list the same'];
	return [`${name}-a`, `${name}-b`]
		.filter((wanted) => !lists.workspaces.some((text) => text.includes(wanted)))
		.map((wanted) => `${wanted} is not listed`);
};

const importAndDelete: Race = async (tabs, name) => {
	const { a, b, url } = tabs;
	const list = await workspaceList(b);
	await list.locator('li').filter({ hasText: name }).getByRole('button').first().click();
	await b.arrived('overview');
	await b.goTo('data');
	await b.choose(tabs.file(`${name}-more`));
	await openMenu(a, name);
	const remove = async (): Promise<void> => {
		await sleep(tabs.random() * 400);
		await menuItem(a, a.t.common.delete()).click();
	};
	const [ending] = await Promise.all([pressBegin(b).then(() => ended(b)), remove()]);
	const faults: string[] = [];
	if (!ending.stored && ending.code !== 'storage-not-found') faults.push(`the import ends in ${ending.code}`);
	if (ending.stored) {
		// Deleted in the meantime: the tab that imported must say where its data have gone.
		const said = b.main.getByText(b.t.importing.workspaceBinned());
		await said
			.waitFor({ timeout: 10_000 })
			.catch(() => faults.push('not told that the workspace is in the bin'));
	}
	await undo(a).click();
	await b.start(url);
	const lists = await agreed(tabs);
	if (lists === null) return [...faults, 'the tabs do not come to list the same'];
	const entry = lists.workspaces.find((text) => text.includes(name)) ?? '';
	if (entry === '') faults.push(`${name} is not listed after the undo`);
	const two = entry.includes(a.t.start.workspaceDatasets({ n: 2 }));
	if (two !== ending.stored)
		faults.push(ending.stored ? 'a stored dataset is missing' : 'more than was stored');
	return faults;
};

/** The races, by name. */
export const races = {
	'rename and delete': renameAndDelete,
	'delete twice': deleteTwice,
	'undo and empty the bin': undoAndEmptyBin,
	'import twice': importTwice,
	'import and delete': importAndDelete
} satisfies Record<string, Race>;
export type RaceName = keyof typeof races;

/**
 * Runs one race on a new workspace, and looks then, in a tab opened anew, that storage is whole. Answers what was
 * not so.
 */
export async function runRace(tabs: Tabs, race: RaceName, name: string): Promise<string[]> {
	const { a, b, url } = tabs;
	await Promise.all([a.start(url), b.start(url)]);
	await begin(a, tabs.file(name));
	const first = await ended(a);
	if (!first.stored) return [`the import before the race ends in ${first.code}`];
	await a.start(url);
	// The second tab hears of it without being asked.
	const heard = b.card(b.t.start.workspaces()).getByText(name, { exact: true });
	await heard.waitFor({ timeout: 15_000 });
	await workspaceList(a);
	const faults = await races[race](tabs, name);
	await b.start(url);
	faults.push(...(await startComplaints(b)));
	faults.push(...(await readStoredBytes(b.page)).faults);
	return faults;
}
