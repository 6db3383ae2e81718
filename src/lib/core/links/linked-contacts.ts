import { NO_CODE, stringAt, type Dictionary } from '../columns/dictionary.ts';
import type { Contact, MergedIds } from '../identity/types.ts';
import { coded, customersOfKeys, type LinkedReader } from './linked-reader.ts';

/** What a column of a linked table says of the customers, by which they may be told to be one. */
export interface LinkedContacts {
	readonly kind: 'phone' | 'email' | 'name';
	/** The table and the column. */
	readonly label: string;
	readonly contacts: readonly Contact[];
}

const kinds = { phone: 'phone', email: 'email', 'customer-name': 'name' } as const;

const kindOf = (role: string): LinkedContacts['kind'] | null =>
	role in kinds ? kinds[role as keyof typeof kinds] : null;

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
		for (const [at, { role, header, type }] of manifest.columns.entries()) {
			const kind = kindOf(role);
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
