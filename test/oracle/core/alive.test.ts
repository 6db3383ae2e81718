import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import { aliveBands, riskBands, type ChurnParams } from '#lib/core/methods/churn/types.ts';
import { dayOf } from '../../support/ledger.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger, oracleCsv } from '../../support/real-data.ts';

// scipy's fits to the CDNOW sample, customer by customer. Tolerance: 1e-3, as both searches stop near the optimum.
describeWithData('P(alive) beside the rule, on the CDNOW sample', () => {
	beforeAll(() => void loadLedger('cdnow-sample'), 60_000);
	const input = () => ({
		ledger: loadLedger('cdnow-sample'),
		frame: { asOf: dayOf('1997-09-30'), from: null, weekStart: 1 }
	});
	const paramsOf = (model: ChurnParams['model']) => v.parse(churn.params, { model });

	test.each([
		['mbg-nbd', 'mbg_palive'],
		['bg-nbd', 'bg_palive'],
		['pareto-nbd', 'pn_palive']
	] as const)('%s gives each of the 2,357 customers the P(alive) of scipy', (model, column) => {
		const { ledger, frame } = input();
		const { customers } = churn.run({ ledger, frame }, paramsOf(model));
		const expected = new Map(oracleCsv('cdnow_clv_predictions.csv').map((row) => [Number(row['id']), row]));
		const alive = customers?.columns['alive'] as Float64Array;
		expect(alive).toHaveLength(2357);
		(customers?.columns['customer'] as Uint32Array).forEach((who, at) => {
			const row = expected.get(Number(stringAt(ledger.customers, who)));
			expect(Math.abs((alive[at] ?? NaN) - Number(row?.[column]))).toBeLessThan(1e-3);
		});
	});

	test('rule and model part everyone once, and each cell is its people', () => {
		const { result, customers } = churn.run(input(), paramsOf('mbg-nbd'));
		const { columns, rows } = result.tables.agreement;
		const band = customers?.columns['band'] as Uint8Array;
		const alive = customers?.columns['alive'] as Float64Array;
		const who = customers?.columns['customer'] as Uint32Array;
		const placeOf = (p: number): (typeof aliveBands)[number] =>
			p * 100 < 30 ? 'low' : p * 100 < 70 ? 'middle' : 'high';
		for (let row = 0; row < rows; row++) {
			const [own, place] = [columns.band[row], aliveBands[columns.alive[row] ?? 3]];
			const expected = [...who].filter((_, at) => band[at] === own && placeOf(alive[at] ?? NaN) === place);
			expect(columns.customers[row]).toBe(expected.length);
			expect([...churn.members(input(), paramsOf('mbg-nbd'), 'agreement', row)]).toEqual(expected);
		}
		expect(columns.customers.reduce((sum, n) => sum + n, 0)).toBe(2357);
		const churned = riskBands.indexOf('churned') * aliveBands.length;
		expect(result.scalars.churnedButAlive).toBe(columns.customers[churned]);
		expect(result.scalars.expectedAlive).toBeCloseTo(
			alive.reduce((sum, p) => sum + p, 0),
			9
		);
	});
});
