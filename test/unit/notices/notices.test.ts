import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noticesDocument, shippedPackages } from '../../../scripts/make-notices.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const packages = shippedPackages();

describe('the third-party notices', () => {
	test('name every package that ships with the version that is installed', () => {
		const listed = [...read('THIRD-PARTY-NOTICES.md').matchAll(/^\| (\S+) +\| (\d\S*) +\|/gm)].map(
			([, name, version]) => `${name} ${version}`
		);
		expect(listed).toEqual(packages.map(({ name, version }) => `${name} ${version}`));
	});

	test('are what the script would write today', async () => {
		expect(read('THIRD-PARTY-NOTICES.md')).toBe(await noticesDocument(packages));
	});

	test('hold every direct dependency and the runtime of the framework', () => {
		const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
		const names = packages.map(({ name }) => name);
		for (const name of [...Object.keys(dependencies), 'svelte', '@sveltejs/kit'])
			expect(names).toContain(name);
	});

	test('hold only licences that allow shipping under MIT, nearly all with their text', () => {
		for (const { name, license } of packages) {
			// Where a package offers a choice, MIT is taken.
			const taken = /^\(MIT OR [\w.-]+\)$/.test(license) ? 'MIT' : license;
			expect(
				['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause', 'BSD-2-Clause', '0BSD', 'CC0-1.0', '(MIT AND Zlib)'],
				name
			).toContain(taken);
		}
		expect(packages.filter(({ text }) => text === '').length / packages.length).toBeLessThan(0.2);
	});
});

describe('the licence of the project', () => {
	test('is MIT, as package.json says', () => {
		expect((JSON.parse(read('package.json')) as { license: string }).license).toBe('MIT');
		expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} Clientele contributors\n/);
	});
});
