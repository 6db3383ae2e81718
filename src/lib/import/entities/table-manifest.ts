import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import type { TableComparison } from '#lib/core/dataset/append/types.ts';
import { NO_DAY, type EntityColumn, type EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { TableRecipe } from '#lib/core/dataset/recipe.ts';
import { tableSourcesOf } from '#lib/core/dataset/sources.ts';
import type {
	StoredColumn,
	TableManifest,
	TableSource,
	TableTotals
} from '#lib/core/dataset/table-manifest.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { hexOf, type Sha256 } from '#lib/core/result/provenance.ts';
import type { ManifestFacts } from '../manifest.ts';
import type { ImportedTable } from './import-table.ts';

/** What the caller knows of a table and its import does not. */
export type TableFacts = Omit<ManifestFacts, 'recipe'> & { readonly recipe: TableRecipe };

/** The manifest of an imported table. */
export function tableManifestOf(
	{ table, totals, fingerprint, rejects }: Omit<ImportedTable, 'issues'>,
	facts: TableFacts
): TableManifest {
	return {
		...facts,
		entity: table.entity,
		fingerprint,
		totals,
		rows: table.rows,
		columns: table.columns.map((column) => tableColumn(column, table.rows)),
		currency: table.currency,
		rejectsBytes: rejects.length
	};
}

/** What came of adding a file to a table. */
export interface AppendedTableFile {
	readonly imported: ImportedTable;
	readonly comparison: TableComparison;
	/** Of the file and of what was there, as one. */
	readonly table: EntityTable;
	readonly totals: TableTotals;
	readonly rejects: Uint8Array;
}

/** The manifest of a table that a file was added to, with the fingerprint of all its files. */
export async function appendedTableManifest(
	former: TableManifest,
	{ imported, comparison, table, totals, rejects }: AppendedTableFile,
	facts: TableFacts,
	sha256: Sha256
): Promise<TableManifest> {
	const { file, recipe, changedAt: importedAt = facts.importedAt } = facts;
	const { fingerprint: own } = imported;
	const sources = [...tableSourcesOf(former), { file, fingerprint: own, recipe, importedAt, comparison }];
	const fingerprint = await fingerprintOfSources(sources, sha256);
	return {
		...tableManifestOf({ table, totals, rejects, fingerprint }, { ...facts, name: former.name }),
		sources
	};
}

/**
 * SHA-256 over the files of a table and their recipes in canonical JSON. Their order counts: a newer row takes the place of
 * an older one.
 */
export async function fingerprintOfSources(
	sources: readonly Pick<TableSource, 'fingerprint' | 'recipe'>[],
	sha256: Sha256
): Promise<string> {
	const inputs = sources.map(({ fingerprint, recipe }) => ({ fingerprint, recipe }));
	return hexOf(new Uint8Array(await sha256(new TextEncoder().encode(canonicalJson(inputs)))));
}

function tableColumn(column: EntityColumn, rows: number): StoredColumn {
	const { header, role, type } = column;
	let filled = 0;
	for (let row = 0; row < rows; row++) if (isFilled(column, row)) filled++;
	return {
		header,
		role,
		type,
		filled,
		distinct: type === 'key' || type === 'category' ? column.dictionary.size : null
	};
}

function isFilled(column: EntityColumn, row: number): boolean {
	switch (column.type) {
		case 'key':
		case 'category':
			return column.codes[row] !== NO_CODE;
		case 'text':
			return column.text.offsets[row + 1] !== column.text.offsets[row];
		case 'date':
			return column.day[row] !== NO_DAY;
		default:
			return !Number.isNaN(column.values[row]);
	}
}
