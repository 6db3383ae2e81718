import type { Counted } from '../../math/compare/newcombe.ts';
import { twoProportions } from '../../math/compare/two-proportions.ts';
import { wilson } from '../../math/wilson.ts';
import { boardRates, type BoardRate, type LifecycleTables } from './types.ts';

/**
 * How sure each rate of the board is: one row per period and rate, with a Wilson 95 % interval and the chance that it differs
 * this much from the period before though nothing changed (two proportions). NaN where nothing tells, and p in the first
 * period.
 *
 * @param period first day of each row of the board
 * @param countsOf so many of so many, by row of the board and rate
 * @example
 * const table = boardRatesTable(Int32Array.of(0, 31), (row) => ({ count: 5 + row, of: 10 }));
 * [table.rows, table.columns.base[9], table.columns.p[0]] // => [10, 10, NaN]
 */
export function boardRatesTable(
	period: Int32Array,
	countsOf: (row: number, rate: BoardRate) => Counted
): LifecycleTables['boardRates'] {
	const rows = period.length * boardRates.length;
	const columns = {
		period: new Int32Array(rows),
		rate: new Uint8Array(rows),
		count: new Uint32Array(rows),
		base: new Uint32Array(rows),
		low: new Float64Array(rows),
		high: new Float64Array(rows),
		p: new Float64Array(rows)
	};
	period.forEach((day, at) => {
		boardRates.forEach((id, code) => {
			const row = at * boardRates.length + code;
			const now = countsOf(at, id);
			const { low, high } = wilson(now.count, now.of);
			columns.period[row] = day;
			columns.rate[row] = code;
			columns.count[row] = now.count;
			columns.base[row] = now.of;
			columns.low[row] = low;
			columns.high[row] = high;
			columns.p[row] = at === 0 ? Number.NaN : twoProportions(now, countsOf(at - 1, id)).p;
		});
	});
	return {
		rows,
		columns,
		types: {
			period: 'day',
			rate: 'code',
			count: 'count',
			base: 'count',
			low: 'share',
			high: 'share',
			p: 'number'
		}
	};
}
