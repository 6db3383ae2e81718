/**
 * Prints the path of a Chromium for the tests, getting one when the machine has none.
 * In order: CHROMIUM_PATH, a browser on the machine, Playwright's own, Debian's package when root,
 * one from an npm package kept under .cache/; else it says what to install and fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { locateBrowser, packagedBrowserFolder } from './browser.ts';

const PACKAGE = '@sparticuz/chromium@153.0.0';
const cache = join(import.meta.dirname, '../../.cache');

/** Runs a command with its output on stderr: stdout carries the path alone. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean {
	const { status } = spawnSync(command, args, { stdio: ['ignore', process.stderr, process.stderr], env });
	return status === 0;
}

/** Chinese screens are tested too: without a font every 汉字 has the same width and looks the same. */
function hasChineseFont(): boolean {
	const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
	return status === 0 && stdout.trim() !== '';
}

/** Installs packages where that needs nobody's leave: on Debian, as root. */
function installFromDebian(...packages: readonly string[]): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
		return false;
	console.error(`Installing Debian's ${packages.join(', ')}.`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	run('apt-get', ['update', '-qq'], env);
	return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}

function fromDebian(): string | null {
	return installFromDebian('chromium') ? locateBrowser() : null;
}

async function fromPackage(): Promise<string | null> {
	if (process.platform !== 'linux' || process.arch !== 'x64') return null;
	console.error(`No browser on this machine: taking one from the package ${PACKAGE}, kept in .cache/.`);
	const install = ['install', '--prefix', cache, '--no-audit', '--no-fund', '--no-save', PACKAGE];
	if (!run('npm', install)) return null;
	mkdirSync(packagedBrowserFolder, { recursive: true });
	// The package unpacks its own system libraries only when it believes itself in that runtime.
	process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
	process.env.TMPDIR = packagedBrowserFolder;
	const entry = createRequire(join(cache, 'package.json')).resolve('@sparticuz/chromium');
	const { default: packaged } = (await import(pathToFileURL(entry).href)) as {
		default: { executablePath(): Promise<string> };
	};
	await packaged.executablePath();
	return locateBrowser();
}

const browser = locateBrowser() ?? fromDebian() ?? (await fromPackage());
if (browser === null) {
	console.error(
		[
			'The tests need a Chromium and none was found. Install one of these and run again:',
			'  Debian, Ubuntu:  apt-get install chromium fonts-noto-cjk',
			'  any system:      npx playwright install chromium',
			'  or set CHROMIUM_PATH to the executable of Chrome, Chromium or Edge.'
		].join('\n')
	);
	process.exit(1);
}
// A browser may well be there without one: a printed report in 中文 then has no text to select.
if (process.platform === 'linux' && !hasChineseFont() && !installFromDebian('fonts-noto-cjk')) {
	console.error('No Chinese font found; tests of printed 中文 will fail: install fonts-noto-cjk.');
}
console.log(browser);
