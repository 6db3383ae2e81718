import { playwrightCounts, vitestCounts, type Counts } from './counts.ts';

/** One step of the full run: a gate that passes or fails as a whole, or a runner that counts tests. */
export interface Step {
	readonly name: string;
	readonly command: readonly [tool: string, ...args: string[]];
	/** Reads the runner's own JSON report; absent for gates. */
	readonly counts?: () => Counts | null;
	/** Needs a browser. */
	readonly browser?: true;
	/**
	 * Steps of a lane run one after the other, lanes beside each other: what reads the sources beside what runs
	 * them. Steps of `last` need the build and the machine for themselves.
	 */
	readonly lane: Lane;
}

export type Lane = 'read' | 'run' | 'last';

const vitest = (lane: Lane, project: string, name: string): Step => ({
	lane,
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

/** All that stands between a change and the main branch; in each lane the fastest to fail come first. */
export const steps: readonly Step[] = [
	{ lane: 'read', name: 'Formatting', command: ['prettier', '--check', '.', '--log-level', 'warn'] },
	{ lane: 'read', name: 'Types: core, without a page around it', command: ['tsc', '-p', 'src/lib/core'] },
	{ lane: 'read', name: 'Types: workers', command: ['tsc', '-p', 'workers'] },
	{ lane: 'read', name: 'Types: service worker', command: ['tsc', '-p', 'src/service-worker'] },
	{ lane: 'read', name: 'Types: scripts', command: ['tsc', '-p', 'scripts'] },
	{
		lane: 'read',
		name: 'Types: app, components and tests',
		command: ['svelte-check', '--threshold', 'warning', '--fail-on-warnings', '--output', 'human']
	},
	{ lane: 'read', name: 'Lint and rooms', command: ['eslint', '.', '--max-warnings', '0'] },
	{ lane: 'read', name: 'Build', command: ['npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn'] },
	{ lane: 'read', name: 'Size budgets', command: ['size-limit'] },
	vitest('run', 'architecture', 'Planted violations'),
	{
		lane: 'run',
		name: 'Import arrows and cycles',
		command: ['depcruise', '--config', '.dependency-cruiser.js', 'src', 'workers', 'scripts']
	},
	{ lane: 'run', name: 'Unused files, exports and packages', command: ['knip'] },
	vitest('run', 'node', 'Unit, property, oracle, import and storage tests'),
	vitest('last', 'browser', 'Component tests'),
	{
		lane: 'last',
		name: 'End to end, offline and accessibility',
		command: ['playwright', 'test'],
		counts: () => playwrightCounts('reports/e2e.json'),
		browser: true
	}
];
