/** Writes the JSON Schemas of recipes, parameters, results and the analysis file into docs/schemas. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allSchemas, schemaText } from './lib/schemas.ts';

const folder = 'docs/schemas';
mkdirSync(folder, { recursive: true });
for (const [name, schema] of await allSchemas()) {
	writeFileSync(join(folder, name), await schemaText(schema));
	process.stdout.write(`${join(folder, name)}\n`);
}
