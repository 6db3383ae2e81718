import { renewalModels, type ContractsResult } from '#lib/core/methods/contracts/types.ts';
import {
	lengthUnit,
	renewalFinding,
	survivalFinding,
	valueFinding,
	type ContractWords
} from '#lib/i18n/contract-words.ts';
import { end, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import { roundTicks } from './ticks.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** More points than this lie upon each other on a sheet. */
const mostPoints = 24;
/** How far points may lie apart, by what lengths are counted in. */
const strides = {
	day: [1, 2, 5, 10, 15, 30, 60, 90, 180, 365, 730, 1460, 3650],
	month: [1, 2, 3, 6, 12, 24, 60, 120],
	year: [1, 2, 5, 10, 20]
} as const;

/** How long customers stay under contract, renewals by age, what they are worth, and the models behind them. */
export function contractCurves(result: ContractsResult, words: ContractWords, voice: Voice): Block[] {
	return [
		...survival(result, words, voice),
		renewals(result, words, voice),
		...(Number.isNaN(result.scalars.best) ? [] : [worth(result, words, voice), models(result, voice)])
	];
}

/** A length of the grid, the last row at which somebody had left by then (−1: none), and how many left since the length before. */
interface GridPoint {
	readonly time: number;
	readonly row: number;
	readonly events: number;
}

/** The curve of all at lengths that are evenly apart, from 0 on, and at the last end: as rows of ends it would not lie true to time. */
function evenly({ tables, scalars, params }: ContractsResult): GridPoint[] {
	const { survival: table, groups } = tables;
	const own = rowIndices(table).filter((row) => numberAt(table, 'group', row) === groups.rows - 1);
	const last = numberAt(table, 'time', own.at(-1) ?? -1);
	if (!(last > 0)) return [];
	const choices = strides[lengthUnit({ scalars, params })];
	const stride = choices.find((one) => last / one <= mostPoints) ?? last / mostPoints;
	const times = Array.from({ length: Math.ceil(last / stride) }, (_, at) => at * stride);
	let at = 0;
	return [...times, last].map((time) => {
		let events = 0;
		for (; at < own.length && numberAt(table, 'time', own[at] ?? -1) <= time; at++)
			events += numberAt(table, 'events', own[at] ?? -1);
		return { time, row: own[at - 1] ?? -1, events };
	});
}

function survival(result: ContractsResult, wording: ContractWords, voice: Voice): Block[] {
	const { survival: table } = result.tables;
	const words = wording.words.survival;
	const points = evenly(result);
	if (points.length < 2) return [];
	const title = words.title();
	const shareAt = ({ row }: GridPoint, name: 'survival' | 'low' | 'high') =>
		row < 0 ? 1 : numberAt(table, name, row);
	return [
		{
			id: 'survival',
			kind: 'figure',
			title,
			finding: survivalFinding(result, wording),
			picture: {
				kind: 'curve',
				model: {
					points: points.map((point) => ({
						label: voice.number(point.time, 1),
						value: shareAt(point, 'survival'),
						low: shareAt(point, 'low'),
						high: shareAt(point, 'high'),
						text: voice.share(shareAt(point, 'survival'))
					})),
					ticks: roundTicks(1, 4).map((at) => ({ at, text: voice.percent(at) })),
					axis: words.axis[lengthUnit(result)](),
					bounds: { low: voice.words.intervalLow(), high: voice.words.intervalHigh() }
				}
			},
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.time({ unit: wording.words.tenures[lengthUnit(result)]() })),
					...[words.events(), words.share(), voice.messages.charts.interval()].map(end)
				],
				behind: points.map(({ row }) => (row < 0 ? [] : [numberAt(table, 'atRisk', row)])),
				rows: points.map((point): Cell[] => [
					said(voice, 'number', point.time, 1),
					said(voice, 'count', point.events),
					said(voice, 'share', shareAt(point, 'survival')),
					quiet(voice.shares(shareAt(point, 'low'), shareAt(point, 'high')))
				])
			},
			note: null
		}
	];
}

function renewals(result: ContractsResult, wording: ContractWords, voice: Voice): Block {
	const { ages: table, models: fits } = result.tables;
	const { renewal: words, value: heads } = wording.words;
	const title = words.title();
	const fitted = renewalModels.filter((_, code) => fits.columns.model.includes(code));
	const shares = ['observed', ...fitted, 'observedRetention', 'retention'] as const;
	return {
		id: 'renewal',
		kind: 'table',
		title,
		finding: renewalFinding(result, wording),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(heads.age({ unit: words.units[result.params.age]() })),
				...[heads.due(), heads.lost(), heads.observed()].map(end),
				...fitted.map((model) => end(words.models[model]())),
				...[heads.observedRetention(), heads.retention()].map(end)
			],
			rows: rowIndices(table).map((row): Cell[] => [
				said(voice, 'count', numberAt(table, 'age', row)),
				...(['due', 'lost'] as const).map((name) => said(voice, 'count', numberAt(table, name, row))),
				...shares.map((name) => said(voice, 'share', numberAt(table, name, row)))
			])
		}
	};
}

function worth(result: ContractsResult, wording: ContractWords, voice: Voice): Block {
	const { ages: table } = result.tables;
	const words = wording.words.value;
	const title = words.title();
	const sums = Number.isNaN(result.scalars.money) ? [] : (['money', 'value'] as const);
	return {
		id: 'value',
		kind: 'table',
		title,
		finding: valueFinding(result, wording),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.age({ unit: wording.words.renewal.units[result.params.age]() })),
				...[words.remaining(), words.active()].map(end),
				...sums.map((name) => end(words[name]()))
			],
			rows: rowIndices(table).map((row): Cell[] => [
				said(voice, 'count', numberAt(table, 'age', row)),
				said(voice, 'number', numberAt(table, 'remaining', row), 2),
				said(voice, 'count', numberAt(table, 'active', row)),
				...sums.map((name) => said(voice, 'money', numberAt(table, name, row)))
			])
		}
	};
}

function models({ tables: { models: table } }: ContractsResult, voice: Voice): Block {
	const { models: words, renewal } = voice.messages.contracts;
	const title = words.title();
	return {
		id: 'models',
		kind: 'table',
		title,
		finding: '',
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.model()),
				...(['alpha', 'beta', 'c', 'logLikelihood', 'aic'] as const).map((name) => end(words[name]())),
				start(words.best())
			],
			rows: rowIndices(table).map((row): Cell[] => [
				plain(renewal.models[renewalModels[numberAt(table, 'model', row)] ?? 'sbg']()),
				...(['alpha', 'beta', 'c'] as const).map((name) =>
					said(voice, 'number', numberAt(table, name, row), 4)
				),
				...(['logLikelihood', 'aic'] as const).map((name) =>
					said(voice, 'number', numberAt(table, name, row), 3)
				),
				plain(numberAt(table, 'best', row) === 1 ? '●' : '')
			])
		}
	};
}
