import { labelled } from '#lib/i18n/labelled.ts';
import { warningReasons, type ChurnResult } from '#lib/core/methods/churn/types.ts';
import { backTestWords, survivalWords } from '#lib/i18n/churn-words.ts';
import { end, largest, numberAt, plain, quiet, rowIndices, said, saidQuietly, start } from './columns.ts';
import { roundTicks } from './ticks.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** More points than this lie upon each other on a sheet. */
const MOST_POINTS = 24;
/** Fewer silences than this say little about a share. */
const LEAST_WATCHED = 30;

/** How often silences of each length ended in a return: what the window is chosen by. */
export function backTest(result: ChurnResult, voice: Voice): Block[] {
	const { backtest: table } = result.tables;
	const words = voice.messages.churn.backtest;
	const rows = rowIndices(table).filter((row) => numberAt(table, 'followed', row) > 0);
	if (rows.length === 0) return [];
	const title = words.title();
	return [
		{
			id: 'backtest',
			kind: 'table',
			title,
			finding: backTestWords(result, voice.messages),
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.window()),
					...[words.followed(), words.returned(), words.rate(), voice.messages.charts.interval()].map(end),
					end(words.within())
				],
				rows: rows.map((row): Cell[] => [
					plain(
						`${voice.count(numberAt(table, 'days', row))}${numberAt(table, 'chosen', row) === 1 ? ' ●' : ''}`
					),
					said(voice, 'count', numberAt(table, 'followed', row)),
					said(voice, 'count', numberAt(table, 'returned', row)),
					said(voice, 'share', numberAt(table, 'rate', row)),
					quiet(voice.shares(numberAt(table, 'low', row), numberAt(table, 'high', row))),
					saidQuietly(voice, 'share', numberAt(table, 'within', row))
				])
			}
		}
	];
}

/** The share of silences (or lifetimes) that last longer, as far as enough of them are watched. */
export function survivalFigure(result: ChurnResult, voice: Voice): Block[] {
	const { survival: table } = result.tables;
	const words = voice.messages.churn.survival;
	const watched = rowIndices(table).filter(
		(row) => numberAt(table, 'group', row) === 0 && numberAt(table, 'atRisk', row) >= LEAST_WATCHED
	);
	const stride = Math.max(1, Math.ceil(watched.length / MOST_POINTS));
	const rows = watched.filter((_, i) => i % stride === 0);
	if (rows.length < 2) return [];
	const lifetime = result.params.survival === 'lifetime';
	const title = lifetime ? words.titleLifetime() : words.title();
	return [
		{
			id: 'survival',
			kind: 'figure',
			title,
			finding: survivalWords(result, voice.messages, voice.locale),
			picture: {
				kind: 'curve',
				model: {
					points: rows.map((row) => ({
						label: voice.count(numberAt(table, 'days', row)),
						value: numberAt(table, 'survival', row),
						low: numberAt(table, 'low', row),
						high: numberAt(table, 'high', row),
						text: voice.share(numberAt(table, 'survival', row))
					})),
					ticks: roundTicks(largest(rows.map((row) => numberAt(table, 'high', row))), 4).map((at) => ({
						at,
						text: voice.percent(at)
					})),
					axis: lifetime ? words.axisLifetime() : words.axis(),
					bounds: { low: voice.words.intervalLow(), high: voice.words.intervalHigh() }
				}
			},
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.days()),
					...[words.atRisk(), words.share(), voice.messages.charts.interval()].map(end)
				],
				rows: rows.map((row): Cell[] => [
					said(voice, 'count', numberAt(table, 'days', row)),
					said(voice, 'count', numberAt(table, 'atRisk', row)),
					said(voice, 'share', numberAt(table, 'survival', row)),
					quiet(voice.shares(numberAt(table, 'low', row), numberAt(table, 'high', row)))
				])
			},
			note: null
		}
	];
}

/** Customers who show a sign of leaving, by sign; none of them is named. */
export function warningReasonsBlock(
	{ tables: { reasons: table }, scalars: s }: ChurnResult,
	voice: Voice
): Block[] {
	const words = voice.messages.churn.warning;
	if (table.rows === 0) return [];
	const most = largest(rowIndices(table).map((row) => numberAt(table, 'customers', row)));
	const title = labelled(words.title(), words.reasonsLabel(), voice.locale);
	return [
		{
			id: 'reasons',
			kind: 'table',
			title,
			finding: s.warned > 0 ? '' : words.findingNone(),
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.reasons()),
					start(voice.messages.terms.measures.customers()),
					end(words.stake())
				],
				rows: rowIndices(table).map((row): Cell[] => {
					const customers = numberAt(table, 'customers', row);
					return [
						plain(voice.messages.terms.warningReasons[warningReasons[row] ?? 'overdue']()),
						{ ...said(voice, 'count', customers), bar: most > 0 ? customers / most : 0, tone: 'mark' },
						said(voice, 'money', numberAt(table, 'stake', row))
					];
				})
			}
		}
	];
}
