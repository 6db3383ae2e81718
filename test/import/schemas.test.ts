import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSchemas, schemaText } from '../../scripts/lib/schemas.ts';

const schemas = await allSchemas();

describe('docs/schemas', () => {
	it.each([...schemas.keys()])('%s is what the code says (npm run schemas writes it)', async (name) => {
		const written = readFileSync(join('docs/schemas', name), 'utf8');
		expect(written).toBe(await schemaText(schemas.get(name) as object as Readonly<Record<string, unknown>>));
	});

	it('describes the recipe, the answer, and every method twice', () => {
		expect([...schemas.keys()].sort()).toEqual([
			...['analysis.schema.json', 'churn.params.schema.json', 'churn.result.schema.json'],
			...['contracts.params.schema.json', 'contracts.result.schema.json'],
			...['contribution.params.schema.json', 'contribution.result.schema.json'],
			...['findings.params.schema.json', 'findings.result.schema.json'],
			...['lifecycle.params.schema.json', 'lifecycle.result.schema.json'],
			...['migration.params.schema.json', 'migration.result.schema.json'],
			...['origins.params.schema.json', 'origins.result.schema.json'],
			...['overview.params.schema.json', 'overview.result.schema.json', 'recipe.schema.json'],
			...['retention.params.schema.json', 'retention.result.schema.json'],
			...['rfm.params.schema.json', 'rfm.result.schema.json'],
			...['table-recipe.schema.json', 'value.params.schema.json', 'value.result.schema.json']
		]);
	});
});
