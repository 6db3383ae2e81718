import { expect, type Locator } from '@playwright/test';
import type { Clientele, TestFile } from '../../e2e/support/clientele.ts';

/** Machines under load are slow; what never ends is a fault all the same. */
export const patienceMs = 120_000;

/** How an import ended, as the screen says it. */
export type Ending =
	{ readonly stored: true } | { readonly stored: false; readonly code: string; readonly text: string };

/** Chooses a file and presses the button that imports it. */
export async function begin(app: Clientele, file: TestFile): Promise<void> {
	await app.choose(file);
	await pressBegin(app);
}

/** Presses the button of the review, once all is understood. */
export async function pressBegin(app: Clientele): Promise<void> {
	const button = app.page.getByRole('button', { name: app.t.importing.begin(), exact: true });
	await expect(button).toBeEnabled({ timeout: patienceMs });
	await button.click();
}

/** Waits until the screen says that the import is stored, or why it is not. */
export async function ended(app: Clientele): Promise<Ending> {
	const totals = app.card(app.t.importing.totals()).first();
	const alert = app.main.getByRole('alert').first();
	await expect(totals.or(alert).first()).toBeVisible({ timeout: patienceMs });
	if (await totals.isVisible()) return { stored: true };
	const code = await alert.locator('code').innerText();
	return { stored: false, code, text: await alert.innerText() };
}

/** The list of workspaces, once it has been read: there is a workspace, or the sentence for none. */
export async function workspaceList(app: Clientele): Promise<Locator> {
	const list = app.card(app.t.start.workspaces());
	await expect(list.locator('li').first().or(list.getByText(app.t.start.noWorkspaces()))).toBeVisible({
		timeout: patienceMs
	});
	return list;
}

/** The control totals of a workspace's newest dataset, as the data screen shows them. */
export async function controlTotals(app: Clientele, url: string, workspace: string): Promise<string> {
	await app.start(url);
	const list = await workspaceList(app);
	await list.locator('li').filter({ hasText: workspace }).getByRole('button').first().click();
	await app.arrived('overview');
	await app.goTo('data');
	return app.card(app.t.data.totals()).getByRole('table').innerText();
}

/** What the start screen says is lost or damaged; there should be nothing of the kind. */
export async function startComplaints(app: Clientele): Promise<string[]> {
	await workspaceList(app);
	const { start } = app.t;
	const complaints: string[] = [];
	for (const title of [start.lostTitle(), start.damagedTitle()]) {
		if (await app.main.getByText(title).isVisible()) complaints.push(`the start screen says: ${title}`);
	}
	return complaints;
}
