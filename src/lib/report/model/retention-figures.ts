import { labelled } from '#lib/i18n/labelled.ts';
import { sureInterval } from '#lib/i18n/sure-words.ts';
import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import type { Table } from '#lib/core/result/table.ts';
import { bracketTriangle } from './bracket-triangle.ts';
import { end, numberAt, plain, quiet, rowIndices, said, saidQuietly, start, total } from './columns.ts';
import { intervalBlock } from './interval-block.ts';
import type { Block, Cell, Column, TableModel } from './types.ts';
import type { Voice } from './voice.ts';

/** What retention says beside its matrix, in tables: those that have no rows are left out. */
export function retentionFigures(result: RetentionResult, voice: Voice): Block[] {
	return [
		...newest(result, voice),
		...money(result, voice),
		...brackets(result, voice),
		...bracketTriangle(result, voice),
		...stickiness(result, voice),
		...intervals(result, voice)
	];
}

type At = (name: string, row: number) => number;

function block(
	id: string,
	title: string,
	finding: string,
	columns: readonly Column[],
	rows: readonly Cell[][],
	voice: Voice,
	guard: Pick<TableModel, 'behind' | 'weighted'> = {}
): Block {
	const caption = voice.words.table({ title });
	return {
		id,
		kind: 'table',
		title,
		finding,
		table: { caption, columns, rows, ...guard }
	};
}

const between = (at: At, row: number, voice: Voice): Cell =>
	quiet(voice.shares(at('low', row), at('high', row)));

function newest({ tables: { newest: table }, params, frame }: RetentionResult, voice: Voice): Block[] {
	if (table.rows === 0) return [];
	const words = voice.messages.retention.newest;
	const at: At = (name, row) => numberAt(table, name, row);
	const points = (share: number): Cell => said(voice, 'number', share * 100, 1);
	return [
		block(
			'newest',
			words.title(),
			words.finding({ unit: voice.words.values[params.unit]() }),
			[
				start(words.n()),
				...[words.cohort(), words.rate(), words.base(), words.othersRate(), words.othersBase()].map(end),
				...[words.difference(), words.low(), words.high(), words.p()].map(end)
			],
			rowIndices(table).map((row) => [
				said(voice, 'count', at('n', row)),
				plain(voice.period(at('cohort', row), params.unit, frame)),
				said(voice, 'share', at('rate', row)),
				said(voice, 'count', at('base', row)),
				said(voice, 'share', at('othersRate', row)),
				said(voice, 'count', at('othersBase', row)),
				points(at('difference', row)),
				points(at('low', row)),
				points(at('high', row)),
				said(voice, 'number', at('p', row), 3)
			]),
			voice,
			{ behind: rowIndices(table).map((row) => [at('active', row), at('othersActive', row)]) }
		)
	];
}

/** All cohorts together, N by N. */
function money({ tables: { curve: table } }: RetentionResult, voice: Voice): Block[] {
	const words = voice.messages.retention;
	const at: At = (name, row) => numberAt(table, name, row);
	const rows = rowIndices(table).filter((row) => at('n', row) > 0 && !Number.isNaN(at('moneyRate', row)));
	if (rows.length === 0) return [];
	return [
		block(
			'money',
			words.curve.lineMoney(),
			words.curve.findingMoney(),
			[
				start('N'),
				...[words.triangle.moneyBase(), words.triangle.money(), words.triangle.moneyRate()].map(end)
			],
			rows.map((row) => [
				said(voice, 'count', at('n', row)),
				said(voice, 'money', at('moneyBase', row)),
				said(voice, 'money', at('money', row)),
				said(voice, 'share', at('moneyRate', row))
			]),
			voice,
			{ behind: rows.map((row) => [at('base', row), at('active', row)]) }
		)
	];
}

function brackets({ tables: { brackets: table }, params }: RetentionResult, voice: Voice): Block[] {
	if (table.rows === 0) return [];
	const words = voice.messages.retention.brackets;
	const at: At = (name, row) => numberAt(table, name, row);
	const name = params.bracketUnit === 'day' ? words.days : words.periods[params.unit];
	return [
		block(
			'brackets',
			words.title(),
			'',
			[
				start(words.bracket()),
				...[words.reached(), words.active(), words.rate()].map(end),
				...[voice.messages.charts.interval(), words.waiting()].map(end)
			],
			rowIndices(table).map((row) => [
				plain(name({ range: `${at('from', row)}–${at('to', row)}` })),
				said(voice, 'count', at('base', row)),
				said(voice, 'count', at('active', row)),
				said(voice, 'share', at('rate', row)),
				between(at, row, voice),
				saidQuietly(voice, 'count', at('waiting', row))
			]),
			voice
		)
	];
}

/**
 * The repeat rate is the finding. Rows are of exactly n alone: shares of "at least" beside them would give away a row that
 * is hidden, as the difference of its neighbours.
 */
function stickiness({ tables, scalars: s, params }: RetentionResult, voice: Voice): Block[] {
	const { exactly } = tables;
	if (exactly.rows === 0) return [];
	const { repeat, stickiness: words } = voice.messages.retention;
	return [
		block(
			'stickiness',
			words.title(),
			[
				labelled(repeat.rate(), voice.share(s.repeatRate), voice.locale),
				repeat.rateSub({
					repeat: s.repeatBuyers,
					buyers: s.buyers,
					interval: voice.shares(s.repeatLow, s.repeatHigh)
				})
			].join(voice.locale === 'en' ? '. ' : '。'),
			[
				start(words.axis[params.unit]()),
				...[words.customers(), words.share(), voice.messages.charts.interval()].map(end)
			],
			rowIndices(exactly).map((row) => [
				plain(
					`${voice.count(numberAt(exactly, 'n', row))}${numberAt(exactly, 'more', row) === 1 ? '+' : ''}`
				),
				said(voice, 'count', numberAt(exactly, 'customers', row)),
				said(voice, 'share', numberAt(exactly, 'share', row)),
				between((name, at) => numberAt(exactly, name, at), row, voice)
			]),
			voice,
			{ weighted: periodsOf(exactly) }
		)
	];
}

/** Each active customer of a period is told by the cohorts, so the periods of all are known in sum. */
function periodsOf(exactly: Table): NonNullable<TableModel['weighted']> {
	const least = (row: number) => numberAt(exactly, 'n', row);
	return {
		ranges: rowIndices(exactly).map((row) => [
			least(row),
			numberAt(exactly, 'more', row) === 1 ? Infinity : least(row)
		]),
		sum: total(rowIndices(exactly).map((row) => least(row) * numberAt(exactly, 'customers', row)))
	};
}

function intervals({ tables, scalars: s }: RetentionResult, voice: Voice): Block[] {
	if (!(s.gapCustomers > 0)) return [];
	const words = voice.messages.retention.intervals;
	const days = (value: number) => voice.number(value, 1);
	const finding = [
		words.finding({ median: days(s.gapMedian), p25: days(s.gapP25), p75: days(s.gapP75) }),
		...sureInterval(
			{ purchaseIntervalLow: s.gapMedianLow, purchaseIntervalHigh: s.gapMedianHigh },
			voice.messages,
			voice.locale
		)
	].join(voice.locale === 'en' ? ' ' : '');
	return [intervalBlock(tables.intervals, words.title(), finding, voice)];
}
