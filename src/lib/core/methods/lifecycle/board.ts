import type { PeriodTable } from '../../calendar/period-table.ts';
import type { Counted } from '../../math/compare/newcombe.ts';
import { boardRatesTable } from './board-rates.ts';
import { crossSales } from './cross-sell.ts';
import type { GrowthCounts } from './growth.ts';
import type { PeriodSales } from './period-sales.ts';
import { toldByPeriod, type Beside } from './told.ts';
import { toldSigns, type BoardRate, type LifecycleTables } from './types.ts';

/** The tables of the board. */
export type BoardTables = Pick<LifecycleTables, 'board' | 'boardRates' | 'told'>;

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
	const counted = (count: number | undefined, of: number): Counted => ({
		count: count ?? 0,
		of: count === undefined ? 0 : of
	});
	const rates: Readonly<Record<BoardRate, (period: number) => Counted>> = {
		participation: (p) => counted(participants?.customers[p], at(sales.known, p)),
		crossSell: (p) => counted(crossed?.crossed[p], at(crossed?.buyers ?? [], p)),
		renewal: (p) => counted(all.returning[p], at(all.active, p - 1)),
		lostRate: (p) => counted(all.dormant[p], at(all.active, p - 1)),
		winBackRate: (p) => counted(all.resurrected[p], away(p))
	};
	const rate = (id: BoardRate): Float64Array =>
		column((p) => {
			const { count, of } = rates[id](p);
			return ratio(count, of);
		});
	return {
		board: {
			rows,
			columns: {
				period: growth.columns.period.slice(),
				newCustomers: growth.columns.new.slice(),
				newFrequency: column((p) => ratio(sales.newOrders[p], at(all.new, p))),
				newValue: column((p) => ratio(sales.newRevenue[p], at(all.new, p))),
				participation: rate('participation'),
				renewal: rate('renewal'),
				crossSell: rate('crossSell'),
				frequency: column((p) => ratio(sales.orders[p], at(all.active, p))),
				value: column((p) => ratio(sales.revenue[p], at(all.active, p))),
				complaints: column((p) => 100 * ratio(complaints?.rows[p], at(all.active, p))),
				lost: growth.columns.dormant.slice(),
				lostRate: rate('lostRate'),
				wonBack: growth.columns.resurrected.slice(),
				winBackRate: rate('winBackRate'),
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
		boardRates: boardRatesTable(growth.columns.period, (row, id) => rates[id](first + row)),
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
