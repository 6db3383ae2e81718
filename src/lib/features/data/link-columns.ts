import {
	isTableManifest,
	ORDER_CUSTOMERS,
	type DatasetManifest,
	type StoredManifest
} from '#lib/api/index.ts';

/** A column that a table can be linked by. */
export interface LinkableColumn {
	readonly index: number;
	readonly header: string;
}

/** The columns of a table or dataset that name things. */
export function linkableColumns(manifest: StoredManifest): readonly LinkableColumn[] {
	if (isTableManifest(manifest)) {
		return manifest.columns.flatMap(({ header, type }, index) =>
			type === 'key' || type === 'category' ? [{ index, header }] : []
		);
	}
	return [
		{ index: ORDER_CUSTOMERS, header: customerHeader(manifest) },
		...manifest.attributes.map((header, index) => ({ index, header }))
	];
}

/** The header of a column that a link names. */
export function columnHeader(manifest: StoredManifest, index: number | null): string {
	return linkableColumns(manifest).find((column) => column.index === index)?.header ?? '';
}

const customerHeader = ({ recipe }: DatasetManifest): string =>
	recipe.columns.find(({ role }) => role === 'customer')?.header ?? '';
