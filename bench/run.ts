/**
 * `npm run bench -- [--lines 1000000] [--rounds 5] [--seed 1]`: the job, scoring, storing and reopening in a headless
 * Chromium, as ratios to DuckDB-WASM over the same file and to merely decoding it. Contenders take turns, each time in
 * a new worker; medians count. Answers must be equal, or it fails; times never make it fail.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumFlags, locateBrowser } from '../scripts/toolchain/browser.ts';
import { serveFolder } from '../scripts/toolchain/static-server.ts';
import { watchMemory } from './memory.ts';
import type { Answers, Times } from './app/answer.ts';
import type { Contender } from './app/main.ts';
import { questions } from './app/questions/index.ts';
import { generateOrders } from './generate.ts';
import { printed } from './report.ts';

const { values } = parseArgs({
	options: {
		lines: { type: 'string', default: '1000000' },
		rounds: { type: 'string', default: '5' },
		seed: { type: 'string', default: '1' }
	}
});
const lines = Number(values.lines);
const rounds = Number(values.rounds);
const here = import.meta.dirname;
const file = join(here, '.data', `orders-${lines}-${values.seed}.csv`);

console.log(`Generating ${lines.toLocaleString('en')} order lines, seed ${values.seed} …`);
generateOrders(file, lines, Number(values.seed));
const output = join(here, '.data/app');
await build({
	root: join(here, 'app'),
	base: './',
	configFile: false,
	logLevel: 'warn',
	resolve: { alias: { '#lib': join(here, '../src/lib') } },
	worker: { format: 'es' },
	build: { outDir: output, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 }
});

const executablePath = locateBrowser();
if (executablePath === null)
	throw new Error('No browser: run "tsx scripts/toolchain/find-browser.ts" first.');
const server = await serveFolder({ root: output });
const profile = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
const contenders: readonly Contender[] = ['bound', 'clientele', 'duckdb'];
const taken = new Map<Contender, Times[]>(contenders.map((contender) => [contender, []]));
const answers = new Map<Contender, Answers>();
try {
	// A profile on disk: what is stored goes where it goes for a user.
	const context = await chromium.launchPersistentContext(profile, { executablePath, args: chromiumFlags });
	for (let round = 0; round < rounds; round++) {
		for (const contender of contenders) {
			const page = await context.newPage();
			await page.goto(server.url);
			await page.locator('input').setInputFiles(file);
			const grown = watchMemory(profile);
			let ofJob = NaN;
			await page.exposeFunction('jobIsDone', () => void (ofJob = grown()));
			const { times, answers: own } = await page.evaluate((name) => window.measure(name), contender);
			taken.get(contender)?.push({ ...times, 'job peak': ofJob, peak: grown() });
			if (own !== undefined) answers.set(contender, own);
			await page.close();
		}
		console.log(`Round ${round + 1} of ${rounds}`);
	}
	await context.close();
} finally {
	await server.close();
	rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

const ms = (contender: Contender, name: string): number => {
	const all = (taken.get(contender) ?? []).map((times) => times[name] ?? NaN).sort((a, b) => a - b);
	return all[all.length >> 1] ?? NaN;
};
console.log(`\n${lines.toLocaleString('en')} lines, medians of ${rounds} alternating rounds:\n`);
console.log(printed(ms, lines));

const ours = answers.get('clientele') ?? {};
const theirs = answers.get('duckdb') ?? {};
const asked = [...questions.map(({ name }) => name), 'rescore'];
const names = asked.filter((name) => theirs[name] !== undefined);
if (names.length < asked.length) {
	const unanswered = asked.filter((name) => !names.includes(name));
	console.log(`\nDuckDB-WASM ran out of memory, and has no answer: ${unanswered.join(', ')}.`);
}
const differing = names.filter((name) => !isDeepStrictEqual(ours[name], theirs[name]));
if (differing.length > 0) {
	console.error(`\nThe answers differ in: ${differing.join(', ')}`);
	for (const name of differing) {
		const [own, other] = [ours[name] ?? {}, theirs[name] ?? {}];
		const keys = [...new Set([...Object.keys(own), ...Object.keys(other)])];
		const first = keys.filter((key) => own[key] !== other[key]).slice(0, 5);
		console.error(`  ${name}: ${first.map((key) => `${key} ${own[key]} / ${other[key]}`).join(', ')}`);
	}
	process.exit(1);
}
const compared = names.map((name) => `${name} ${Object.keys(ours[name] ?? {}).length}`);
console.log(`\nAnswers are equal, in numbers each: ${compared.join(', ')}.`);
