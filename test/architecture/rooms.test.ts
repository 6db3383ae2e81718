import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rooms } from '../../scripts/toolchain/rooms.js';
import { allArrows } from './arrows.ts';
import { Copy } from './copy.ts';

interface CruiseReport {
	readonly summary: {
		readonly violations: readonly {
			readonly from: string;
			readonly to: string;
			readonly rule: { readonly name: string };
		}[];
	};
}

const arrows = allArrows();

describe('every arrow between two rooms is allowed or refused as the table says', () => {
	const copy = new Copy();
	const byLint = new Set<string>();
	const byGraph = new Set<string>();

	beforeAll(async () => {
		for (const { file, code } of arrows) copy.plant(file, code);
		const eslint = new ESLint({
			cwd: copy.folder,
			// The arrows need no types: without them the run takes seconds.
			ruleFilter: ({ ruleId }) => ruleId.startsWith('boundaries/'),
			overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: false } } }
		});
		for (const { filePath, messages } of await eslint.lintFiles(arrows.map(({ file }) => file))) {
			if (messages.some(({ ruleId }) => ruleId === 'boundaries/dependencies')) {
				byLint.add(filePath.slice(copy.folder.length + 1));
			}
		}
		const { output } = copy.run(
			'depcruise',
			...['--config', '.dependency-cruiser.js', '--output-type', 'json', 'src', 'workers', 'scripts']
		);
		const report = JSON.parse(output) as CruiseReport;
		for (const { from, rule } of report.summary.violations) {
			if (rule.name.startsWith('room-') && from.includes('/planted/')) byGraph.add(from);
		}
	});
	afterAll(() => copy.remove());

	test('there are arrows of both kinds to plant, from every room', () => {
		expect(arrows.filter(({ allowed }) => allowed).length).toBeGreaterThan(20);
		expect(arrows.filter(({ allowed }) => !allowed).length).toBeGreaterThan(80);
		expect(new Set(arrows.map(({ from }) => from))).toEqual(new Set(rooms.map(({ name }) => name)));
	});

	const refused = arrows.filter(({ allowed }) => !allowed).map(({ file }) => file);

	test('by lint', () => {
		expect([...byLint].sort()).toEqual([...refused].sort());
	});

	test('by the import graph', () => {
		expect([...byGraph].sort()).toEqual([...refused].sort());
	});
});
