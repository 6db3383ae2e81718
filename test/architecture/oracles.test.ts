import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { methodIds } from '../../src/lib/core/methods/registry.ts';
import { methodOf, oracleClaims, oraclePage, structureOf } from '../../scripts/lib/oracle-table.ts';

const claims = oracleClaims();
const page = readFileSync('docs/methods/oracles.md', 'utf8');

test('the table of oracles lists what the tests compare (npm run oracle-table writes it)', () => {
	expect(structureOf(page)).toEqual(structureOf(oraclePage(claims, null)));
});

test('every method has a place in the table', () => {
	const told = new Set(claims.map(({ file }) => methodOf(file)));
	expect(methodIds.filter((id) => !told.has(id))).toEqual([]);
});

test('no comparison failed or was left out when the table was written', () => {
	expect(page).not.toMatch(/fail\*\*|\| not run/);
});
