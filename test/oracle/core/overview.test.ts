import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { overview } from '#lib/core/methods/overview/method.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger, oracleCsv } from '../../support/real-data.ts';

describeWithData('Online Retail as a whole', () => {
	beforeAll(() => void loadLedger('online-retail'), 120_000);

	const analyse = () => {
		const ledger = loadLedger('online-retail');
		const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
		return overview.run({ ledger, frame }, v.parse(overview.params, {})).result;
	};

	// Control figures of the set by its purchase rule, from pandas. Tolerance: none; money is in thousandths.
	test('has 397,884 lines, 4,338 customers, 18,532 invoices and 8,911,407.904', () => {
		const { scalars, n } = analyse();
		expect(scalars.lines).toBe(397_884);
		expect(scalars.customers).toBe(4338);
		expect(n).toBe(4338);
		expect(scalars.orders).toBe(18_532);
		expect(scalars.revenue).toBe(8_911_407_904);
	});

	// Figures of the hand-drawn screen, to the digits printed there.
	test('has 2,845 repeat buyers (65.6 %), and one-time buyers (34.4 %) bring 6.9 % of revenue', () => {
		const { scalars } = analyse();
		expect(scalars.repeatCustomers).toBe(2845);
		expect(scalars.repeatRate).toBeCloseTo(0.656, 3);
		expect(scalars.onceCustomers / scalars.customers).toBeCloseTo(0.344, 3);
		expect(scalars.onceRevenueShare).toBeCloseTo(0.069, 3);
	});

	test('is concentrated: 1,133 customers make 80 %, the top tenth 61.4 %, the top fifth 74.6 %, Gini .715', () => {
		const { scalars } = analyse();
		expect(scalars.eightyPercentCustomers).toBe(1133);
		expect(scalars.topTenthRevenueShare).toBeCloseTo(0.614, 3);
		// By Python's decimals over the lines of the file.
		expect(scalars.topFifthRevenueShare).toBeCloseTo(0.746, 3);
		expect(scalars.gini).toBeCloseTo(0.715, 3);
	});

	test('each month has the active and new customers of the lifecycle oracle', () => {
		const { trend } = analyse().tables;
		const expected = oracleCsv('retail_lifecycle_month.csv');
		expect([...trend.columns.new]).toEqual(expected.map((month) => Number(month['new'])));
		expect([...trend.columns.active]).toEqual(
			expected.map(
				(month) => Number(month['new']) + Number(month['returning']) + Number(month['resurrecting'])
			)
		);
	});

	test('the revenue of the months adds up to the whole', () => {
		const { trend, orderCounts } = analyse().tables;
		expect(trend.columns.revenue.reduce((sum, money) => sum + money, 0)).toBe(8_911_407_904);
		expect(orderCounts.columns.revenue.reduce((sum, money) => sum + money, 0)).toBe(8_911_407_904);
	});
});
