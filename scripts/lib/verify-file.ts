import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportRecipe } from '../../src/lib/core/dataset/recipe.ts';
import { CoreError } from '../../src/lib/core/errors.ts';
import { importOrders } from '../../src/lib/import/index.ts';
import {
	readSnapshot,
	verifySnapshot,
	type Difference,
	type Verification
} from '../../src/lib/report/index.ts';
import { openFile } from './open-file.ts';

/**
 * Computes a snapshot again from the file that it was made of. `recipe` stands in for the snapshot's own, which holds no
 * cleaning steps.
 *
 * @throws CoreError
 */
export async function verifyFile(
	snapshotPath: string,
	path: string,
	recipe: ImportRecipe | null
): Promise<Verification> {
	const snapshot = readSnapshot(textOf(snapshotPath));
	const used = recipe ?? snapshot.dataset.recipe;
	const { table, fingerprint } = await importOrders(await openFile(path), basename(path), used);
	const dataset = { ...snapshot.dataset, recipe: used };
	return verifySnapshot({ ...snapshot, dataset }, { table, fingerprint }, async () => undefined);
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
