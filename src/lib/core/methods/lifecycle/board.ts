import type { PeriodTable } from '../../calendar/period-table.ts';
import { crossSales } from './cross-sell.ts';
import type { GrowthCounts } from './growth.ts';
import type { PeriodSales } from './period-sales.ts';
import { toldByPeriod, type Beside } from './told.ts';
import { toldSigns, type LifecycleTables } from './types.ts';

/** The tables of the board. */
export type BoardTables = Pick<LifecycleTables, 'board' | 'told'>;

/**
 * The measures of each stage by period: who was won and what they were worth, who took part, who ordered again, who
 * complained, who was lost and who was won back. `growth` is the table of the same periods, from `first` on.
 */
export function boardTables(
	growth: LifecycleTables['growth'],
	all: GrowthCounts,
	sales: PeriodSales,
	periods: PeriodTable,
	{ signs, lines }: Beside
): BoardTables {
	const { rows } = growth;
	const first = periods.count - rows;
	const participants = toldByPeriod(signs, periods, 'participation');
	const complaints = toldByPeriod(signs, periods, 'complaint');
	const crossed = lines === null ? null : crossSales(lines, periods);
	// Who had ordered by the end of each period.
	let ever = 0;
	const everBy = Uint32Array.from(all.new, (n) => (ever += n));
	const column = (value: (period: number) => number): Float64Array =>
		Float64Array.from({ length: rows }, (_, row) => value(first + row));
	const ratio = (part: number | undefined, whole: number): number =>
		part === undefined || whole === 0 ? Number.NaN : part / whole;
	const at = (values: ArrayLike<number>, period: number): number => values[period] ?? 0;
	const away = (period: number): number => at(everBy, period - 1) - at(all.active, period - 1);
	return {
		board: {
			rows,
			columns: {
				period: growth.columns.period.slice(),
				newCustomers: growth.columns.new.slice(),
				newFrequency: column((p) => ratio(sales.newOrders[p], at(all.new, p))),
				newValue: column((p) => ratio(sales.newRevenue[p], at(all.new, p))),
				participation: column((p) => ratio(participants?.customers[p], at(sales.known, p))),
				renewal: column((p) => ratio(all.returning[p], at(all.active, p - 1))),
				crossSell: column((p) => ratio(crossed?.crossed[p], at(crossed?.buyers ?? [], p))),
				frequency: column((p) => ratio(sales.orders[p], at(all.active, p))),
				value: column((p) => ratio(sales.revenue[p], at(all.active, p))),
				complaints: column((p) => 100 * ratio(complaints?.rows[p], at(all.active, p))),
				lost: growth.columns.dormant.slice(),
				lostRate: column((p) => ratio(all.dormant[p], at(all.active, p - 1))),
				wonBack: growth.columns.resurrected.slice(),
				winBackRate: column((p) => ratio(all.resurrected[p], away(p))),
				incomplete: growth.columns.incomplete.slice()
			},
			types: {
				period: 'day',
				newCustomers: 'count',
				newFrequency: 'number',
				newValue: 'money',
				participation: 'share',
				renewal: 'share',
				crossSell: 'share',
				frequency: 'number',
				value: 'money',
				complaints: 'number',
				lost: 'count',
				lostRate: 'share',
				wonBack: 'count',
				winBackRate: 'share',
				incomplete: 'flag'
			}
		},
		told: {
			rows: rows * toldSigns.length,
			columns: {
				period: Int32Array.from({ length: rows * toldSigns.length }, (_, row) =>
					at(growth.columns.period, Math.floor(row / toldSigns.length))
				),
				sign: Uint8Array.from({ length: rows * toldSigns.length }, (_, row) => row % toldSigns.length),
				customers: Uint32Array.from({ length: rows * toldSigns.length }, (_, row) => {
					const told = [participants?.customers, complaints?.customers, crossed?.crossed][
						row % toldSigns.length
					];
					return told?.[first + Math.floor(row / toldSigns.length)] ?? 0;
				})
			},
			types: { period: 'day', sign: 'code', customers: 'count' }
		}
	};
}
