import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import { boardRates } from '#lib/core/methods/lifecycle/types.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger, oracleCsv } from '../../support/real-data.ts';

// pandas, equal to DuckDB SQL in every cell. Tolerance: none, these are counts.
describeWithData('Online Retail by month', () => {
	beforeAll(() => void loadLedger('online-retail'), 120_000);

	const analyse = () => {
		const ledger = loadLedger('online-retail');
		const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
		return lifecycle.run({ ledger, frame }, v.parse(lifecycle.params, {})).result;
	};

	test('new, returning, resurrected and dormant of all 13 months equal the oracle', () => {
		const { columns } = analyse().tables.growth;
		const ours = Array.from(columns.period, (period, row) => ({
			month: isoDate(period).slice(0, 7),
			new: String(columns.new[row]),
			returning: String(columns.returning[row]),
			resurrecting: String(columns.resurrected[row]),
			// The oracle writes those who went as negative numbers.
			dormant: String(0 - (columns.dormant[row] as number))
		}));
		const expected = oracleCsv('retail_lifecycle_month.csv');
		expect(expected).toHaveLength(13);
		expect(ours).toEqual(expected);
	});

	test('the pulse is that of November 2011, the last complete month: (323 + 719) ÷ 742', () => {
		const { scalars, tables } = analyse();
		expect(scalars.pulse).toBeCloseTo((323 + 719) / 742, 15);
		expect([...tables.growth.columns.incomplete]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
	});

	// scipy: binomtest(622, 1364).proportion_ci('wilson'); z of two proportions against 489 of 1,266. Tolerance: 1e-12.
	test('the renewal of November 2011 has the interval of Wilson and the p of two proportions', () => {
		const { columns } = analyse().tables.boardRates;
		const row = 11 * boardRates.length + boardRates.indexOf('renewal');
		expect([columns.count[row], columns.base[row]]).toEqual([622, 1364]);
		expect(columns.low[row]).toBeCloseTo(0.4297405058403172, 12);
		expect(columns.high[row]).toBeCloseTo(0.48253002871164774, 12);
		expect(columns.p[row]).toBeCloseTo(0.00029614595326766033, 12);
	});

	test('all 4,338 customers have one stage, and the funnel starts with them', () => {
		const { tables, scalars } = analyse();
		expect(tables.stages.columns.customers.reduce((sum, n) => sum + n, 0)).toBe(4338);
		expect([...tables.funnel.columns.customers.slice(0, 3)]).toEqual([4338, 4338, 2845]);
		expect(scalars.prospects).toBe(0);
	});
});
