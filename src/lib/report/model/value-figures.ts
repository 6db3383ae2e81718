import type { ValueResult } from '#lib/core/methods/value/types.ts';
import { formatInterval } from '#lib/i18n/format-interval.ts';
import { sureValue } from '#lib/i18n/sure-words.ts';
import { end, largest, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import { roundTicks } from './ticks.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** Customers by the chance that they still buy. */
export function aliveBands({ tables: { alive: table } }: ValueResult, voice: Voice): Block[] {
	if (table.rows === 0) return [];
	const words = voice.messages.value.alive;
	const title = words.title();
	const most = largest(rowIndices(table).map((row) => numberAt(table, 'share', row)));
	const percent = (share: number) => voice.number(share * 100, 0);
	return [
		{
			id: 'alive',
			kind: 'table',
			title,
			finding: '',
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.axis()),
					end(voice.words.columns.customers()),
					start(voice.words.columns.shareOfCustomers()),
					...[words.historic(), words.predicted()].map(end)
				],
				rows: rowIndices(table).map((row): Cell[] => {
					const share = numberAt(table, 'share', row);
					return [
						plain(`${percent(numberAt(table, 'low', row))}–${percent(numberAt(table, 'high', row))}`),
						said(voice, 'count', numberAt(table, 'customers', row)),
						{ ...said(voice, 'share', share), bar: most > 0 ? share / most : 0, tone: 'mark' },
						said(voice, 'money', Math.round(numberAt(table, 'historic', row))),
						said(voice, 'money', Math.round(numberAt(table, 'predicted', row)))
					];
				})
			}
		}
	];
}

/** What a customer has brought by each age, over all cohorts that have reached it. */
export function valueByAge(
	{ tables: { curve: table }, params }: ValueResult,
	scale: number,
	voice: Voice
): Block[] {
	if (table.rows < 2) return [];
	const words = voice.messages.value.ltvCurve;
	const rows = rowIndices(table);
	const last = table.rows - 1;
	const unit = voice.messages.terms.units[params.unit]();
	const title = words.title();
	const worth = (row: number) => numberAt(table, 'perCustomer', row);
	const known = (row: number) => !Number.isNaN(numberAt(table, 'low', row));
	const highest = rows.map((row) => (known(row) ? numberAt(table, 'high', row) : worth(row)));
	const inMoney = 10 ** scale;
	return [
		{
			id: 'ageCurve',
			kind: 'figure',
			title,
			finding: words.finding({
				value: voice.money(Math.round(worth(last))),
				unit: unit.toLowerCase(),
				n: numberAt(table, 'n', last)
			}),
			picture: {
				kind: 'curve',
				model: {
					points: rows.map((row) => ({
						label: voice.count(numberAt(table, 'n', row)),
						value: worth(row),
						// Below 30 customers nothing is said of how sure it is.
						low: known(row) ? numberAt(table, 'low', row) : worth(row),
						high: known(row) ? numberAt(table, 'high', row) : worth(row),
						text: voice.money(Math.round(worth(row)))
					})),
					ticks: roundTicks(largest(highest) / inMoney, 4).map((at) => ({
						at: at * inMoney,
						text: voice.moneyShort(at * inMoney)
					})),
					axis: unit,
					as: 'money',
					bounds: rows.some(known)
						? { low: voice.words.intervalLow(), high: voice.words.intervalHigh() }
						: { low: words.line(), high: null }
				}
			},
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(unit),
					...[
						words.cohorts(),
						voice.words.columns.customers(),
						words.line(),
						voice.messages.charts.interval()
					].map(end)
				],
				rows: rows.map((row): Cell[] => [
					plain(voice.count(numberAt(table, 'n', row))),
					said(voice, 'number', numberAt(table, 'cohorts', row), 0),
					said(voice, 'count', numberAt(table, 'size', row)),
					said(voice, 'money', Math.round(worth(row))),
					quiet(
						formatInterval(numberAt(table, 'low', row), numberAt(table, 'high', row), (limit) =>
							voice.money(Math.round(limit))
						)
					)
				])
			},
			note: null
		}
	];
}

/** Every how many percent of the customers the curve has a point. */
const step = 10;

/** How much of the revenue the first so many percent of the customers carry; nothing without revenue. */
export function concentration(result: ValueResult, voice: Voice): Block[] {
	const {
		tables: { concentration: table },
		scalars: s
	} = result;
	if (!(s.revenue > 0)) return [];
	const words = voice.messages.value.curve;
	const rows = rowIndices(table).filter((row) => row % step === 0);
	const title = words.title();
	return [
		{
			id: 'curve',
			kind: 'figure',
			title,
			// Who loses, and how much, stands in a table of its own, where small groups are hidden.
			finding:
				result.params.basis === undefined
					? [
							words.finding({ tenth: s.topTenthShare, gini: voice.number(s.gini, 2, 2), equal: 1 / s.hhi }),
							...sureValue(s, voice.messages, voice.locale)
						].join(voice.locale === 'en' ? ' ' : '')
					: voice.messages.byProfit.curve.findingTenth({ tenth: s.topTenthShare }),
			picture: {
				kind: 'curve',
				model: {
					points: rows.map((row) => {
						const value = numberAt(table, 'revenueShare', row);
						return {
							label: voice.count(row),
							value,
							// What lies above equal shares.
							low: numberAt(table, 'part', row),
							high: value,
							text: voice.percent(value)
						};
					}),
					ticks: roundTicks(Math.max(1, ...rows.map((row) => numberAt(table, 'revenueShare', row))), 4).map(
						(at) => ({ at, text: voice.percent(at) })
					),
					axis: words.axis(),
					bounds: { low: voice.words.equalShares(), high: null }
				}
			},
			table: {
				caption: voice.words.table({ title }),
				columns: [start(words.axis()), end(words.customers()), end(words.share())],
				rows: rows.map((row) => [
					said(voice, 'count', row),
					said(voice, 'count', numberAt(table, 'customers', row)),
					said(voice, 'share', numberAt(table, 'revenueShare', row))
				])
			},
			note: null
		}
	];
}
