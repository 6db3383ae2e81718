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
import { isCoded } from '../../src/lib/core/dataset/workspace.ts';
import { isRowsFile } from '../../src/lib/report/rows/is-rows-file.ts';
import { readRows, type ReadRows } from '../../src/lib/report/rows/read-rows.ts';
import { ORDERS } from '../../src/lib/report/rows/rows-schema.ts';
import { verifyRows } from '../../src/lib/report/rows/verify-rows.ts';
import { openFile } from './open-file.ts';

/**
 * Computes a snapshot again from the files that it was made of; one that came with its rows from these, where no file is given. `recipe` stands in for the snapshot's own, where that is
 * without its cleaning steps.
 *
 * @throws CoreError
 */
export async function verifyFile(
	snapshotPath: string,
	paths: readonly string[],
	recipe: ImportRecipe | null
): Promise<Verification> {
	const bytes = bytesOf(snapshotPath);
	const rows = isRowsFile(bytes) ? await readRows(bytes, async () => undefined) : null;
	if (rows !== null && paths.length === 0) return verifyOwnRows(rows);
	const snapshot = rows?.snapshot ?? readSnapshot(new TextDecoder().decode(bytes));
	const { stepsWithheld: _, ...whole } = snapshot;
	const used = recipe === null ? snapshot : { ...whole, dataset: { ...snapshot.dataset, recipe } };
	const files = await Promise.all(
		paths.map(async (path) => ({ name: basename(path), content: await openFile(path) }))
	);
	const read = await readAgain(used, files, { orders: importOrders, table: importTable });
	return verifySnapshot(used, read, async () => undefined);
}

/** A snapshot from the rows that it came with. */
async function verifyOwnRows(read: ReadRows): Promise<Verification> {
	const { snapshot, body, orders, manifest } = read;
	const linked = body.links.map(({ from, fromColumn, toColumn, to }) => {
		const at = from === ORDERS ? to : from;
		const [told, table] = [body.tables[at]?.manifest, read.tables[at]];
		if (told === undefined || table === undefined)
			throw new CoreError('snapshot-invalid', { at: 'rows.links' });
		return {
			manifest: { ...told, id: `table ${at}` },
			column: from === ORDERS ? toColumn : fromColumn,
			table
		};
	});
	const verified = await verifyRows(
		snapshot,
		{
			...{ manifest, orders, linked, refunds: snapshot.refunds, merged: body.same.merged },
			coded: isCoded(body),
			rules: body.rules
		},
		async () => undefined
	);
	return { ...verified, hidden: 0, sameFile: true, otherVersions: [] };
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
	try {
		return new Uint8Array(readFileSync(path));
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
