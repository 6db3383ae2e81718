/** Draws the icons of the installed app from static/icon.svg: `npm run icons`. The results are committed. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, locateBrowser } from './toolchain/browser.ts';

const folder = join(import.meta.dirname, '../static');
const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');
// A mask may cut a fifth off every side: the ground fills the square, the bars shrink to its middle.
const maskable = icon
	.replace(/rx="14"/, 'rx="0"')
	.replace('<g fill="#fff">', '<g fill="#fff" transform="translate(32 32) scale(.72) translate(-32 -32)">');

const drawings = [
	{ name: 'icons/icon-192.png', size: 192, svg: icon },
	{ name: 'icons/icon-512.png', size: 512, svg: icon },
	{ name: 'icons/maskable-512.png', size: 512, svg: maskable }
];

const executablePath = locateBrowser();
if (executablePath === null)
	throw new Error('No browser: run "tsx scripts/toolchain/find-browser.ts" first.');
mkdirSync(join(folder, 'icons'), { recursive: true });
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
for (const { name, size, svg } of drawings) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" style="display:block" `);
	await page.setContent(`<style>*{margin:0}html{background:transparent}</style>${sized}`);
	await page.screenshot({ path: join(folder, name), omitBackground: true });
	await page.close();
}
await browser.close();
