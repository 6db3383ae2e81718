import { describe, expect, it } from 'vitest';
import { columnName, listColumns, type Scoring } from '#lib/features/customers/list-columns.ts';
import { messagesFor } from '#lib/i18n/messages.ts';

const t = messagesFor('en');
const known = { names: false, orders: true, profit: true };
const money = (scoring: Scoring, of = known) =>
	listColumns(of, scoring)
		.filter(({ id }) => id === 'monetary' || id === 'revenue' || id === 'profit')
		.map(({ id }) => columnName(id === 'score' ? 'customer' : id, t, scoring));

describe('columns of money in the list of customers', () => {
	it('are revenue and profit, and M where it is neither', () => {
		const source = { table: 'Visits', value: 'Minutes' };
		expect(money({})).toEqual(['Revenue', 'Profit']);
		expect(money({ basis: 'profit' })).toEqual(['Profit', 'Revenue']);
		expect(money({ monetary: 'mean' })).toEqual(['Mean order', 'Revenue', 'Profit']);
		expect(money({ monetary: 'mean', basis: 'profit' })).toEqual(['Mean profit', 'Revenue', 'Profit']);
		expect(money({ source })).toEqual(['M · Minutes', 'Revenue', 'Profit']);
	});

	it('are only those that the data know', () => {
		expect(money({}, { ...known, profit: false })).toEqual(['Revenue']);
		const source = { table: 'Visits', value: null };
		expect(money({ source }, { ...known, orders: false })).toEqual(['M · Visits']);
	});

	it('count days where F does', () => {
		expect([columnName('frequency', t, {}), columnName('frequency', t, { frequency: 'days' })]).toEqual([
			'Orders',
			'Order days'
		]);
	});
});
