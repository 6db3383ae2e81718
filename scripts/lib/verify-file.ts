import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportRecipe } from '../../src/lib/core/dataset/recipe.ts';
import { CoreError } from '../../src/lib/core/errors.ts';
import { importOrders, importTable, readAgain } from '../../src/lib/import/index.ts';
import {
	readSnapshot,
	verifySnapshot,
	type Difference,
	type Verification
} from '../../src/lib/report/index.ts';
import { openFile } from './open-file.ts';

/**
 * Computes a snapshot again from the files that it was made of. `recipe` stands in for the snapshot's own, where that is
 * without its cleaning steps.
 *
 * @throws CoreError
 */
export async function verifyFile(
	snapshotPath: string,
	paths: readonly string[],
	recipe: ImportRecipe | null
): Promise<Verification> {
	const snapshot = readSnapshot(textOf(snapshotPath));
	const { stepsWithheld: _, ...whole } = snapshot;
	const used = recipe === null ? snapshot : { ...whole, dataset: { ...snapshot.dataset, recipe } };
	const files = await Promise.all(
		paths.map(async (path) => ({ name: basename(path), content: await openFile(path) }))
	);
	const read = await readAgain(used, files, { orders: importOrders, table: importTable });
	return verifySnapshot(used, read, async () => undefined);
}

function textOf(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (cause) {
		throw new CoreError('file-unreadable', { file: basename(path) }, { cause });
	}
}

/** A difference as one line: where, then both values. */
export function differenceLine({ method, table, row, head, column, saved, found }: Difference): string {
	const place = [table, head === '' ? (row === 0 ? '' : `#${row}`) : head, column]
		.filter(Boolean)
		.join(' / ');
	return `${method}: ${place}: ${saved ?? '–'} → ${found ?? '–'}`;
}
