import type { LinkedAttribute } from '../dataset/link.ts';
import type { LinkedTable } from './linked-reader.ts';

/** More values than this are not something to cut by. */
const MOST_VALUES = 1_000;

/** Roles that say who somebody is and not what somebody is like. */
const personal: ReadonlySet<string> = new Set(['customer', 'customer-name', 'phone', 'email', 'record']);

/** Entities whose rows say what a customer is like. */
export const describing: ReadonlySet<string> = new Set(['customer', 'membership']);

/** What a linked table says of customers that they can be told apart by. */
export function attributesOf({ manifest }: LinkedTable): LinkedAttribute[] {
	if (!describing.has(manifest.entity)) return [];
	return manifest.columns.flatMap(({ header, role, type, distinct }, column): LinkedAttribute[] => {
		if ((type !== 'key' && type !== 'category') || personal.has(role)) return [];
		if (distinct === null || distinct < 2 || distinct > MOST_VALUES) return [];
		return [{ name: `${manifest.name} / ${header}`, table: manifest.id, column }];
	});
}
