import { rankGroups } from '../../math/rank-groups.ts';
import type { Forecast } from './forecast.ts';
import type { RepeatSummary } from './repeat-summary.ts';
import { parameterIds, type ParameterId, type ValueParams, type ValueTables } from './types.ts';
import { purchaseModels } from './models/index.ts';

/** Bands of P(alive), each this wide. */
const aliveBands = 5;
export const deciles = 10;

/** What lies ahead of each customer of a summary, in smallest units times the margin. */
export interface Outlook {
	readonly forecast: Forecast;
	readonly predicted: Float64Array;
	/** 0 … 9, the highest predicted value first. */
	readonly decile: Uint8Array;
	/** 0 … 4, the lowest chance first; null without a model. */
	readonly band: Uint8Array | null;
}

/** Predicted value = margin × expected value of a purchase × discounted expected order days. */
export function outlookOf(forecast: Forecast, margin: number): Outlook {
	const { discounted, spend, alive } = forecast;
	const predicted = discounted.map((own, i) => own * (spend.spend[i] as number) * margin);
	const n = predicted.length;
	const borders = Array.from({ length: deciles - 1 }, (_, k) => Math.ceil((n * (k + 1)) / deciles));
	const band =
		forecast.params === null
			? null
			: Uint8Array.from(alive, (own) => Math.min(aliveBands - 1, Math.floor(own * aliveBands)));
	return { forecast, predicted, decile: rankGroups(predicted, borders), band };
}

/** Sums of several measures by a group of each entry. */
function sumsBy(
	rows: number,
	groupOf: Uint8Array,
	measures: readonly Float64Array[]
): { readonly customers: Uint32Array; readonly sums: readonly Float64Array[] } {
	const customers = new Uint32Array(rows);
	const sums = measures.map(() => new Float64Array(rows));
	groupOf.forEach((row, i) => {
		customers[row] = (customers[row] as number) + 1;
		measures.forEach((measure, k) => {
			const own = sums[k] as Float64Array;
			own[row] = (own[row] as number) + (measure[i] as number);
		});
	});
	return { customers, sums };
}

const totalOf = (values: Float64Array): number => values.reduce((sum, own) => sum + own, 0);
const orNone = (whole: number): number => (whole <= 0 ? Number.NaN : whole);

/** One row per tenth of the customers by predicted value; no rows without a forecast. */
export function decilesTable(
	outlook: Outlook | null,
	{ value }: RepeatSummary,
	margin: number
): ValueTables['deciles'] {
	const rows = outlook === null ? 0 : deciles;
	const { customers, sums } =
		outlook === null
			? sumsBy(0, new Uint8Array(0), [value, value, value])
			: sumsBy(rows, outlook.decile, [outlook.predicted, outlook.forecast.expected, value]);
	const [predicted, expectedOrders, historic] = sums as readonly [Float64Array, Float64Array, Float64Array];
	const total = totalOf(predicted);
	return {
		rows,
		columns: {
			decile: Uint8Array.from({ length: rows }, (_, row) => row + 1),
			customers,
			predicted,
			predictedShare: predicted.map((own) => own / orNone(total)),
			meanPredicted: predicted.map((own, row) => own / orNone(customers[row] as number)),
			expectedOrders,
			historic: historic.map((own) => own * margin)
		},
		types: {
			decile: 'number',
			customers: 'count',
			predicted: 'money',
			predictedShare: 'share',
			meanPredicted: 'money',
			expectedOrders: 'number',
			historic: 'money'
		}
	};
}

/** One row per band of P(alive); no rows without a model. */
export function aliveTable(
	outlook: Outlook | null,
	{ value }: RepeatSummary,
	margin: number
): ValueTables['alive'] {
	const band = outlook?.band ?? null;
	const rows = band === null ? 0 : aliveBands;
	const { customers, sums } =
		outlook === null || band === null
			? sumsBy(0, new Uint8Array(0), [value, value])
			: sumsBy(rows, band, [value, outlook.predicted]);
	const [historic, predicted] = sums as readonly [Float64Array, Float64Array];
	return {
		rows,
		columns: {
			low: Float64Array.from({ length: rows }, (_, row) => row / aliveBands),
			high: Float64Array.from({ length: rows }, (_, row) => (row + 1) / aliveBands),
			customers,
			share: Float64Array.from(customers, (count) => count / orNone(value.length)),
			historic: historic.map((own) => own * margin),
			predicted
		},
		types: {
			low: 'share',
			high: 'share',
			customers: 'count',
			share: 'share',
			historic: 'money',
			predicted: 'money'
		}
	};
}

/** The fitted parameters, model first, then Gamma–Gamma; those that were not fitted have no row. */
export function parametersTable(
	forecast: Forecast | null,
	model: ValueParams['model']
): ValueTables['parameters'] {
	const found: { id: ParameterId; value: number }[] = [];
	const note = (names: readonly string[], values: Float64Array | null | undefined): void => {
		values?.forEach((value, i) => found.push({ id: names[i] as ParameterId, value }));
	};
	note(purchaseModels[model].names, forecast?.params);
	note(['p', 'q', 'v'], forecast?.spend.params);
	return {
		rows: found.length,
		columns: {
			parameter: Uint8Array.from(found, ({ id }) => parameterIds.indexOf(id)),
			value: Float64Array.from(found, ({ value }) => value)
		},
		types: { parameter: 'code', value: 'number' }
	};
}
