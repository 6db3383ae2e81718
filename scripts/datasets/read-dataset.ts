import { openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { isTableInspection, type AnyInspection } from '../../src/lib/core/dataset/inspection.ts';
import type { EntityKind } from '../../src/lib/core/dataset/entities.ts';
import { isGrid, type ReadAs, type SourceFormat } from '../../src/lib/core/dataset/recipe.ts';
import { importOrders, importTable, inspectFile } from '../../src/lib/import/index.ts';
import { corrections, type Correction } from './corrections.ts';
import { orderFacts, tableFacts, type Facts } from './facts.ts';

/** What the import made of a file, by itself and then with the corrections that are declared for it. */
export interface ReadDataset {
	readonly path: string;
	/** What the file was taken for without help, and what it was read as in the end. */
	readonly found: EntityKind;
	readonly entity: EntityKind;
	readonly corrections: readonly Correction[];
	/** What each column of the file means, and its type; orders have roles alone. */
	readonly columns: readonly { readonly header: string; readonly means: string }[];
	readonly facts: Facts;
}

const entityOf = (inspection: AnyInspection): EntityKind =>
	isTableInspection(inspection) ? inspection.recipe.entity : 'order';

/**
 * Reads a file of the data folder as the application does.
 *
 * @throws CoreError those of `inspectFile`, `importOrders` and `importTable`
 */
export async function readDataset(folder: string, path: string): Promise<ReadDataset> {
	const file = await openAsBlob(join(folder, path));
	const name = basename(path);
	let inspection = await inspectFile(file, name, null);
	const found = entityOf(inspection);
	const corrected = corrections[path] ?? [];
	for (const correction of corrected)
		inspection = await inspectFile(file, name, askFor(correction, inspection.recipe.source));
	const common = { path, found, entity: entityOf(inspection), corrections: corrected };
	if (isTableInspection(inspection)) {
		const { recipe } = inspection;
		const { table, totals } = await importTable(file, name, recipe);
		const columns = recipe.columns.map(({ header, role, type }) => ({
			header,
			means: role === 'ignore' ? role : `${role} ${type}`
		}));
		return { ...common, columns, facts: tableFacts(table, totals) };
	}
	const { recipe } = inspection;
	const { table, totals } = await importOrders(file, name, recipe);
	const columns = recipe.columns.map(({ header, role }) => ({ header, means: role }));
	return { ...common, columns, facts: orderFacts(table, totals) };
}

/** A correction as what the review asks the import for. */
function askFor(correction: Correction, source: SourceFormat): ReadAs {
	if (correction.kind === 'read-as') return { entity: correction.entity, source };
	if (isGrid(source)) throw new Error('only text has lines');
	return { entity: 'order-line', source: { ...source, header: false, baskets: true } };
}
