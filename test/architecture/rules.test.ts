import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Copy } from './copy.ts';

/** A file that breaks one rule of the house, and how ESLint must name it. */
interface Plant {
	readonly breaks: string;
	readonly file: string;
	readonly code: string;
	readonly rule: string;
	readonly says: RegExp;
}

const lib = 'src/lib';
const plants: readonly Plant[] = [
	// Purity.
	...(
		[
			['a dice in core', 'export const x = Math.random();', 'no-restricted-properties'],
			['a clock in core', 'export const x = Date.now();', 'no-restricted-properties'],
			['today in core', 'export const x = new Date();', 'no-restricted-syntax']
		] as const
	).map(([breaks, code, rule]) => ({
		breaks,
		file: `${lib}/core/planted.ts`,
		code,
		rule,
		says: /come in as arguments/
	})),
	{
		breaks: 'local time in import',
		file: `${lib}/import/planted.ts`,
		code: 'export const x = new Date(0).getHours();',
		rule: 'no-restricted-syntax',
		says: /Local time/
	},
	// Packages out of their home.
	...(
		[
			['dexie', `${lib}/state/planted.ts`, 'dexie', /Only storage/],
			['comlink', `${lib}/features/planted.ts`, 'comlink', /Only client and workers/],
			['layercake', `${lib}/features/planted.ts`, 'layercake', /component of charts/],
			['d3', `${lib}/features/planted.ts`, 'd3-scale', /component of charts/],
			['papaparse', `${lib}/core/planted.ts`, 'papaparse', /written by import/],
			['bits-ui', `${lib}/features/planted.ts`, 'bits-ui', /component of ui/],
			['svelte', 'workers/planted.ts', 'svelte', /knows no page/],
			['svelte', `${lib}/core/planted.ts`, 'svelte/store', /knows no page/],
			['a component', `${lib}/report/planted.ts`, '../ui/button.svelte', /knows no page/],
			['$app', `${lib}/client/planted.ts`, '$app/state', /know the router/],
			['$app', 'workers/planted.ts', '$app/navigation', /know the router/],
			['node', `${lib}/import/planted.ts`, 'node:fs', /runs in a browser/],
			["a worker's code", `${lib}/client/planted.ts`, '../../../workers/import.worker.ts', /never imported/]
		] as const
	).map(([what, file, source, says]) => ({
		breaks: `${what} in ${file}`,
		file,
		code: `import * as x from '${source}';\nexport { x };`,
		rule: 'no-restricted-imports',
		says
	})),
	// The page's walls.
	{
		breaks: 'a worker started outside of client/spawn.ts',
		file: `${lib}/client/planted.ts`,
		code: "export const x = new Worker('x.js');",
		rule: 'no-restricted-syntax',
		says: /spawn\.ts alone/
	},
	...(
		[
			['fetch', "export const x = fetch('x');", 'no-restricted-globals'],
			['XMLHttpRequest', 'export const x = new XMLHttpRequest();', 'no-restricted-globals'],
			['WebSocket', "export const x = new WebSocket('ws://x');", 'no-restricted-globals'],
			['EventSource', "export const x = new EventSource('x');", 'no-restricted-globals'],
			['RTCPeerConnection', 'export const x = new RTCPeerConnection();', 'no-restricted-globals'],
			['window.fetch', "export const x = window.fetch('x');", 'no-restricted-properties'],
			['a beacon', "export const x = navigator.sendBeacon('x');", 'no-restricted-properties']
		] as const
	).flatMap(([what, code, rule]) =>
		[`${lib}/features/planted.ts`, `${lib}/state/planted.ts`, 'workers/planted.ts'].map((file) => ({
			breaks: `${what} in ${file}`,
			file,
			code,
			rule,
			says: /Nothing leaves the page/
		}))
	),
	{
		breaks: 'markup made from text',
		file: `${lib}/ui/planted.ts`,
		code: "document.body.innerHTML = '<b>x</b>';\nexport {};",
		rule: 'no-restricted-properties',
		says: /text nodes only/
	},
	{
		breaks: 'code made from text',
		file: `${lib}/core/planted.ts`,
		code: "export const x: unknown = new Function('return 1');",
		rule: 'no-new-func',
		says: /Function/
	},
	{
		breaks: 'a log in the product',
		file: `${lib}/core/planted.ts`,
		code: 'console.log(1);\nexport {};',
		rule: 'no-console',
		says: /console/
	},
	// Components.
	{
		breaks: 'English in markup',
		file: `${lib}/features/planted.svelte`,
		code: '<p>Hello</p>',
		rule: 'no-restricted-syntax',
		says: /Words come from i18n/
	},
	{
		breaks: 'Chinese in markup',
		file: `${lib}/features/planted.svelte`,
		code: '<p>客户</p>',
		rule: 'no-restricted-syntax',
		says: /Words come from i18n/
	},
	{
		breaks: 'words in an attribute',
		file: `${lib}/ui/planted.svelte`,
		code: '<button type="button" aria-label="Close">×</button>',
		rule: 'no-restricted-syntax',
		says: /Words come from i18n/
	},
	{
		breaks: 'an effect in a component',
		file: `${lib}/charts/planted.svelte`,
		code: '<script lang="ts">\n\t$effect(() => undefined);\n</script>',
		rule: 'no-restricted-syntax',
		says: /\.svelte\.ts file/
	},
	{
		breaks: 'raw HTML in a component',
		file: `${lib}/features/planted.svelte`,
		code: '<script lang="ts">\n\tconst { text }: { text: string } = $props();\n</script>\n\n{@html text}',
		rule: 'svelte/no-at-html-tags',
		says: /XSS/
	},
	// Sizes.
	{
		breaks: 'a kernel of 151 lines',
		file: `${lib}/core/planted.ts`,
		code: 'export const x = [\n' + '\t1,\n'.repeat(150) + '];',
		rule: 'max-lines',
		says: /150/
	},
	{
		breaks: 'a worker entry of 61 lines',
		file: 'workers/planted.worker.ts',
		code: 'export const x = [\n' + '\t1,\n'.repeat(60) + '];',
		rule: 'max-lines',
		says: /60/
	},
	// Types.
	{
		breaks: 'any',
		file: `${lib}/core/planted.ts`,
		code: 'export const x = (value: any): unknown => value;',
		rule: '@typescript-eslint/no-explicit-any',
		says: /any/
	},
	{
		breaks: 'a silenced compiler',
		file: `${lib}/core/planted.ts`,
		code: '// @ts-ignore\nexport const x: number = 1;',
		rule: '@typescript-eslint/ban-ts-comment',
		says: /ts-ignore/
	},
	{
		breaks: 'a promise left alone',
		file: `${lib}/core/planted.ts`,
		code: 'const f = async (): Promise<void> => Promise.resolve();\nf();\nexport {};',
		rule: '@typescript-eslint/no-floating-promises',
		says: /[Pp]romise/
	}
];

describe('lint refuses', () => {
	const copy = new Copy();
	const found = new Map<Plant, { ruleId: string | null; message: string }[]>();

	beforeAll(async () => {
		// Each plant in a file of its own name, so that one run judges them all.
		const files = plants.map((plant, index) => {
			const file = plant.file.replace('planted', `planted-${index}`);
			copy.plant(file, `${plant.code}\n`);
			return file;
		});
		// Rules that need types open the whole program: only the plants that break those pay for it.
		const typed = (index: number): boolean =>
			plants[index]!.rule.startsWith('@typescript-eslint/no-floating');
		const results = [
			...(await new ESLint({ cwd: copy.folder }).lintFiles(files.filter((_, index) => typed(index)))),
			...(await new ESLint({
				cwd: copy.folder,
				ruleFilter: ({ ruleId }) => plants.some(({ rule }, index) => rule === ruleId && !typed(index)),
				overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: false } } }
			}).lintFiles(files.filter((_, index) => !typed(index))))
		];
		for (const { filePath, messages } of results) {
			const index = Number(/planted-(\d+)/.exec(filePath)?.[1]);
			found.set(plants[index]!, messages);
		}
	});
	afterAll(() => copy.remove());

	test.each(plants.map((plant) => [plant.breaks, plant] as const))('%s', (_, plant) => {
		const named = (found.get(plant) ?? []).filter(({ ruleId }) => ruleId === plant.rule);
		expect(named.map(({ message }) => message).join('\n'), JSON.stringify(found.get(plant))).toMatch(
			plant.says
		);
	});
});
