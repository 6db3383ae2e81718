import { linkVersion } from '#lib/core/links/link-versions.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import { keptName } from '#lib/core/dataset/recipe.ts';
import { ORDER_CUSTOMERS } from '#lib/core/dataset/link.ts';
import {
	isTableManifest,
	type StoredManifest,
	type TableManifest
} from '#lib/core/dataset/table-manifest.ts';
import type { LinkColumn, LinkSide } from '#lib/core/links/find-link.ts';
import { CoreError } from '#lib/core/errors.ts';
import {
	currentVersion,
	loadAttribute,
	loadCustomers,
	loadEntityTable,
	type Connection
} from '#lib/storage/index.ts';

/** A stored table as links see it: its columns of keys and categories, each read when it is asked for. */
export function sideOf(connection: Connection, manifest: StoredManifest): LinkSide {
	return isTableManifest(manifest) ? tableSide(connection, manifest) : orderSide(connection, manifest);
}

function tableSide(connection: Connection, manifest: TableManifest): LinkSide {
	const { id, entity, columns } = manifest;
	return {
		id,
		version: linkVersion(manifest),
		entity,
		columns: columns.flatMap(({ header, role, type, distinct }, index): LinkColumn[] => {
			if ((type !== 'key' && type !== 'category') || distinct === 0) return [];
			const load = async () => {
				const { table } = await connection.use((database) => loadEntityTable(database, id, [index]));
				const [column] = table.columns;
				if (column?.type !== 'key' && column?.type !== 'category')
					throw new CoreError('internal', { reason: 'column-not-coded' });
				return column;
			};
			return [{ index, header, role, load }];
		})
	};
}

function orderSide(connection: Connection, manifest: DatasetManifest): LinkSide {
	const { id, recipe, attributes } = manifest;
	const planOf = (role: string) => recipe.columns.find((plan) => plan.role === role);
	const customers: LinkColumn = {
		index: ORDER_CUSTOMERS,
		header: planOf('customer')?.header ?? '',
		role: 'customer',
		load: () => connection.use((database) => loadCustomers(database, id))
	};
	const product = planOf('product');
	const products = product && keptName(product);
	const others = attributes.map((header, index): LinkColumn => {
		const load = async () => {
			const column = await connection.use(async (database) =>
				loadAttribute(database, await currentVersion(database, id), header)
			);
			if (column === null) throw new CoreError('storage-not-found');
			return column;
		};
		return { index, header, role: header === products ? 'product' : null, load };
	});
	return { id, version: linkVersion(manifest), entity: 'order', columns: [customers, ...others] };
}
