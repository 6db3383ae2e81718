import { rivalIds, tierIds, type ValueResult } from '#lib/core/methods/value/types.ts';
import type { Table } from '#lib/core/result/table.ts';
import { sureValue } from '#lib/i18n/sure-words.ts';
import { formatInterval } from '#lib/i18n/format-interval.ts';
import { verdictWords } from '#lib/i18n/verdict-words.ts';
import { end, largest, numberAt, numbersOf, plain, quiet, rowIndices, said, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import { describeParameters } from './parameters.ts';
import { roundTicks } from './ticks.ts';
import type { Block, Finding } from './types.ts';
import { aliveBands, valueByAge } from './value-figures.ts';
import { valueGrids } from './value-grid.ts';
import { paybackText, valueTiles } from './value-tiles.ts';
import { voiceByProfit } from './by-profit.ts';
import { profitSidesBlock } from './value-sides.ts';
import type { Voice } from './voice.ts';

/** Value in words: the headline, who carries the revenue, what is expected of whom, cohorts, and the hold-out. */
export function describeValue(result: ValueResult, revenueVoice: Voice, scale: number): MethodContent {
	const voice = voiceByProfit(revenueVoice, result.params.basis);
	return {
		findings: findings(result, voice),
		blocks: [
			{ id: 'tiles', kind: 'tiles', tiles: valueTiles(result, voice) },
			tiers(result, voice),
			...valueGrids(result, voice),
			...concentration(result, voice),
			...profitSidesBlock(result, voice),
			...deciles(result, voice),
			...aliveBands(result, voice),
			cohorts(result, voice),
			...valueByAge(result, scale, voice),
			...holdout(result, voice)
		],
		parameters: describeParameters(result.params, voice, {
			basis: () => voice.messages.byProfit.bases.profit(),
			model: (model: ValueResult['params']['model']) => voice.messages.value.models[model](),
			discount: voice.share,
			margin: voice.share,
			acquisitionCost: voice.money,
			tierA: voice.share,
			tierB: voice.share
		})
	};
}

function findings({ scalars: s, params }: ValueResult, voice: Voice): Finding[] {
	const words = voice.messages.value;
	const historic = voice.moneyShort(s.historicValue);
	const parts = [
		...(Number.isNaN(s.topFifthShare) ? [] : [words.concentration({ share: s.topFifthShare })]),
		// How sure the difference is stands with the forecasts.
		...verdictWords(s, voice.messages, voice.locale).slice(0, 1)
	];
	const strong = Number.isNaN(s.predictedValue)
		? words.leadHistoric({ historic })
		: words.lead({ historic, predicted: voice.moneyShort(s.predictedValue), months: params.months });
	return [{ strong, rest: parts.join(voice.locale === 'en' ? ' ' : '') }];
}

function tiers({ tables: { tiers: table } }: ValueResult, voice: Voice): Block {
	const words = voice.messages.value.tiers;
	const { columns } = voice.words;
	const shares = numbersOf(table, 'revenueShare');
	const title = words.title();
	return {
		id: 'tiers',
		kind: 'table',
		about: 'tiers',
		title,
		finding: words.finding({
			n: numberAt(table, 'customers', 0),
			share: numberAt(table, 'share', 0),
			revenue: numberAt(table, 'revenueShare', 0)
		}),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.tier()),
				end(columns.customers()),
				end(columns.shareOfCustomers()),
				end(columns.revenue()),
				start(columns.revenueShare()),
				end(words.predicted())
			],
			rows: rowIndices(table).map((row) => [
				plain(voice.messages.terms.tiers[tierIds[row] ?? 'c']()),
				said(voice, 'count', numberAt(table, 'customers', row)),
				said(voice, 'share', numberAt(table, 'share', row)),
				said(voice, 'money', numberAt(table, 'revenue', row)),
				Number.isNaN(shares[row] ?? NaN)
					? said(voice, 'share', NaN)
					: {
							text: voice.share(shares[row] ?? NaN),
							bar: Math.max(0, (shares[row] ?? 0) / largest(shares)),
							tone: 'mark' as const
						},
				said(voice, 'money', Math.round(numberAt(table, 'predicted', row)))
			])
		}
	};
}

/** Every how many percent of the customers the curve has a point. */
const step = 10;

function concentration(result: ValueResult, voice: Voice): Block[] {
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

function deciles({ tables: { deciles: table } }: ValueResult, voice: Voice): Block[] {
	if (table.rows === 0) return [];
	const words = voice.messages.value.deciles;
	const shares = numbersOf(table, 'predictedShare');
	const title = words.title();
	return [
		{
			id: 'deciles',
			kind: 'table',
			title,
			finding: words.finding({ share: shares[0] ?? NaN }),
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.decile()),
					end(voice.words.columns.customers()),
					end(words.predicted()),
					start(words.share()),
					end(words.mean()),
					end(words.historic())
				],
				rows: rowIndices(table).map((row) => [
					said(voice, 'count', row + 1),
					said(voice, 'count', numberAt(table, 'customers', row)),
					said(voice, 'money', Math.round(numberAt(table, 'predicted', row))),
					Number.isNaN(shares[row] ?? NaN)
						? said(voice, 'share', NaN)
						: {
								text: voice.share(shares[row] ?? NaN),
								bar: Math.max(0, (shares[row] ?? 0) / largest(shares)),
								tone: 'mark' as const
							},
					said(voice, 'money', Math.round(numberAt(table, 'meanPredicted', row))),
					said(voice, 'money', Math.round(numberAt(table, 'historic', row)))
				])
			}
		}
	];
}

function cohorts({ tables: { cohorts: table }, params, frame }: ValueResult, voice: Voice): Block {
	const words = voice.messages.value.ltv;
	const title = words.title();
	const costed = params.acquisitionCost !== null;
	const unit = voice.messages.terms.units[params.unit]().toLowerCase();
	return {
		id: 'cohorts',
		kind: 'table',
		title,
		finding: words.finding(),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.cohort()),
				end(words.size()),
				end(words.total()),
				end(words.perCustomer()),
				...(costed ? [end(words.payback())] : [])
			],
			rows: rowIndices(table).map((row) => [
				plain(voice.period(numberAt(table, 'cohort', row), params.unit, frame)),
				said(voice, 'count', numberAt(table, 'size', row)),
				said(voice, 'money', Math.round(numberAt(table, 'value', row))),
				said(voice, 'money', Math.round(numberAt(table, 'perCustomer', row))),
				...(costed ? [plain(paybackText(numberAt(table, 'payback', row), unit, voice))] : [])
			])
		}
	};
}

function holdout({ tables, scalars: s }: ValueResult, voice: Voice): Block[] {
	const { calibration, rivals } = tables;
	if (calibration.rows === 0) return [];
	const words = voice.messages.value.calibration;
	const other = voice.messages.value.rivals;
	const two = (table: Table, column: string, row: number) =>
		said(voice, 'number', numberAt(table, column, row), 2);
	return [
		{
			id: 'calibration',
			kind: 'table',
			title: words.title(),
			finding: words.finding({ actual: s.holdoutOrders, expected: Math.round(s.holdoutExpected) }),
			table: {
				caption: voice.words.table({ title: words.title() }),
				columns: [
					start(words.repeats()),
					end(words.customers()),
					end(words.actual()),
					end(other.names.model()),
					end(other.names['last-period']()),
					end(other.names.mean()),
					end(other.names['cohort-curve']())
				],
				rows: rowIndices(calibration).map((row) => [
					plain(
						row === calibration.rows - 1
							? voice.words.rangeFrom({ from: voice.count(row) })
							: voice.count(row)
					),
					said(voice, 'count', numberAt(calibration, 'customers', row)),
					...['actual', 'model', 'lastPeriod', 'mean', 'cohortCurve'].map((column) =>
						two(calibration, column, row)
					)
				])
			}
		},
		{
			id: 'rivals',
			kind: 'table',
			title: other.title(),
			// The verdict itself leads the section.
			finding: verdictWords(s, voice.messages, voice.locale).slice(1).join(''),
			table: {
				caption: voice.words.table({ title: other.title() }),
				columns: [
					start(other.forecast()),
					end(other.rmse()),
					end(voice.messages.charts.interval()),
					end(other.mae()),
					end(voice.messages.charts.interval()),
					end(other.total())
				],
				rows: rowIndices(rivals).map((row) => [
					plain(other.names[rivalIds[row] ?? 'model']()),
					...(['rmse', 'mae'] as const).flatMap((kind) => [
						said(voice, 'number', numberAt(rivals, kind, row), 3),
						quiet(
							formatInterval(
								numberAt(rivals, `${kind}Low`, row),
								numberAt(rivals, `${kind}High`, row),
								(value) => voice.number(value, 3)
							)
						)
					]),
					said(voice, 'number', Math.round(numberAt(rivals, 'total', row)), 0)
				])
			}
		}
	];
}
