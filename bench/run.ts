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
import type { Answer, Times } from './app/answer.ts';
import type { Contender } from './app/main.ts';
import { generateOrders } from './generate.ts';

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
const answers = new Map<Contender, Answer>();
try {
	// A profile on disk: what is stored goes where it goes for a user.
	const context = await chromium.launchPersistentContext(profile, { executablePath, args: chromiumFlags });
	for (let round = 0; round < rounds; round++) {
		for (const contender of contenders) {
			const page = await context.newPage();
			await page.goto(server.url);
			await page.locator('input').setInputFiles(file);
			const grown = watchMemory(profile);
			const { times, answer } = await page.evaluate(([name, repeats]) => window.measure(name, repeats), [
				contender,
				9
			] as const);
			taken.get(contender)?.push({ ...times, peak: grown() });
			if (answer !== undefined) answers.set(contender, answer);
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
const clientele = (name: string): number => ms('clientele', name);
const duck = (name: string): number => ms('duckdb', name);
const decode = ms('bound', 'decode');
const whole = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 1 : 0));
const ratio = (value: number): string => (Number.isNaN(value) ? '–' : `${value.toFixed(2)} ×`);
const rows: string[][] = [
	['', 'Clientele ms', 'DuckDB-WASM ms', 'as fast as DuckDB', 'beside'],
	[
		'CSV → stored columns, RFM, cohorts',
		whole(clientele('job')),
		whole(duck('job')),
		ratio(duck('job') / clientele('job')),
		`${ratio(clientele('job') / decode)} stream + decode (${whole(decode)} ms)`
	],
	[
		'  import',
		whole(clientele('import')),
		whole(duck('import')),
		ratio(duck('import') / clientele('import')),
		''
	],
	[
		'  store',
		whole(clientele('store')),
		'–',
		'–',
		`${((clientele('store') * 1000) / lines).toFixed(2)} µs a line`
	],
	['  ledger', whole(clientele('ledger')), '–', '–', ''],
	...(
		[
			['RFM: measures and scores', 'rfm', ' kernel'],
			['  all of its screen', 'rfm', ''],
			['Cohorts: the matrix', 'cohorts', ' kernel'],
			['  all of its screen', 'cohorts', ''],
			['Lifecycle: new … dormant by month', 'lifecycle', ' kernel'],
			['  all of its screen', 'lifecycle', ''],
			['Overview: months and totals', 'overview', ' kernel'],
			['  all of its screen', 'overview', '']
		] as const
	).map(([title, name, part]) => [
		title,
		whole(clientele(name + part)),
		whole(duck(name)),
		ratio(duck(name) / clientele(name + part)),
		`${ratio(clientele(name + part) / clientele('sum'))} one sum (${whole(clientele('sum'))} ms)`
	]),
	...(
		[
			['Churn, data loaded', 'churn'],
			['Contribution and growth', 'contribution'],
			['Movement over a year', 'migration'],
			['Origins by channel', 'origins'],
			['Findings, other methods asked', 'findings'],
			['Value: BG/NBD, Gamma–Gamma, hold-out', 'value']
		] as const
	).map(([title, name]) => [
		title,
		whole(clientele(name)),
		'–',
		'–',
		`${((clientele(name) * 1000) / clientele('customers')).toFixed(2)} µs a customer`
	]),
	[
		'Scored anew after a changed cut',
		whole(clientele('rescore')),
		whole(duck('rescore')),
		ratio(duck('rescore') / clientele('rescore')),
		`95 of 100 within ${whole(clientele('rescore p95'))} ms`
	],
	[
		'Reopen to the first screen',
		whole(clientele('reopen')),
		'–',
		'–',
		`${ratio(clientele('reopen') / clientele('import'))} its import`
	],
	[
		'Peak memory over the empty page, MiB',
		whole(clientele('peak')),
		whole(duck('peak')),
		ratio(duck('peak') / clientele('peak')),
		''
	]
];
const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
console.log(`\n${lines.toLocaleString('en')} lines, medians of ${rounds} alternating rounds:\n`);
for (const row of rows)
	console.log(
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
			)
			.join('   ')
	);

const ours = answers.get('clientele');
const theirs = answers.get('duckdb');
const differing = (
	['customers', 'revenue', 'codes', 'cohorts', 'lifecycle', 'overview', 'rescored'] as const
).filter(
	(part) => ours === undefined || theirs === undefined || !isDeepStrictEqual(ours[part], theirs[part])
);
if (differing.length > 0) {
	console.error(`\nThe answers differ in: ${differing.join(', ')}`);
	process.exit(1);
}
console.log(
	`\nAnswers are equal: ${ours?.customers.toLocaleString('en')} customers, ${Object.keys(ours?.codes ?? {}).length} RFM codes, ${Object.keys(ours?.cohorts ?? {}).length} cohort cells, ${Object.keys(ours?.lifecycle ?? {}).length} lifecycle counts, ${Object.keys(ours?.overview ?? {}).length} sums.`
);
