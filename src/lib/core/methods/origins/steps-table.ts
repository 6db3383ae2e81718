import { wilson } from '../../math/wilson.ts';
import { originSteps, type OriginsTables } from './types.ts';
import type { GroupSums } from './walk.ts';

/** Group by group: known, first order, second, mature; each of the step before, and how long it took. */
export function stepsTable(sums: GroupSums): OriginsTables['steps'] {
	const { known, customers: first, repeat: second, mature } = sums;
	const counts = [known, first, second, mature];
	const days = [null, sums.toFirst, sums.toSecond, sums.toMature];
	const steps = originSteps.length;
	const rows = sums.rows * steps;
	const groupOf = (row: number) => Math.floor(row / steps);
	const reached = (row: number, step: number) => counts[step]?.[groupOf(row)] ?? 0;
	const quantiles = (p: number) =>
		Float64Array.from({ length: rows }, (_, row) => days[row % steps]?.[groupOf(row)]?.quantile(p) ?? NaN);
	const customers = Uint32Array.from({ length: rows }, (_, row) => reached(row, row % steps));
	const conversion = new Float64Array(rows).fill(Number.NaN);
	const low = new Float64Array(rows).fill(Number.NaN);
	const high = new Float64Array(rows).fill(Number.NaN);
	for (let row = 0; row < rows; row++) {
		const base = reached(row, (row % steps) - 1);
		if (base === 0) continue;
		const here = customers[row] as number;
		const interval = wilson(here, base);
		conversion[row] = here / base;
		low[row] = interval.low;
		high[row] = interval.high;
	}
	return {
		rows,
		columns: {
			group: Uint8Array.from({ length: rows }, (_, row) => groupOf(row)),
			step: Uint8Array.from({ length: rows }, (_, row) => row % steps),
			customers,
			conversion,
			low,
			high,
			medianDays: quantiles(0.5),
			p90Days: quantiles(0.9)
		},
		types: {
			group: 'code',
			step: 'code',
			customers: 'count',
			conversion: 'share',
			low: 'share',
			high: 'share',
			medianDays: 'days',
			p90Days: 'days'
		}
	};
}
