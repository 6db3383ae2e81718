import type { ForecastError } from './holdout-errors.ts';
import type { Holdout } from './holdout.ts';
import { rivalIds, type ValueTables } from './types.ts';

/** The last row of the calibration table: this many repeats and more. */
export const mostRepeatsShown = 7;

/** One row per number of repeats before the hold-out: what was bought in it, and what each forecast had said. */
export function calibrationTable(holdout: Holdout | null): ValueTables['calibration'] {
	const rows = holdout === null ? 0 : mostRepeatsShown + 1;
	const customers = new Uint32Array(rows);
	const actual = new Float64Array(rows);
	const said = rivalIds.map(() => new Float64Array(rows));
	if (holdout !== null) {
		const { x, laterDays } = holdout.summary;
		for (let i = 0; i < x.length; i++) {
			const row = Math.min(mostRepeatsShown, x[i] as number);
			customers[row] = (customers[row] as number) + 1;
			actual[row] = (actual[row] as number) + (laterDays[i] as number);
			rivalIds.forEach((id, r) => {
				const sums = said[r] as Float64Array;
				sums[row] = (sums[row] as number) + (holdout.forecasts[id][i] as number);
			});
		}
	}
	const perCustomer = (sums: Float64Array): Float64Array =>
		sums.map((sum, row) => (customers[row] === 0 ? Number.NaN : sum / (customers[row] as number)));
	const [model, lastPeriods, mean, cohortCurve] = said.map(perCustomer) as [
		Float64Array,
		Float64Array,
		Float64Array,
		Float64Array
	];
	return {
		rows,
		columns: {
			repeats: Uint8Array.from({ length: rows }, (_, row) => row),
			customers,
			actual: perCustomer(actual),
			model,
			lastPeriod: lastPeriods,
			mean,
			cohortCurve
		},
		types: {
			repeats: 'count',
			customers: 'count',
			actual: 'number',
			model: 'number',
			lastPeriod: 'number',
			mean: 'number',
			cohortCurve: 'number'
		}
	};
}

/** One row per forecast: root mean square and mean absolute error per customer, and the total that it had said. */
export function rivalsTable(holdout: Holdout | null): ValueTables['rivals'] {
	const ids = holdout === null ? [] : rivalIds;
	const column = (value: (error: ForecastError, forecast: Float64Array) => number): Float64Array =>
		Float64Array.from(ids, (id) =>
			holdout === null ? Number.NaN : value(holdout.errors.of[id], holdout.forecasts[id])
		);
	return {
		rows: ids.length,
		columns: {
			rival: Uint8Array.from(ids, (_, row) => row),
			rmse: column(({ rmse }) => rmse),
			rmseLow: column(({ rmseInterval }) => rmseInterval.low),
			rmseHigh: column(({ rmseInterval }) => rmseInterval.high),
			mae: column(({ mae }) => mae),
			maeLow: column(({ maeInterval }) => maeInterval.low),
			maeHigh: column(({ maeInterval }) => maeInterval.high),
			total: column((_, forecast) => forecast.reduce((sum, own) => sum + own, 0))
		},
		types: {
			rival: 'code',
			rmse: 'number',
			rmseLow: 'number',
			rmseHigh: 'number',
			mae: 'number',
			maeLow: 'number',
			maeHigh: 'number',
			total: 'number'
		}
	};
}
