import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/lib/i18n/locales.ts';
import { existsSync, filesBelow } from './files.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const sources = ['src', 'workers', 'scripts', 'test'].flatMap(filesBelow);

describe('a method ships whole', () => {
	const methods = [
		...new Set(
			filesBelow('src/lib/core/methods')
				.map((file) => /methods\/([^/]+)\//.exec(file)?.[1])
				.filter((id) => id !== undefined)
		)
	];
	const tests = filesBelow('test').filter((file) => file.endsWith('.test.ts'));

	test('there are methods', () => {
		expect(methods.length).toBeGreaterThanOrEqual(4);
	});

	test.each(methods)('%s has a definition, parameters, types and a line in the registry', (id) => {
		const folder = filesBelow(`src/lib/core/methods/${id}`);
		for (const name of ['definition.ts', 'params.ts', 'types.ts']) {
			expect(folder).toContain(`src/lib/core/methods/${id}/${name}`);
		}
		expect(read('src/lib/core/methods/registry.ts')).toContain(`'./${id}/`);
	});

	test.each(methods.flatMap((id) => ['unit', 'property', 'oracle'].map((kind) => [id, kind] as const)))(
		'%s has a test of the kind %s',
		(id, kind) => {
			const found = tests.filter(
				(file) => file.startsWith(`test/${kind}/`) && file.split(/[/.]/).includes(id)
			);
			expect(found).not.toEqual([]);
		}
	);

	test.each(methods)('%s has a page in docs/methods', (id) => {
		expect(existsSync(`docs/methods/${id}.md`)).toBe(true);
	});
});

describe('files', () => {
	test('have names in kebab case, but for those that a tool names', () => {
		const odd = sources
			.map((file) => file.slice(file.lastIndexOf('/') + 1))
			.filter((name) => /\.(ts|js|cjs|svelte)$/.test(name))
			.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name) && !name.startsWith('+'));
		expect(odd).toEqual([]);
	});

	test('name tests by sentences about behaviour, without "should"', () => {
		const odd = sources
			.filter((file) => file.startsWith('test/') && file.endsWith('.test.ts'))
			.filter((file) => /\b(test|it|describe)(\.\w+)*\(\s*['"`][^'"`]*\bshould\b/.test(read(file)));
		expect(odd).toEqual([]);
	});

	test('hold no test that runs alone or waits to be written', () => {
		const odd = sources
			.filter((file) => file.startsWith('test/') && file.endsWith('.test.ts'))
			.filter((file) => /\b(test|it|describe)\.(only|todo|fixme)\b/.test(read(file)));
		expect(odd).toEqual([]);
	});
});

describe('the languages', () => {
	test('have the same files', () => {
		const [first, ...rest] = locales.map((locale) =>
			filesBelow(`src/lib/i18n/${locale}`).map((file) => file.split('/').at(-1))
		);
		for (const names of rest) expect(names).toEqual(first);
	});
});

describe('the package', () => {
	interface Manifest {
		readonly dependencies: Readonly<Record<string, string>>;
		readonly devDependencies: Readonly<Record<string, string>>;
		readonly scripts: Readonly<Record<string, string>>;
	}
	const manifest = JSON.parse(read('package.json')) as Manifest;

	test('pins every version exactly', () => {
		const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
		expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
	});

	test('has a lock file that names no registry', () => {
		expect(read('package-lock.json')).not.toMatch(/"resolved"/);
	});

	test('has a script file behind every script', () => {
		const files = Object.values(manifest.scripts).flatMap(
			(script) => script.match(/scripts\/[\w/.-]+\.ts/g) ?? []
		);
		expect(files.filter((file) => !existsSync(file))).toEqual([]);
		expect(files.length).toBeGreaterThan(4);
	});
});
