/**
 * The full run behind `npm test`: every step of toolchain/steps.ts in order, whatever failed before, then a
 * summary. Counts go to reports/summary.json after each step, so that a run cut short is seen as such.
 * `npm test -- lint size` runs only the steps whose names hold one of the words.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Counts } from './toolchain/counts.ts';
import { steps, type Step } from './toolchain/steps.ts';

interface Outcome extends Counts {
	readonly step: string;
	readonly seconds: number;
}

const project = join(import.meta.dirname, '..');
process.chdir(project);
rmSync('reports', { recursive: true, force: true });
mkdirSync('reports');

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = steps.filter(
	({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word))
);
const env: NodeJS.ProcessEnv = {
	...process.env,
	PATH: [join(project, 'node_modules/.bin'), process.env.PATH].join(delimiter),
	NO_COLOR: process.stdout.isTTY ? undefined : '1'
};

/** Fails on its own: no step that needs a browser can run without one. */
function findBrowser(): boolean {
	const { status, stdout } = spawnSync('tsx', ['scripts/toolchain/find-browser.ts'], {
		env,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		shell: process.platform === 'win32'
	});
	if (status !== 0) return false;
	env.CHROMIUM_PATH = stdout.trim();
	return true;
}

function run(step: Step): Outcome {
	const [tool, ...args] = step.command;
	const started = performance.now();
	const ready = step.browser !== true || env.CHROMIUM_PATH !== undefined || findBrowser();
	const status = ready
		? spawnSync(tool, args, { env, stdio: 'inherit', shell: process.platform === 'win32' }).status
		: 1;
	const seconds = (performance.now() - started) / 1000;
	const gate: Counts = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
	const counts = step.counts === undefined ? gate : (step.counts() ?? { ...gate, passed: 0, failed: 1 });
	// A runner that fails although each of its tests passed (an unhandled error, no tests at all) failed.
	const hidden = status !== 0 && counts.failed === 0 ? 1 : 0;
	const empty = status === 0 && counts.passed + counts.failed === 0 ? 1 : 0;
	return { step: step.name, seconds, ...counts, failed: counts.failed + hidden + empty };
}

const outcomes: Outcome[] = [];
spawnSync('svelte-kit', ['sync'], { env, stdio: 'inherit', shell: process.platform === 'win32' });
for (const step of chosen) {
	console.log(`\n━━ ${step.name} ${'━'.repeat(Math.max(4, 76 - step.name.length))}`);
	outcomes.push(run(step));
	const complete = outcomes.length === chosen.length;
	writeFileSync('reports/summary.json', JSON.stringify({ complete, outcomes }, null, '\t'));
}

console.log(`\n━━ Summary ${'━'.repeat(69)}`);
for (const { step, seconds, passed, failed, skipped } of outcomes) {
	const sign = failed === 0 ? '✓' : '✗';
	const rest = [failed > 0 ? `${failed} failed` : '', skipped > 0 ? `${skipped} skipped` : ''].filter(
		Boolean
	);
	const facts = [`${passed} passed`, ...rest].join(', ');
	console.log(`${sign} ${step.padEnd(52)} ${facts.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`);
}
const sum = (key: keyof Counts): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 ? 0 : 1);
