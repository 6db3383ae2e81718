import type { NamedRole } from './header-names.ts';
import { plainName } from './synonyms.ts';

/** Exports in which a header means something else than elsewhere: known by other headers beside it. */
const knownExports: readonly {
	readonly by: readonly string[];
	readonly roles: Readonly<Record<string, NamedRole>>;
}[] = [
	// Amazon's order reports: all amounts are of the whole line, whatever its quantity.
	{ by: ['amazonorderid', 'itemprice'], roles: { itemprice: 'amount', amazonorderid: 'order' } },
	{ by: ['orderitemid', 'itemprice', 'itemtax'], roles: { itemprice: 'amount' } },
	// PrestaShop's list of orders, in French and Spanish.
	{ by: ['reference', 'paiement', 'etat'], roles: { reference: 'order' } },
	{ by: ['referencia', 'pago', 'estado'], roles: { referencia: 'order', estado: 'status' } },
	// Shopify's orders are named #1001.
	{
		by: ['financialstatus', 'lineitemname'],
		roles: { name: 'order', createdat: 'date', lineitemprice: 'price', lineitemquantity: 'quantity' }
	}
];

/**
 * The roles that headers have because of the other headers of their file, by place.
 *
 * @example
 * rolesInExport(['amazon-order-id', 'quantity', 'item-price']).get(2) // => 'amount'
 * rolesInExport(['Order ID', 'Quantity', 'Item Price']).size // => 0
 */
export function rolesInExport(headers: readonly string[]): ReadonlyMap<number, NamedRole> {
	const names = headers.map(plainName);
	const found = new Map<number, NamedRole>();
	for (const { by, roles } of knownExports) {
		if (!by.every((name) => names.includes(name))) continue;
		names.forEach((name, place) => {
			const role = roles[name];
			if (role !== undefined) found.set(place, role);
		});
	}
	return found;
}
