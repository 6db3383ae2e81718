/**
 * Brings about faults in a real browser, one kind after the other, and prints what came of them.
 *
 * `npm run test:faults [-- kind …] [--<kind> count …] [--share 0.1] [--seed 1] [--build build]`: without kinds, all of
 * them. `--quota 3` sets a count, `--share` takes that part of the usual counts.
 */
import { parseArgs } from 'node:util';
import { rendererCrashed, tabClosed, workerTerminated } from './broken-imports.ts';
import { diskFull } from './disk-full.ts';
import { killDuringImport } from './kill-during-import.ts';
import { quotaFull } from './quota-full.ts';
import type { Fault, Outcome } from './support/fault.ts';
import { twoTabs } from './two-tabs.ts';

const all: readonly Fault[] = [
	killDuringImport,
	tabClosed,
	rendererCrashed,
	workerTerminated,
	quotaFull,
	diskFull,
	twoTabs
];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		...Object.fromEntries(all.map(({ name }) => [name, { type: 'string' as const }])),
		share: { type: 'string', default: '1' },
		seed: { type: 'string', default: '1' },
		build: { type: 'string', default: 'build' }
	}
});
const unknown = positionals.filter((name) => !all.some((fault) => fault.name === name));
if (unknown.length > 0) throw new Error(`There is no fault called ${unknown.join(', ')}.`);

function countOf({ name, usual }: Fault): number {
	const given = (values as Readonly<Record<string, string | undefined>>)[name];
	const count = Number(given ?? Math.max(1, Math.round(usual * Number(values.share))));
	if (!Number.isInteger(count) || count < 1) throw new Error(`--${name} needs a number from 1.`);
	return count;
}

interface Line {
	readonly fault: Fault;
	readonly outcome: Outcome;
	readonly seconds: number;
}

function printTable(lines: readonly Line[]): void {
	const rows = lines.map(({ fault, outcome, seconds }) => [
		fault.name,
		fault.title,
		outcome.skipped === undefined ? String(outcome.tries) : 'skipped',
		String(outcome.faults.length),
		`${Math.round(seconds)} s`,
		outcome.skipped ??
			Object.entries(outcome.counts)
				.map(([what, count]) => `${count} ${what}`)
				.join(', ')
	]);
	const table = [['kind', 'fault', 'tries', 'faults', 'time', 'what happened'], ...rows];
	const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
	for (const row of table)
		console.log(
			row
				.map((cell, i) => cell.padEnd(widths?.[i] ?? 0))
				.join('  ')
				.trimEnd()
		);
}

const chosen = positionals.length === 0 ? all : all.filter(({ name }) => positionals.includes(name));
const settings = { seed: Number(values.seed), build: values.build };
const lines: Line[] = [];
for (const fault of chosen) {
	const count = countOf(fault);
	console.log(`${fault.title}: ${count} …`);
	const from = performance.now();
	let outcome: Outcome;
	try {
		outcome = await fault.run({ ...settings, count });
	} catch (thrown) {
		// One kind that breaks down must not hide what the others say.
		outcome = { tries: 0, counts: {}, faults: [`broke down: ${String(thrown)}`] };
	}
	for (const text of outcome.faults) console.error(`FAULT: ${fault.name}: ${text}`);
	lines.push({ fault, outcome, seconds: (performance.now() - from) / 1000 });
}
printTable(lines);
process.exitCode = lines.every(({ outcome }) => outcome.faults.length === 0) ? 0 : 1;
