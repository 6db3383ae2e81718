import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { examplesOf, runExample } from '../../support/examples.ts';

// Entry files start a worker when they are loaded; they hold no example.
const modules = import.meta.glob<Record<string, unknown>>([
	'../../../workers/**/*.ts',
	'!../../../workers/*.worker.ts'
]);

describe('examples in the docstrings of workers', () => {
	const examples = Object.keys(modules).flatMap((key) => {
		const path = key.replace('../../../', '');
		return examplesOf(path, readFileSync(path, 'utf8')).map((example) => ({ key, path, ...example }));
	});

	test('there are some', () => {
		expect(examples.length).toBeGreaterThan(2);
	});

	test.each(examples)('$path:$line, $name, gives what it says', async ({ key, code }) => {
		const scope = await modules[key]?.();
		const claims = await runExample(code, scope ?? {});
		expect(claims.length).toBeGreaterThan(0);
		for (const { expression, actual, expected } of claims) expect(actual, expression).toEqual(expected);
	});
});
