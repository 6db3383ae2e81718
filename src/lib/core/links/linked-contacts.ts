import { NO_CODE, stringAt, type Dictionary } from '../columns/dictionary.ts';
import type { Contact, MergedIds } from '../identity/types.ts';
import type { EntityRole, TableEntity } from '../dataset/entities.ts';
import { typeOfRole } from '../dataset/entity-specs.ts';
import { coded, customersOfKeys, type LinkedReader } from './linked-reader.ts';

/** What a column of a linked table says of the customers, by which they may be told to be one. */
export interface LinkedContacts {
	readonly kind: 'phone' | 'email' | 'name';
	/** The table and the column. */
	readonly label: string;
	readonly contacts: readonly Contact[];
}

const kinds = { phone: 'phone', email: 'email', 'customer-name': 'name' } as const;

/** What names the customer of a row, or how to reach them; a link may go by any of these. */
const ofCustomers: readonly string[] = ['customer', ...Object.keys(kinds)];

/**
 * What a column of a table says of its customers; null for nothing. In a table of whatever else the phone may be a supplier's, and in
 * one of owners it is the owner's.
 */
function kindOf(entity: TableEntity, role: EntityRole): LinkedContacts['kind'] | null {
	if (entity === 'owner' || typeOfRole(entity, role) === null) return null;
	return role in kinds ? kinds[role as keyof typeof kinds] : null;
}

/**
 * The phone numbers, e-mail addresses and names that linked tables have of the customers, column by column; each is read and let
 * go. Linear in the rows of the tables.
 */
export async function linkedContacts(
	{ tables, load, match }: LinkedReader,
	customers: Dictionary,
	merged: readonly MergedIds[]
): Promise<LinkedContacts[]> {
	const found: LinkedContacts[] = [];
	for (const { manifest, column: key } of tables) {
		// Linked by something else, such as who referred them, a row is about another customer than it meets.
		if (!ofCustomers.includes(manifest.columns[key]?.role ?? '')) continue;
		for (const [at, { role, header, type }] of manifest.columns.entries()) {
			const kind = kindOf(manifest.entity, role);
			if (kind === null || at === key || (type !== 'key' && type !== 'category')) continue;
			const wanted = [key, at].sort((a, b) => a - b);
			const { columns, rows } = await load(manifest.id, wanted);
			const keys = coded(columns[wanted.indexOf(key)]);
			const values = coded(columns[wanted.indexOf(at)]);
			const whoOf = await customersOfKeys(keys.dictionary, customers, merged, match);
			const contacts: Contact[] = [];
			for (let row = 0; row < rows; row++) {
				const [entry, code] = [keys.codes[row] as number, values.codes[row] as number];
				const customer = entry === NO_CODE ? NO_CODE : (whoOf[entry] as number);
				if (customer === NO_CODE || code === NO_CODE) continue;
				contacts.push({ customer, value: stringAt(values.dictionary, code) });
			}
			found.push({ kind, label: `${manifest.name}: ${header}`, contacts });
		}
	}
	return found;
}
