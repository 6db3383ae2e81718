import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import { RowKind, type OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
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
export function manifestOf(imported: ImportedOrders, facts: ManifestFacts): DatasetManifest {
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

function dayRange(table: OrderTable): { firstDay: number; lastDay: number } {
	const sales = rangeOf(table, (kind) => kind === RowKind.SALE);
	return sales ?? rangeOf(table, () => true) ?? { firstDay: 0, lastDay: 0 };
}

function rangeOf(table: OrderTable, counts: (kind: number) => boolean) {
	let firstDay = Infinity;
	let lastDay = -Infinity;
	for (let row = 0; row < table.rows; row++) {
		if (!counts(table.kind[row] as number)) continue;
		const day = table.day[row] as number;
		if (day < firstDay) firstDay = day;
		if (day > lastDay) lastDay = day;
	}
	return lastDay === -Infinity ? null : { firstDay, lastDay };
}
