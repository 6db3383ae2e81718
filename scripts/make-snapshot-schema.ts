/** Writes docs/schemas/snapshot.schema.json and snapshot-rows.schema.json from the schemas by which snapshots are checked. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { toJsonSchema } from '@valibot/to-json-schema';
import { rowsFileSchema } from '../src/lib/report/rows/rows-schema.ts';
import { snapshotFileSchema } from '../src/lib/report/snapshot/schema.ts';

/** The form of a snapshot file as JSON Schema, with words for what a schema cannot say. */
export function snapshotJsonSchema(): Record<string, unknown> {
	const { $schema, ...schema } = toJsonSchema(snapshotFileSchema, {
		target: 'draft-2020-12',
		ignoreActions: ['finite', 'check']
	});
	return {
		$schema,
		title: 'Clientele snapshot',
		description:
			'Findings without the data: see docs/snapshot-format.md. `checksum` is the SHA-256 over the canonical JSON of `body`.',
		...schema
	};
}

/** The form of `rows.json`, which stands beside a snapshot that carries its rows. */
export function rowsJsonSchema(): Record<string, unknown> {
	const { $schema, ...schema } = toJsonSchema(rowsFileSchema, {
		target: 'draft-2020-12',
		ignoreActions: ['finite', 'check']
	});
	return {
		$schema,
		title: 'Clientele snapshot: its rows',
		description:
			'How the rows beside a snapshot are held: see docs/snapshot-format.md. `checksum` is the SHA-256 over the canonical JSON of `body`.',
		...schema
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const [name, schema] of [
		['snapshot', snapshotJsonSchema()],
		['snapshot-rows', rowsJsonSchema()]
	] as const) {
		const target = fileURLToPath(new URL(`../docs/schemas/${name}.schema.json`, import.meta.url));
		const config = await resolveConfig(target);
		writeFileSync(target, await format(JSON.stringify(schema), { ...config, parser: 'json' }));
	}
}
