import { playwrightCounts, vitestCounts, type Counts } from './counts.ts';

/** One step of the full run: a gate that passes or fails as a whole, or a runner that counts tests. */
export interface Step {
	readonly name: string;
	readonly command: readonly [tool: string, ...args: string[]];
	/** Reads the runner's own JSON report; absent for gates. */
	readonly counts?: () => Counts | null;
	/** Needs a browser. */
	readonly browser?: true;
}

const vitest = (project: string, name: string): Step => ({
	name,
	command: [
		'vitest',
		'run',
		'--project',
		project,
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=reports/${project}.json`
	],
	counts: () => vitestCounts(`reports/${project}.json`),
	...(project === 'browser' ? { browser: true } : {})
});

/** All that stands between a change and the main branch, fastest to fail first. */
export const steps: readonly Step[] = [
	{ name: 'Formatting', command: ['prettier', '--check', '.', '--log-level', 'warn'] },
	{ name: 'Lint and rooms', command: ['eslint', '.', '--max-warnings', '0'] },
	{
		name: 'Types: app, components and tests',
		command: ['svelte-check', '--threshold', 'warning', '--fail-on-warnings', '--output', 'human']
	},
	{ name: 'Types: core, without a page around it', command: ['tsc', '-p', 'src/lib/core'] },
	{ name: 'Types: workers', command: ['tsc', '-p', 'workers'] },
	{ name: 'Types: scripts', command: ['tsc', '-p', 'scripts'] },
	{
		name: 'Import arrows and cycles',
		command: ['depcruise', '--config', '.dependency-cruiser.js', 'src', 'workers', 'scripts']
	},
	{ name: 'Unused files, exports and packages', command: ['knip'] },
	vitest('node', 'Unit, property, oracle, import and storage tests'),
	vitest('architecture', 'Planted violations'),
	{ name: 'Build', command: ['npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn'] },
	{ name: 'Size budgets', command: ['size-limit'] },
	vitest('browser', 'Component tests'),
	{
		name: 'End to end, offline and accessibility',
		command: ['playwright', 'test'],
		counts: () => playwrightCounts('reports/e2e.json'),
		browser: true
	}
];
