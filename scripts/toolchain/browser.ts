import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Flags for a headless Chromium that must not talk to anybody: no updates, no background requests. */
export const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Where the packaged Chromium is unpacked when the machine has none (see find-browser.ts). */
export const packagedBrowserFolder = join(import.meta.dirname, '../../.cache/chromium');

const names = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge'
];

/** Common places of browsers that are not on PATH. */
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function onPath(name: string): string | null {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		if (folder === '') continue;
		const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
		if (isExecutable(path)) return path;
	}
	return null;
}

/**
 * Finds a Chromium that is already on this machine, without installing anything: CHROMIUM_PATH, then PATH, then
 * common places, then Playwright's own, then one that find-browser.ts unpacked earlier. Null when there is none.
 */
export function locateBrowser(): string | null {
	const wanted = process.env.CHROMIUM_PATH;
	if (wanted !== undefined && wanted !== '') {
		if (!isExecutable(wanted)) throw new Error(`CHROMIUM_PATH names no executable file: ${wanted}`);
		return wanted;
	}
	for (const name of names) {
		const found = onPath(name);
		if (found !== null) return found;
	}
	for (const place of places) if (isExecutable(place)) return place;
	const own = chromium.executablePath();
	if (own !== '' && existsSync(own)) return own;
	const packaged = join(packagedBrowserFolder, 'chromium');
	return isExecutable(packaged) ? packaged : null;
}
