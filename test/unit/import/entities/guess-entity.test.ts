import { describe, expect, it } from 'vitest';
import type { EntityGuess } from '#lib/core/dataset/inspection.ts';
import { guessEntity } from '#lib/import/entities/guess-entity.ts';
import { typesOf } from '#lib/import/entities/value-type.ts';
import { profileColumns, type ColumnProfile } from '#lib/import/infer.ts';
import { guessRoles } from '#lib/import/map.ts';

/** Rows of a table as its guesses see them. */
function guess(
	headers: readonly string[],
	rows: readonly (readonly string[])[],
	name = 'x.csv'
): EntityGuess[] {
	const columns = profileColumns(headers, rows);
	return guessEntity(columns, guessRoles(columns, true), true, name);
}
const rowsOf = (n: number, row: (i: number) => string[]) => Array.from({ length: n }, (_, i) => row(i));
const scoreOf = (guesses: readonly EntityGuess[], entity: string): number =>
	guesses.find((found) => found.entity === entity)?.score ?? 0;

describe('What a table is about', () => {
	const day = (i: number) => `2024-01-${String((i % 28) + 1).padStart(2, '0')}`;
	const each = (n: number, date: string) =>
		guess(
			['customer id', date, 'revenue'],
			rowsOf(n, (i) => [`C${i}`, day(i), String(10 + i)])
		);

	it('is no orders where each of ten customers has one row, a day and a sum', () => {
		expect(each(10, 'last seen date')[0]?.entity).toBe('customer');
	});

	it('may be orders where there are too few rows to say that there is one for each customer', () => {
		const [few, enough] = [each(9, 'last seen date'), each(10, 'last seen date')];
		expect(scoreOf(few, 'order')).toBeGreaterThan(scoreOf(enough, 'order') + 2);
		expect(few[0]?.entity).toBe('order');
	});

	it.each(['order date', 'Purchase Date', 'invoice_date', 'transaction date', '下单时间', '付款日期'])(
		'is orders where the day is called "%s", however many customers have one row',
		(date) => {
			expect(each(40, date)[0]?.entity).toBe('order');
		}
	);

	it('is orders where rows have ids of orders, whatever the day is called', () => {
		const guesses = guess(
			['order id', 'customer id', 'date', 'amount'],
			rowsOf(40, (i) => [`O${i}`, `C${i}`, day(i), String(10 + i)])
		);
		expect(guesses[0]?.entity).toBe('order');
	});

	it('is no orders where the only money is a cost: contacts by their headers, else another table', () => {
		const spent = (kind: string) =>
			guess(
				['Kundennummer', 'Datum', kind, 'Kosten'],
				rowsOf(40, (i) => [`C${i % 9}`, day(i), ['Besuch', 'Telefon'][i % 2] as string, `${100 + i},50`])
			);
		expect(spent('Art')[0]?.entity).toBe('interaction');
		expect(scoreOf(spent('Art'), 'order')).toBe(0);
		const campaigns = guess(
			['customer id', 'opening', 'cost'],
			rowsOf(40, (i) => [`C${i % 9}`, day(i), String(100 + i)])
		);
		expect(campaigns[0]?.entity).not.toBe('order');
		// With ids of orders it is orders all the same: the review then asks for the money.
		const priced = guess(
			['order id', 'customer id', 'date', 'cost'],
			rowsOf(40, (i) => [`O${i}`, `C${i % 9}`, day(i), String(100 + i)])
		);
		expect(priced[0]?.entity).toBe('order');
	});

	it('is subscriptions where rows say who left, after how long, of which contract and for how much a month', () => {
		const of = (headers: readonly string[], flags: readonly [string, string]) =>
			guess(
				headers,
				rowsOf(60, (i) => [
					...[
						`C${i}`,
						['Female', 'Male'][i % 2] as string,
						['Yes', 'No'][i % 2] as string,
						String(i % 3 ? 0 : 1)
					],
					...[
						String(i % 40),
						['Month-to-month', 'Two year'][i % 2] as string,
						`${20 + i}.45`,
						flags[i % 2] as string
					]
				]),
				'customer-churn.csv'
			);
		const who = ['customerID', 'gender', 'Partner', 'SeniorCitizen'];
		expect(of([...who, 'tenure', 'Contract', 'MonthlyCharges', 'Churn'], ['Yes', 'No'])[0]?.entity).toBe(
			'subscription'
		);
		expect(of([...who, '在网时长', '合约类型', '月费', '是否流失'], ['1', '0'])[0]?.entity).toBe(
			'subscription'
		);
		// People of whom it is known who left, and nothing of a contract.
		expect(of([...who, 'age', 'city', 'income', 'Churn'], ['Yes', 'No'])[0]?.entity).toBe('customer');
	});

	it('is order lines only where customer, date and amount are not known', () => {
		const lines = (more: readonly string[], row: (i: number) => string[]) =>
			guess(
				['order id', 'product', ...more],
				rowsOf(40, (i) => [`O${i >> 1}`, `P${i % 7}`, ...row(i)])
			);
		expect(lines([], () => [])[0]?.entity).toBe('order-line');
		expect(lines(['quantity'], (i) => [String((i % 3) + 1)])[0]?.entity).toBe('order-line');
		const whole = lines(['customer id', 'order date', 'amount'], (i) => [`C${i % 9}`, day(i), String(i + 5)]);
		expect(whole[0]?.entity).toBe('order');
		expect(scoreOf(whole, 'order-line')).toBe(0);
	});

	it.each(['order id', 'order date'])('is orders that say who left, where there is an %s', (named) => {
		const terms = ['customer id', 'amount', 'contract', 'tenure', 'churn'];
		const row = (i: number) => [`C${i}`, `${10 + i}.5`, 'Monthly', String(i % 40), i % 5 ? 'No' : 'Yes'];
		const own = (i: number) => (named === 'order id' ? [`O${i}`, day(i)] : [day(i)]);
		const headers = [...(named === 'order id' ? [named, 'date'] : [named]), ...terms];
		expect(
			guess(
				headers,
				rowsOf(60, (i) => [...own(i), ...row(i % 20)])
			)[0]?.entity
		).toBe('order');
		expect(guess(terms, rowsOf(60, row))[0]?.entity).toBe('subscription');
	});

	it('is told by the name of the file where the headers say as much of two entities', () => {
		const columns = ['id', 'name', 'region'];
		const rows = rowsOf(30, (i) => [String(100 + i), `N${i}`, `R${i % 4}`]);
		expect(guess(columns, rows, 'staff list.csv')[0]?.entity).toBe('owner');
		expect(guess(columns, rows, 'customers.csv')[0]).toMatchObject({
			entity: 'customer',
			reasons: expect.arrayContaining([{ code: 'file-name', params: {} }]) as unknown
		});
	});

	it('is nothing in particular where no header names anything', () => {
		expect(
			guess(
				['a', 'b'],
				rowsOf(30, (i) => [String(i), String(i * 2)])
			)
		).toEqual([{ entity: 'other', score: 0.9, reasons: [] }]);
	});
});

it('Months are something to cut by, and can be read as dates', () => {
	for (const months of [
		['2024-01', '2024-02'],
		['Jan-24', 'Feb-24']
	]) {
		const [column] = profileColumns(
			['Signup month'],
			rowsOf(40, (i) => [months[i % 2] as string])
		);
		const types = typesOf(column as ColumnProfile);
		expect(types[0]).toBe('category');
		expect(types).toContain('date');
	}
});
