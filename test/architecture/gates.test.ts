import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Copy } from './copy.ts';

const everywhere = new Copy();
afterAll(() => everywhere.remove());

describe('the compiler refuses in core', () => {
	let output = '';
	beforeAll(() => {
		everywhere.plant('src/lib/core/planted/page.ts', 'export const x = document.title;\n');
		everywhere.plant('src/lib/core/planted/clock.ts', 'export const x = performance.now();\n');
		everywhere.plant('src/lib/core/planted/host.ts', 'export const x = process.pid;\n');
		everywhere.plant('src/lib/core/planted/request.ts', "export const x = fetch('x');\n");
		everywhere.plant('src/lib/core/planted/hole.ts', 'export const x: number = [1][0];\n');
		everywhere.plant(
			'src/lib/core/planted/arrow.ts',
			"import type { Envelope } from '#lib/api/envelope.ts';\nexport type X = Envelope<1>;\n"
		);
		output = everywhere.run('tsc', '-p', 'src/lib/core').output;
	});
	afterAll(() => everywhere.plant('src/lib/core/planted/hole.ts', 'export const x = 1;\n'));

	test.each([
		['the page', /planted\/page\.ts.*'document'/],
		['a clock', /planted\/clock\.ts.*'performance'/],
		['the host', /planted\/host\.ts.*'process'/],
		['a request', /planted\/request\.ts.*'fetch'/],
		['an unchecked index', /planted\/hole\.ts.*undefined/],
		['another room, even for a type', /planted\/arrow\.ts.*TS6307/]
	])('%s', (_, says) => {
		expect(output).toMatch(says);
	});
});

test('the compiler refuses a page in a worker', () => {
	everywhere.plant('workers/planted.ts', 'export const x = document.title;\n');
	expect(everywhere.run('tsc', '-p', 'workers').output).toMatch(/planted\.ts.*'document'/);
});

describe('the import graph refuses', () => {
	let output = '';
	beforeAll(() => {
		everywhere.plant(
			'src/lib/ui/planted-a.ts',
			"export { b as a } from './planted-b.ts';\nexport const c = 1;\n"
		);
		everywhere.plant('src/lib/ui/planted-b.ts', "export { c as b } from './planted-a.ts';\n");
		everywhere.plant('src/lib/ui/planted-alone.ts', 'export const x = 1;\n');
		everywhere.plant('src/lib/ui/planted-lost.ts', "export * from './planted-nowhere.ts';\n");
		everywhere.plant('src/lib/features/planted-one/a.ts', "export * from '../planted-two/b.ts';\n");
		everywhere.plant('src/lib/features/planted-two/b.ts', 'export const x = 1;\n');
		everywhere.plant('src/lib/core/methods/planted-one/a.ts', "export * from '../planted-two/b.ts';\n");
		everywhere.plant('src/lib/core/methods/planted-two/b.ts', 'export const x = 1;\n');
		everywhere.plant('src/lib/core/methods/findings/planted.ts', "export * from '../planted-two/b.ts';\n");
		everywhere.plant('src/lib/import/planted-dev.ts', "import fc from 'fast-check';\nexport const x = fc;\n");
		output = everywhere.run(
			'depcruise',
			'--config',
			'.dependency-cruiser.js',
			'src',
			'workers',
			'scripts'
		).output;
	});

	test.each([
		['a circle', /no-circular: src\/lib\/ui\/planted-[ab]\.ts/],
		['a file that nothing uses', /no-orphans: src\/lib\/ui\/planted-alone\.ts/],
		['an import that leads nowhere', /not-unresolvable: src\/lib\/ui\/planted-lost\.ts/],
		['a screen that imports a screen', /features-apart: src\/lib\/features\/planted-one\/a\.ts/],
		['findings that reach into a method', /findings-ask: src\/lib\/core\/methods\/findings\/planted\.ts/],
		['a method that imports a method', /methods-apart: src\/lib\/core\/methods\/planted-one\/a\.ts/],
		['a package that does not ship', /no-dev-packages: src\/lib\/import\/planted-dev\.ts/]
	])('%s', (_, says) => {
		expect(output).toMatch(says);
	});
});

describe('knip refuses', () => {
	let output = '';
	const copy = new Copy();
	beforeAll(() => {
		copy.plant('src/lib/ui/planted-unused.ts', 'export const x = 1;\n');
		copy.plant(
			'scripts/planted.ts',
			"import { used } from './toolchain/planted-half.ts';\nconsole.log(used);\n"
		);
		copy.plant(
			'scripts/toolchain/planted-half.ts',
			'export const used = 1;\nexport const plantedExport = 2;\n'
		);
		copy.plant(
			'scripts/planted-package.ts',
			"import planted from 'planted-package';\nconsole.log(planted);\n"
		);
		output = copy.run('knip').output;
	});
	afterAll(() => copy.remove());

	test.each([
		['an unused file', /Unused files[\s\S]*planted-unused\.ts/],
		['an unused export', /Unused exports[\s\S]*plantedExport/],
		['a package that nobody declared', /Unlisted dependencies[\s\S]*planted-package/]
	])('%s', (_, says) => {
		expect(output).toMatch(says);
	});
});

test('the component check refuses a wrong type in markup', () => {
	const copy = new Copy(['package.json', 'tsconfig.base.json', 'svelte.config.js']);
	copy.plant(
		'tsconfig.json',
		JSON.stringify({
			extends: './tsconfig.base.json',
			include: ['*.svelte'],
			compilerOptions: { lib: ['ES2022', 'DOM'] }
		})
	);
	copy.plant(
		'planted.svelte',
		'<script lang="ts">\n\tconst { n }: { n: number } = $props();\n</script>\n\n<p>{n.toUpperCase()}</p>\n'
	);
	const { status, output } = copy.run('svelte-check', '--tsconfig', 'tsconfig.json', '--output', 'machine');
	expect(output).toMatch(/planted\.svelte.*toUpperCase/);
	expect(status).not.toBe(0);
	copy.remove();
});

test('the budgets refuse a heavy shell and a heavy chunk', () => {
	const copy = new Copy(['package.json', '.size-limit.js']);
	const noise = (bytes: number): string => `export default "${randomBytes(bytes).toString('base64')}";\n`;
	const link = (name: string): string => `<link href="./_app/immutable/${name}" rel="modulepreload">`;
	copy.plant('build/index.html', `${link('entry/a.js')}${link('entry/b.js')}`);
	copy.plant('build/_app/immutable/entry/a.js', 'import"../chunks/light.js";\n');
	copy.plant('build/_app/immutable/entry/b.js', 'import("../chunks/lazy.js");\n');
	copy.plant('build/_app/immutable/chunks/light.js', noise(60_000));
	copy.plant('build/_app/immutable/chunks/lazy.js', noise(100_000));
	expect(copy.run('size-limit').status).toBe(0);

	copy.plant('build/_app/immutable/chunks/light.js', noise(140_000));
	const shell = copy.run('size-limit');
	expect(shell.status).toBe(1);
	expect(shell.output).toMatch(/App shell\s+Package size limit has exceeded/);

	copy.plant('build/_app/immutable/chunks/light.js', noise(1000));
	copy.plant('build/_app/immutable/chunks/lazy.js', noise(180_000));
	expect(copy.run('size-limit').status).toBe(1);
	copy.remove();
});

test('the formatter refuses a file that it would write otherwise', () => {
	const copy = new Copy(['.prettierrc.json', 'package.json']);
	copy.plant('planted.ts', 'export const x = "1"\n');
	expect(copy.run('prettier', '--check', 'planted.ts').status).toBe(1);
	copy.remove();
});
