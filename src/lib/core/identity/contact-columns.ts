import { stringAt, NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import type { AttributeColumn, OrderTable } from '../dataset/order-table.ts';
import { emailKey, phoneKey } from './normalise.ts';
import type { Contact } from './types.ts';

export type ContactKind = 'phone' | 'email';

/** Values that are looked at, spread over the column. */
const SAMPLE = 200;
const phoneHeader = /phone|\btel|mobile|cell|whatsapp|手机|手機|电话|電話|联系方式|联系号码/iu;
/** Numbers that can be nothing but phone numbers: with a country, or Chinese mobile ones. */
const plainPhone = /^(?:\+\d{8,}|1[3-9]\d{9})$/;

/**
 * Whether a column holds phone numbers or e-mail addresses, by its values and its header. Numbers count as phones where the
 * header says so, or where nearly all of them are of a form that only phones have: order numbers have eleven digits too.
 *
 * @example
 * const phones = { size: 2, bytes: new TextEncoder().encode('1380013800013900139000'), offsets: Uint32Array.of(0, 11, 22) };
 * contactKind('Column 7', phones) // => 'phone'
 * contactKind('Channel', { size: 1, bytes: new TextEncoder().encode('web'), offsets: Uint32Array.of(0, 3) }) // => null
 */
export function contactKind(header: string, values: Dictionary): ContactKind | null {
	const step = Math.max(1, Math.floor(values.size / SAMPLE));
	let [seen, emails, phones, plain] = [0, 0, 0, 0];
	for (let code = 0; code < values.size; code += step) {
		const text = stringAt(values, code);
		seen++;
		if (emailKey(text) !== '') emails++;
		const phone = phoneKey(text);
		if (phone !== '') phones++;
		if (plainPhone.test(phone)) plain++;
	}
	if (seen === 0) return null;
	if (emails >= 0.6 * seen) return 'email';
	const says = phoneHeader.test(header);
	return (says && phones >= 0.5 * seen) || plain >= 0.9 * seen ? 'phone' : null;
}

/** The different values that each customer has in a column. Linear in rows. */
export function contactsIn(
	{ rows, customer }: Pick<OrderTable, 'rows' | 'customer'>,
	{ codes, dictionary }: AttributeColumn
): Contact[] {
	// Rows of a customer stand together: a value belongs to the last customer that it was seen with.
	const lastOf = new Uint32Array(dictionary.size).fill(NO_CODE);
	const contacts: Contact[] = [];
	for (let row = 0; row < rows; row++) {
		const [who, code] = [customer[row] as number, codes[row] as number];
		if (who === NO_CODE || code === NO_CODE || lastOf[code] === who) continue;
		lastOf[code] = who;
		contacts.push({ customer: who, value: stringAt(dictionary, code) });
	}
	return contacts;
}
