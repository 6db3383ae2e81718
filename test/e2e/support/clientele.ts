import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import en from '../../../src/lib/i18n/en/errors.ts';
import zhCN from '../../../src/lib/i18n/zh-CN/errors.ts';
import { railScreens } from '../../../src/lib/state/screens.ts';
import { messagesFor, type Locale, type AllMessages } from '../../../src/lib/i18n/messages.ts';

export const screens = railScreens;
export type Screen = (typeof screens)[number];

/** A file as a test hands it to the app. */
export type TestFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The app as a user sees it: by roles and by the words of the language it speaks. */
export class Clientele {
	readonly page: Page;
	readonly locale: Locale;
	readonly t: AllMessages;
	readonly main: Locator;

	constructor(page: Page, locale: Locale = 'en') {
		this.page = page;
		this.locale = locale;
		this.t = messagesFor(locale);
		this.main = page.getByRole('main');
	}

	/** Opens the start screen; `url` is the app's address where it is not the test's own. */
	async start(url = '.'): Promise<void> {
		await this.page.goto(url);
		await expect(this.page.getByRole('heading', { level: 1, name: this.t.common.appName() })).toBeVisible();
	}

	/** Opens the sample shop of the language and waits for its overview. */
	async openSample(shop: 'English' | 'Chinese' = 'English'): Promise<void> {
		await this.page.getByRole('button', { name: this.t.start[`sample${shop}`]() }).click();
		await this.page.waitForURL(/overview\/\?w=/);
		await this.arrived('overview');
	}

	/** Goes to a screen by the rail. */
	async goTo(screen: Screen): Promise<void> {
		await this.page
			.getByRole('navigation', { name: this.t.shell.navigation() })
			.getByRole('link', { name: this.t.shell.screens[screen](), exact: true })
			.click();
		await this.arrived(screen);
	}

	/** A screen has been drawn with its numbers: its title stands, nothing is being computed. */
	async arrived(screen: Screen): Promise<void> {
		await expect(
			this.main.getByRole('heading', { level: 1, name: this.t.shell.screens[screen](), exact: true })
		).toBeVisible();
		await this.settled();
	}

	async settled(): Promise<void> {
		await expect(this.main.locator('[aria-busy="true"]')).toHaveCount(0);
	}

	/** The region of a card or chart, by its title. */
	card(title: string | RegExp): Locator {
		return this.main.getByRole('region', { name: title });
	}

	/** Chooses a file by the drop zone of the start screen, and waits for what was understood of it. */
	async choose(file: TestFile): Promise<void> {
		await this.page.locator('main input[type="file"]').first().setInputFiles(file);
	}

	/** Takes a file in as it was understood; ends on the totals. */
	async importAsUnderstood(file: TestFile): Promise<void> {
		await this.choose(file);
		await this.page.getByRole('button', { name: this.t.importing.begin(), exact: true }).click();
		await expect(this.card(this.t.importing.totals()).first()).toBeVisible({ timeout: 60_000 });
	}

	/** What the app says for an error code, up to the first parameter of the message. */
	errorStart(code: keyof typeof en): string {
		return ((this.locale === 'en' ? en : zhCN)[code].split('{')[0] ?? '').trim();
	}

	/** A row of a table with a caption, as its cells' texts. */
	async tableRow(caption: string, head: string): Promise<string[]> {
		const row = this.main
			.getByRole('table', { name: caption })
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader', { name: head, exact: true }) });
		return row.getByRole('cell').allInnerTexts();
	}

	/** The side panel of the customers behind a mark. */
	get panel(): Locator {
		return this.page.getByRole('dialog');
	}

	/** Presses a button that saves a file, and gives the file. */
	async download(button: Locator): Promise<{ name: string; bytes: Buffer; download: Download }> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
		return { name: download.suggestedFilename(), bytes: await readFile(await download.path()), download };
	}

	/** Waits until the service worker holds the whole app: from then on no server is needed. */
	async keptForOffline(): Promise<void> {
		await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
	}
}
