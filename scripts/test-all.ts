/**
 * The full run behind `npm test`: every step of toolchain/steps.ts, whatever failed before, then a summary. Counts go
 * to reports/summary.json after each step, so that a run cut short is seen as such.
 * `npm test -- lint size` runs only the steps whose names hold one of the words.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Counts } from './toolchain/counts.ts';
import { steps, type Lane, type Step } from './toolchain/steps.ts';

interface Outcome extends Counts {
	readonly step: string;
	readonly seconds: number;
}

const project = join(import.meta.dirname, '..');
const shell = process.platform === 'win32';
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
	NO_COLOR: '1'
};
const outcomes: Outcome[] = [];

/** Runs a command; what it says is printed whole at its end, so that lanes do not talk across each other. */
function run(command: readonly [string, ...string[]]): Promise<{ status: number | null; output: string }> {
	const [tool, ...args] = command;
	return new Promise((resolve) => {
		const child = spawn(tool, args, { env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
		const pieces: Buffer[] = [];
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (piece: Buffer) => pieces.push(piece));
		const end = (status: number | null): void =>
			resolve({ status, output: Buffer.concat(pieces).toString('utf8').trimEnd() });
		child.once('error', (error) => {
			pieces.push(Buffer.from(error.message));
			end(1);
		});
		child.once('close', end);
	});
}

/** Fails on its own: no step that needs a browser can run without one. */
function findBrowser(): boolean {
	if (env.CHROMIUM_PATH !== undefined && env.CHROMIUM_PATH !== '') return true;
	const { status, stdout } = spawnSync('tsx', ['scripts/toolchain/find-browser.ts'], {
		env,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		shell
	});
	if (status !== 0) return false;
	env.CHROMIUM_PATH = stdout.trim();
	return true;
}

async function take(step: Step): Promise<void> {
	const started = performance.now();
	const ready = step.browser !== true || findBrowser();
	const { status, output } = ready ? await run(step.command) : { status: 1, output: 'No browser.' };
	const seconds = (performance.now() - started) / 1000;
	const gate: Counts = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
	const counts = step.counts === undefined ? gate : (step.counts() ?? { ...gate, passed: 0, failed: 1 });
	// A runner that fails although each of its tests passed (an unhandled error), or that ran none, failed.
	const hidden = counts.failed === 0 && (status !== 0 || counts.passed === 0) ? 1 : 0;
	outcomes.push({ step: step.name, seconds, ...counts, failed: counts.failed + hidden });
	console.log(`\n━━ ${step.name} ${'━'.repeat(Math.max(4, 76 - step.name.length))}\n${output}`);
	const complete = outcomes.length === chosen.length;
	writeFileSync('reports/summary.json', JSON.stringify({ complete, outcomes }, null, '\t'));
}

async function follow(lane: Lane): Promise<void> {
	for (const step of chosen) if (step.lane === lane) await take(step);
}

await run(['svelte-kit', 'sync']);
await Promise.all([follow('read'), follow('run')]);
await follow('last');

console.log(`\n━━ Summary ${'━'.repeat(69)}`);
for (const { name } of chosen) {
	const outcome = outcomes.find(({ step }) => step === name);
	if (outcome === undefined) continue;
	const { seconds, passed, failed, skipped } = outcome;
	const rest = [failed > 0 ? `${failed} failed` : '', skipped > 0 ? `${skipped} skipped` : ''].filter(
		Boolean
	);
	const facts = [`${passed} passed`, ...rest].join(', ');
	const sign = failed === 0 ? '✓' : '✗';
	console.log(`${sign} ${name.padEnd(52)} ${facts.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`);
}
const sum = (key: keyof Counts): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 ? 0 : 1);
