import { aliveBands, riskBands, type ChurnResult } from '#lib/core/methods/churn/types.ts';
import { end, largest, numberAt, numbersOf, rowIndices, said, saidQuietly, start } from './columns.ts';
import { heatStep } from './heat.ts';
import { roundTicks } from './ticks.ts';
import type { Block, Cell, CurveModel } from './types.ts';
import type { Voice } from './voice.ts';

/** Points of a printed survival curve: more are not told apart. */
const mostPoints = 60;

/** The share of silences that ended in time, by the window: what the window is chosen by. */
export function backTestFigure({ tables: { backtest: table }, params }: ChurnResult, voice: Voice): Block[] {
	const words = voice.messages.churn.backtest;
	const step = numberAt(table, 'days', 0);
	// The chosen window may stand between two steps: on an axis of even steps it has no place.
	const rows = rowIndices(table).filter(
		(row) => numberAt(table, 'days', row) % step === 0 && numberAt(table, 'followed', row) > 0
	);
	if (rows.length < 2) return [];
	const title = words.title();
	return [
		{
			id: 'backtest',
			kind: 'figure',
			title,
			finding: words.line({ days: params.winBackDays }),
			picture: {
				kind: 'curve',
				model: curveOf(
					rows.map((row) => pointOf(voice, numberAt(table, 'days', row), row)),
					words.axis(),
					voice
				)
			},
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.window()),
					...[words.followed(), words.returned(), words.rate(), words.low(), words.high()].map(end)
				],
				rows: rows.map((row): Cell[] => [
					said(voice, 'count', numberAt(table, 'days', row)),
					said(voice, 'count', numberAt(table, 'followed', row)),
					said(voice, 'count', numberAt(table, 'returned', row)),
					said(voice, 'share', numberAt(table, 'rate', row)),
					saidQuietly(voice, 'share', numberAt(table, 'low', row)),
					saidQuietly(voice, 'share', numberAt(table, 'high', row))
				])
			},
			note: null
		}
	];

	function pointOf(own: Voice, days: number, row: number): CurveModel['points'][number] {
		const rate = numberAt(table, 'rate', row);
		return {
			label: own.count(days),
			value: rate,
			low: numberAt(table, 'low', row),
			high: numberAt(table, 'high', row),
			text: own.share(rate)
		};
	}
}

/** The share of silences (or of lifetimes) that last longer than so many days, at even steps. */
export function survivalFigure({ tables: { survival: table }, params }: ChurnResult, voice: Voice): Block[] {
	const words = voice.messages.churn.survival;
	const ofAll = rowIndices(table).filter((row) => numberAt(table, 'group', row) === 0);
	const longest = ofAll.length === 0 ? 0 : numberAt(table, 'days', ofAll.at(-1) as number);
	const step = Math.max(1, Math.ceil(longest / mostPoints));
	const days = Array.from({ length: Math.floor(longest / step) }, (_, at) => (at + 1) * step);
	// The curve is one of steps: at a day it has the value of the last end on or before it.
	const shown = days.flatMap((day) => {
		const row = ofAll.findLast((own) => numberAt(table, 'days', own) <= day);
		return row === undefined ? [] : [{ day, row }];
	});
	if (shown.length < 2) return [];
	const lifetime = params.survival === 'lifetime';
	const title = lifetime ? words.titleLifetime() : words.title();
	return [
		{
			id: 'survival',
			kind: 'figure',
			title,
			finding: lifetime ? words.lineLifetime() : words.line(),
			picture: {
				kind: 'curve',
				model: curveOf(
					shown.map(({ day, row }) => ({
						label: voice.count(day),
						value: numberAt(table, 'survival', row),
						low: numberAt(table, 'low', row),
						high: numberAt(table, 'high', row),
						text: voice.share(numberAt(table, 'survival', row))
					})),
					lifetime ? words.axisLifetime() : words.axis(),
					voice
				)
			},
			table: {
				caption: voice.words.table({ title }),
				columns: [start(words.days()), ...[words.share(), words.low(), words.high()].map(end)],
				rows: shown.map(({ day, row }): Cell[] => [
					said(voice, 'count', day),
					said(voice, 'share', numberAt(table, 'survival', row)),
					saidQuietly(voice, 'share', numberAt(table, 'low', row)),
					saidQuietly(voice, 'share', numberAt(table, 'high', row))
				]),
				// Few silences last long: what is said of them is said of few.
				behind: shown.map(({ row }) => [numberAt(table, 'atRisk', row), numberAt(table, 'events', row)])
			},
			note: null
		}
	];
}

function curveOf(points: CurveModel['points'], axis: string, voice: Voice): CurveModel {
	const top = largest(points.map(({ high, value }) => (Number.isNaN(high) ? value : high)));
	return {
		points,
		ticks: roundTicks(Math.min(1, top), 4).map((at) => ({ at, text: voice.percent(at) })),
		axis,
		bounds: { low: voice.words.intervalLow(), high: voice.words.intervalHigh() }
	};
}

/** Rule against model, where one was fitted. */
export function agreementBlock(
	{ tables: { agreement: table }, scalars, params }: ChurnResult,
	voice: Voice
): Block[] {
	if (params.model === 'none' || !(scalars.estimated > 0)) return [];
	const words = voice.messages.churn.agreement;
	const width = aliveBands.length;
	const customers = numbersOf(table, 'customers');
	const shown = aliveBands
		.map((_, at) => at)
		.filter((at) => at < 3 || riskBands.some((_, band) => (customers[band * width + at] ?? 0) > 0));
	const title = words.title();
	return [
		{
			id: 'agreement',
			about: 'bands',
			kind: 'matrix',
			title,
			finding: words.finding({
				lost: scalars.churnedButAlive,
				low: scalars.activeButLow,
				model: voice.messages.churn.models[params.model]()
			}),
			matrix: {
				caption: voice.words.table({ title }),
				rowHeads: riskBands.map((id) => ({ label: voice.messages.terms.riskBands[id](), range: '' })),
				columnHeads: shown.map((at) => ({
					label: `${words.alive()} ${voice.messages.terms.aliveBands[aliveBands[at] ?? 'unknown']()}`,
					range: ''
				})),
				cells: riskBands.map((_, band) =>
					shown.map((at) => {
						const row = band * width + at;
						const n = customers[row] ?? 0;
						const share = numberAt(table, 'share', row);
						return {
							main: voice.count(n),
							sub: n > 0 ? voice.share(share) : '',
							customers: n,
							revenue: numberAt(table, 'stake', row),
							step: n > 0 ? Math.max(1, heatStep(share, 1)) : 0
						};
					})
				),
				measure: voice.messages.churn.warning.stake(),
				scale: voice.words.matrixScale({
					measure: words.legend(),
					low: voice.percent(0),
					high: voice.percent(1)
				})
			}
		}
	];
}

/** Customers lost in each period as columns; the table of the same periods stands with it. */
export function lostColumns({ tables: { periods: table }, params, frame }: ChurnResult, voice: Voice) {
	const lost = numbersOf(table, 'lost');
	return {
		kind: 'columns' as const,
		model: {
			series: [{ label: voice.messages.churn.periods.lost(), tone: 'growth-3' as const, down: false }],
			points: rowIndices(table).map((row) => ({
				label: voice.period(numberAt(table, 'period', row), params.unit, frame),
				values: [lost[row] ?? 0],
				incomplete: numberAt(table, 'incomplete', row) === 1
			})),
			ticks: roundTicks(largest(lost), 4).map((at) => ({ at, text: voice.countShort(at) })),
			as: 'count' as const
		}
	};
}
