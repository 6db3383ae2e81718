import { NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import type { ColumnProfile } from '../dataset/column-profile.ts';
import type { OrderTable } from '../dataset/order-table.ts';
import type { ColumnRole } from '../dataset/recipe.ts';
import { profileNumbers } from './profile-numbers.ts';
import { profileTexts } from './profile-texts.ts';

/**
 * Describes every stored column of an order table over all of its rows, those set aside included: how many are empty,
 * what is most frequent, how numbers and days are spread and what lies far out. Does not depend on the order of the rows.
 * Time of a sort per column of numbers, of a pass per column of texts.
 */
export function profileTable(table: OrderTable): ColumnProfile[] {
	const { rows } = table;
	const texts = (
		role: ColumnRole,
		header: string | null,
		codes: Uint32Array,
		of: Dictionary
	): ColumnProfile => {
		let missing = 0;
		for (let row = 0; row < rows; row++) if (codes[row] === NO_CODE) missing++;
		return { role, header, rows, missing, values: profileTexts(codes, of) };
	};
	const profiles: ColumnProfile[] = [texts('customer', null, table.customer, table.customers)];
	if (table.names !== null) {
		const { codes, dictionary } = table.names;
		// Names are kept per customer; a row has the name of its customer.
		const perRow = table.customer.map((who) => (who === NO_CODE ? NO_CODE : (codes[who] as number)));
		profiles.push(texts('customer-name', null, perRow, dictionary));
	}
	if (table.order !== null && table.orders !== null) {
		profiles.push(texts('order', null, table.order, table.orders));
	}
	profiles.push(
		{ role: 'date', header: null, rows, missing: 0, values: profileNumbers(table.day, 'day') },
		{ role: 'amount', header: null, rows, missing: 0, values: profileNumbers(table.amount, 'money') }
	);
	const numbers = (role: ColumnRole, values: Float64Array, form: 'money' | 'number'): ColumnProfile => {
		let missing = 0;
		for (let row = 0; row < rows; row++) if (Number.isNaN(values[row])) missing++;
		return { role, header: null, rows, missing, values: profileNumbers(values, form) };
	};
	if (table.profit !== null) profiles.push(numbers('profit', table.profit, 'money'));
	if (table.quantity !== null) profiles.push(numbers('quantity', table.quantity, 'number'));
	for (const { header, codes, dictionary } of table.attributes) {
		profiles.push(texts('attribute', header, codes, dictionary));
	}
	return profiles;
}
