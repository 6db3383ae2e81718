/** Writes docs/schemas/snapshot.schema.json from the schema by which snapshots are checked. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { toJsonSchema } from '@valibot/to-json-schema';
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

const target = fileURLToPath(new URL('../docs/schemas/snapshot.schema.json', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const config = await resolveConfig(target);
	writeFileSync(target, await format(JSON.stringify(snapshotJsonSchema()), { ...config, parser: 'json' }));
}
