import type { ChangedRule, Comparison } from '#lib/core/dataset/append/types.ts';
import type { ControlTotals } from '#lib/core/dataset/control-totals.ts';
import { dayRange } from '#lib/core/dataset/day-range.ts';
import type { DatasetManifest, DatasetSource } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { provenanceInputs, sourcesOf } from '#lib/core/dataset/sources.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { hexOf, type Sha256 } from '#lib/core/result/provenance.ts';
import type { ImportedOrders } from './import-orders.ts';

/** What the caller knows of a dataset and the import does not. */
export interface ManifestFacts {
	readonly id: string;
	readonly workspaceId: string;
	readonly name: string;
	readonly file: { readonly name: string; readonly size: number };
	readonly recipe: ImportRecipe;
	/** Milliseconds since 1970-01-01 UTC. */
	readonly importedAt: number;
	readonly changedAt?: number;
}

/** The manifest of an import. First and last day are those of its sales; of all rows when it has none. */
export function manifestOf(
	imported: Omit<ImportedOrders, 'issues' | 'groups'>,
	facts: ManifestFacts
): DatasetManifest {
	const { table, totals, fingerprint, rejects } = imported;
	return {
		...facts,
		fingerprint,
		totals,
		customers: table.customers.size,
		orders: table.orders?.size ?? null,
		...dayRange(table),
		scale: table.scale,
		currency: table.currency,
		hasTimeOfDay: table.instant !== null,
		attributes: table.attributes.map((attribute) => attribute.header),
		rejectsBytes: rejects.length
	};
}

/** What came of adding a file to a dataset. */
export interface AppendedFile {
	readonly imported: ImportedOrders;
	readonly comparison: Comparison;
	readonly rule: ChangedRule;
	/** Of the file and of what was there, as one. */
	readonly table: OrderTable;
	readonly totals: ControlTotals;
	readonly rejects: Uint8Array;
}

/**
 * The manifest of a dataset that a file was added to. Its fingerprint is the SHA-256 over its inputs in canonical JSON,
 * see docs/methods/provenance.md.
 */
export async function appendedManifest(
	former: DatasetManifest,
	appended: AppendedFile,
	facts: ManifestFacts & { readonly changedAt: number },
	sha256: Sha256
): Promise<DatasetManifest> {
	const { imported, comparison, rule, table, totals, rejects } = appended;
	const { file, recipe, changedAt } = facts;
	const source: DatasetSource = {
		file,
		fingerprint: imported.fingerprint,
		recipe,
		totals: imported.totals,
		scale: imported.table.scale,
		importedAt: changedAt,
		recognised: comparison.recognised.rows,
		added: imported.table.rows - comparison.recognised.rows,
		...(comparison.ordered && { rule, chosen: comparison.changed.orders > 0 })
	};
	const sources = [...sourcesOf(former), source];
	const inputs = new TextEncoder().encode(canonicalJson(provenanceInputs(sources)));
	const fingerprint = hexOf(new Uint8Array(await sha256(inputs)));
	return {
		...manifestOf({ table, totals, rejects, fingerprint }, { ...facts, name: former.name }),
		sources
	};
}
