import { renewalModels, type ContractsResult } from '#lib/core/methods/contracts/types.ts';
import {
	lengthUnit,
	renewalFinding,
	survivalFinding,
	valueFinding,
	type ContractWords
} from '#lib/i18n/contract-words.ts';
import { end, largest, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import { roundTicks } from './ticks.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** More points than this lie upon each other on a sheet. */
const mostPoints = 24;

/** How long customers stay under contract, renewals by age, what they are worth, and the models behind them. */
export function contractCurves(result: ContractsResult, words: ContractWords, voice: Voice): Block[] {
	return [
		...survival(result, words, voice),
		renewals(result, words, voice),
		...(Number.isNaN(result.scalars.best) ? [] : [worth(result, words, voice), models(result, voice)])
	];
}

function survival(result: ContractsResult, wording: ContractWords, voice: Voice): Block[] {
	const { survival: table, groups } = result.tables;
	const words = wording.words.survival;
	const own = rowIndices(table).filter((row) => numberAt(table, 'group', row) === groups.rows - 1);
	const stride = Math.max(1, Math.ceil(own.length / mostPoints));
	const rows = own.filter((_, i) => i % stride === 0 || i === own.length - 1);
	if (rows.length < 2) return [];
	const title = words.title();
	const time = (row: number) => voice.number(numberAt(table, 'time', row), 1);
	return [
		{
			id: 'survival',
			kind: 'figure',
			title,
			finding: survivalFinding(result, wording),
			picture: {
				kind: 'curve',
				model: {
					points: rows.map((row) => ({
						label: time(row),
						value: numberAt(table, 'survival', row),
						low: numberAt(table, 'low', row),
						high: numberAt(table, 'high', row),
						text: voice.share(numberAt(table, 'survival', row))
					})),
					ticks: roundTicks(largest(rows.map((row) => numberAt(table, 'high', row))), 4).map((at) => ({
						at,
						text: voice.percent(at)
					})),
					axis: words.axis[lengthUnit(result)](),
					bounds: { low: voice.words.intervalLow(), high: voice.words.intervalHigh() }
				}
			},
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(words.time({ unit: wording.words.tenures[lengthUnit(result)]() })),
					...[words.atRisk(), words.events(), words.share(), voice.messages.charts.interval()].map(end)
				],
				rows: rows.map((row): Cell[] => [
					said(voice, 'number', numberAt(table, 'time', row), 1),
					said(voice, 'count', numberAt(table, 'atRisk', row)),
					said(voice, 'count', numberAt(table, 'events', row)),
					said(voice, 'share', numberAt(table, 'survival', row)),
					quiet(voice.shares(numberAt(table, 'low', row), numberAt(table, 'high', row)))
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
