import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { inspect } from '#lib/import/index.ts';
import { assemble } from '../../../scripts/lib/assemble.ts';
import { byteFeed, digest, outcome } from '../../support/feeds.ts';
import { fileOf } from '../../support/import.ts';

it('The code that is kept is what assembly/ compiles to: `npm run assembly`', () => {
	expect(assemble()).toBe(readFileSync('src/lib/import/bytes/assembly-code.ts', 'utf8'));
});

it('Where code may not be compiled, files are read by their text, and give the same', async () => {
	const file = fileOf('order,customer,date,amount\n1,a,2024-01-05 10:11:12,10\n2,"b",2024-01-06,11.50\n');
	const { recipe } = await inspect(file, 'x', null);
	const expected = await outcome(file, recipe, byteFeed);
	const refuse = vi.fn(function () {
		throw new Error('refused by the policy');
	});
	vi.stubGlobal('WebAssembly', { ...WebAssembly, Module: refuse });
	vi.resetModules();
	const { importOrders } = await import('#lib/import/index.ts');
	const found = await importOrders(file, 'x', recipe);
	vi.unstubAllGlobals();
	vi.resetModules();
	expect(refuse).toHaveBeenCalled();
	expect(digest(found)).toBe(digest(expected));
});
