import { renewalModels, type ContractsResult } from '#lib/core/methods/contracts/types.ts';
import {
	contractGroup,
	contractsFinding,
	groupsFinding,
	lengthText,
	lengthUnit,
	periodsFinding,
	type ContractWords
} from '#lib/i18n/contract-words.ts';
import { formatMoney, formatMoneyShort } from '#lib/i18n/format.ts';
import { formatInterval } from '#lib/i18n/format-interval.ts';
import { end, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import { contractCurves } from './contract-curves.ts';
import type { MethodContent } from './content.ts';
import type { Block, Cell, Labelled, Tile } from './types.ts';
import type { Voice } from './voice.ts';

/** Who is under contract, movements by period, groups, how long customers stay, and what their renewals are worth. */
export function describeContracts(result: ContractsResult, plainVoice: Voice): MethodContent {
	const voice = inCurrency(result, plainVoice);
	const words: ContractWords = {
		...{ locale: voice.locale, money: voice.style, words: voice.messages.contracts }
	};
	const { lead, rest } = contractsFinding(result, words);
	return {
		findings: [{ strong: lead, rest }],
		blocks: [
			{ id: 'tiles', kind: 'tiles', tiles: tiles(result, words, voice) },
			...(result.tables.periods.rows === 0 ? [] : [periods(result, words, voice)]),
			groups(result, words, voice),
			...contractCurves(result, words, voice)
		],
		parameters: parameters(result, voice)
	};
}

/** Money in the currency of the table, where it says one. */
function inCurrency({ tables }: ContractsResult, voice: Voice): Voice {
	const [currency = ''] = tables.source.columns.currency;
	if (!/^[A-Z]{3}$/.test(currency)) return voice;
	const style = { ...voice.style, currency };
	return {
		...voice,
		style,
		money: (units) => formatMoney(units, voice.locale, style, true),
		moneyShort: (units) => formatMoneyShort(units, voice.locale, style)
	};
}

function tiles(result: ContractsResult, words: ContractWords, voice: Voice): Tile[] {
	const { cards, per, renewal } = words.words;
	const { scalars: s, params, frame } = result;
	const all: Tile[] = [
		{
			label: cards.active(),
			value: voice.count(s.active),
			note: s.inGrace > 0 ? cards.activeSub({ n: s.inGrace }) : cards.activeAll({ n: s.spells })
		}
	];
	if (!Number.isNaN(s.money))
		all.push({
			label: cards.money({ per: per[params.amountIn]() }),
			value: voice.moneyShort(s.money),
			note: cards.moneySub({ mean: voice.money(s.money / s.active) })
		});
	if (!Number.isNaN(s.churnRate))
		all.push({
			label: cards.rate(),
			value: voice.share(s.churnRate),
			note: cards.rateSub({ period: voice.period(s.churnPeriod, params.unit, frame) })
		});
	all.push({
		label: cards.median(),
		value: lengthText(result, s.median, words),
		note: cards.mean({
			mean: lengthText(result, s.mean, words),
			horizon: lengthText(result, s.meanHorizon, words)
		})
	});
	const model = renewalModels[s.best];
	if (!Number.isNaN(s.residualValue) && model !== undefined)
		all.push({
			label: cards.value(),
			value: voice.moneyShort(s.residualValue),
			note: cards.valueSub({ discount: params.discount, model: renewal.models[model]() })
		});
	return all;
}

function periods(result: ContractsResult, words: ContractWords, voice: Voice): Block {
	const { periods: table } = result.tables;
	const heads = words.words.periods;
	const title = heads.title();
	const counts = ['start', 'new', 'back', 'due', 'renewed', 'ended', 'end', 'lost'] as const;
	const shares = ['rate', 'low', 'high'] as const;
	const sums = Number.isNaN(result.scalars.money) ? [] : (['moneyStart', 'moneyEnded'] as const);
	const cut = (row: number): boolean => numberAt(table, 'incomplete', row) === 1;
	return {
		id: 'periods',
		kind: 'table',
		title,
		finding: periodsFinding(result, words),
		table: {
			caption: voice.words.table({ title }),
			columns: [start(heads.period()), ...[...counts, ...shares, ...sums].map((name) => end(heads[name]()))],
			...(rowIndices(table).some(cut) ? { note: voice.words.incomplete() } : {}),
			rows: rowIndices(table).map((row): Cell[] => {
				const name = voice.period(numberAt(table, 'period', row), result.params.unit, result.frame);
				return [
					plain(cut(row) ? `${name} ${voice.words.incompleteMark()}` : name),
					...counts.map((column) => said(voice, 'count', numberAt(table, column, row))),
					...shares.map((column) => said(voice, 'share', numberAt(table, column, row))),
					...sums.map((column) => said(voice, 'money', numberAt(table, column, row)))
				];
			})
		}
	};
}

function groups(result: ContractsResult, words: ContractWords, voice: Voice): Block {
	const { groups: table, source } = result.tables;
	const heads = words.words.groups;
	const [by = ''] = source.columns.by;
	const title = by === '' ? heads.titleAll() : heads.title({ by });
	const unit = words.words.tenures[lengthUnit(result)]();
	const hasMoney = !Number.isNaN(result.scalars.money);
	const limits = (row: number): string => {
		const [low, high] = [numberAt(table, 'medianLow', row), numberAt(table, 'medianHigh', row)];
		// Where too few have ended there is no upper end.
		if (!Number.isNaN(low) && Number.isNaN(high))
			return voice.words.rangeFrom({ from: voice.number(low, 1) });
		return formatInterval(low, high, (end) => voice.number(end, 1));
	};
	return {
		id: 'groups',
		kind: 'table',
		title,
		finding: groupsFinding(result, words),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(heads.group()),
				...[heads.spells(), heads.active(), heads.ended()].map(end),
				...(hasMoney ? [end(heads.money())] : []),
				...[heads.median({ unit }), voice.messages.charts.interval()].map(end),
				end(heads.mean({ horizon: lengthText(result, result.scalars.meanHorizon, words) }))
			],
			rows: rowIndices(table).map((row): Cell[] => [
				plain(contractGroup(result, row, words)),
				...(['spells', 'active', 'ended'] as const).map((name) =>
					said(voice, 'count', numberAt(table, name, row))
				),
				...(hasMoney ? [said(voice, 'money', numberAt(table, 'money', row))] : []),
				said(voice, 'number', numberAt(table, 'median', row), 1),
				quiet(limits(row)),
				said(voice, 'number', numberAt(table, 'mean', row), 1)
			])
		}
	};
}

/** Which statuses mean an end, where the table has any. */
function statusesText({ statuses, source }: ContractsResult['tables'], voice: Voice): Labelled[] {
	if (statuses.rows === 0) return [];
	const { value, ended } = statuses.columns;
	const over = value.filter((_, row) => ended[row] === 1);
	const text = voice.list(over);
	return [
		{
			label: voice.messages.contracts.statuses.label(),
			value: `${source.columns.status[0] ?? ''}: ${text === '' ? '–' : text}`
		}
	];
}

function parameters({ params, scalars, tables }: ContractsResult, voice: Voice): Labelled[] {
	const words = voice.messages.contracts;
	const [by = ''] = tables.source.columns.by;
	return [
		{ label: words.table(), value: tables.source.columns.table[0] ?? '' },
		...(by === '' ? [] : [{ label: words.by(), value: by }]),
		...(scalars.dated === 1
			? [
					{ label: words.grace(), value: words.days({ n: params.grace }) },
					{ label: words.unit(), value: voice.messages.terms.units[params.unit]() }
				]
			: [{ label: words.tenureIn(), value: words.tenures[params.tenureIn]() }]),
		...statusesText(tables, voice),
		{ label: words.age(), value: words.ages[params.age]() },
		{ label: words.ahead(), value: voice.count(params.ahead) },
		{ label: words.discount(), value: voice.share(params.discount) },
		...(Number.isNaN(scalars.money)
			? []
			: [{ label: words.amountIn(), value: words.amounts[params.amountIn]() }])
	];
}
