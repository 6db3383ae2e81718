import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import { end, largest, numberAt, quiet, rowIndices, said, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import { describeParameters } from './parameters.ts';
import { retentionFigures } from './retention-figures.ts';
import { roundTicks } from './ticks.ts';
import { triangles } from './triangle.ts';
import type { Block, Cell, Finding } from './types.ts';
import type { Voice } from './voice.ts';

/** Retention in words: how many come back, the overall curve with its interval, the cohort triangle, and what stands beside them. */
export function describeRetention(result: RetentionResult, voice: Voice): MethodContent {
	return {
		findings: findings(result, voice),
		blocks: [...curve(result, voice), ...triangles(result, voice), ...retentionFigures(result, voice)],
		parameters: describeParameters(result.params, voice, {
			brackets: (brackets: RetentionResult['params']['brackets']) =>
				brackets.map(([from, to]) => `${from}–${to}`).join(voice.locale === 'en' ? ', ' : '、')
		})
	};
}

function findings({ tables, params, scalars }: RetentionResult, voice: Voice): Finding[] {
	const { retention, values } = voice.words;
	const rateAt = (n: number) => {
		const row = rowIndices(tables.curve).find((index) => numberAt(tables.curve, 'n', index) === n);
		return row === undefined ? NaN : numberAt(tables.curve, 'rate', row);
	};
	const unit = values[params.unit]();
	const rest = [3, 6, 12]
		.map((n) => ({ n, rate: rateAt(n) }))
		.filter(({ rate }) => !Number.isNaN(rate))
		.map(({ n, rate }) => retention.further({ unit, n, rate }));
	const first = rateAt(1);
	if (Number.isNaN(first)) return [];
	const lead = params.measure === 'on' ? retention.leadOn : retention.leadOnOrAfter;
	return [
		{
			strong: lead({ unit, n: 1, rate: first }),
			rest: [...rest, retention.cohorts({ n: scalars.cohorts, customers: scalars.customers })].join(
				voice.locale === 'en' ? ' ' : ''
			)
		}
	];
}

function curve({ tables: { curve: table }, params }: RetentionResult, voice: Voice): Block[] {
	const { words } = voice;
	// At N = 0 everyone is there: it would only flatten the rest.
	const rows = rowIndices(table).filter((row) => numberAt(table, 'n', row) > 0);
	if (rows.length === 0) return [];
	// The scale is that of the rates: a band of few customers may leave the picture.
	const top = 1.15 * largest(rows.map((row) => numberAt(table, 'rate', row)));
	const title = words.retention.curveTitle();
	return [
		{
			id: 'curve',
			kind: 'figure',
			title,
			finding: words.retention.curveFinding(),
			reading: words.interval(),
			picture: {
				kind: 'curve',
				model: {
					points: rows.map((row) => ({
						label: voice.count(numberAt(table, 'n', row)),
						value: numberAt(table, 'rate', row),
						low: numberAt(table, 'low', row),
						high: numberAt(table, 'high', row),
						text: voice.share(numberAt(table, 'rate', row))
					})),
					ticks: roundTicks(top, 4).map((at) => ({ at, text: voice.percent(at) })),
					axis: voice.messages.terms.units[params.unit](),
					bounds: { low: words.intervalLow(), high: words.intervalHigh() }
				}
			},
			table: {
				caption: words.table({ title }),
				columns: [
					start('N'),
					end(words.columns.reached()),
					end(words.columns.active()),
					end(words.columns.rate()),
					end(voice.messages.charts.interval())
				],
				rows: rows.map((row): Cell[] => [
					said(voice, 'count', numberAt(table, 'n', row)),
					said(voice, 'count', numberAt(table, 'base', row)),
					said(voice, 'count', numberAt(table, 'active', row)),
					said(voice, 'share', numberAt(table, 'rate', row)),
					quiet(voice.shares(numberAt(table, 'low', row), numberAt(table, 'high', row)))
				])
			},
			note: null
		}
	];
}
