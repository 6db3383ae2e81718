/** Runs the oracle tests and writes what they compare, with which oracle, how nearly and with what result, into docs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { oracleClaims, oraclePage, type TestOutcome } from './lib/oracle-table.ts';

interface Report {
	readonly testResults: readonly {
		readonly name: string;
		readonly assertionResults: readonly {
			readonly ancestorTitles: readonly string[];
			readonly title: string;
			readonly status: string;
		}[];
	}[];
}

const page = 'docs/methods/oracles.md';
if ((process.env['CLIENTELE_DATA'] ?? '') === '') {
	process.stderr.write(
		'CLIENTELE_DATA names no data folder: comparisons on real data would stand as not run.\n'
	);
	process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'oracles-'));
const report = join(folder, 'report.json');
const run = spawnSync(
	'npx',
	['vitest', 'run', '--project', 'node', 'test/oracle', '--reporter=json', `--outputFile=${report}`],
	{ stdio: ['ignore', 'ignore', 'inherit'] }
);
const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
rmSync(folder, { recursive: true });
const outcomes: TestOutcome[] = testResults.flatMap(({ name, assertionResults }) =>
	assertionResults.map(({ ancestorTitles, title, status }) => ({
		file: relative(process.cwd(), name),
		titles: [...ancestorTitles, title],
		status
	}))
);
const text = oraclePage(oracleClaims(), outcomes);
writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }));
process.stdout.write(`${page}\n`);
process.exit(run.status ?? 1);
