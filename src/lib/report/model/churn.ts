import { riskBands, type ChurnResult } from '#lib/core/methods/churn/types.ts';
import type { Table } from '#lib/core/result/table.ts';
import { agreementMatrix } from './churn-agreement.ts';
import { causesBlock } from './churn-causes.ts';
import { backTest, survivalFigure, warningReasonsBlock } from './churn-figures.ts';
import { end, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** Who is at risk, how many were lost, and how much revenue stayed. Single customers are not named in a report. */
export function describeChurn(result: ChurnResult, voice: Voice): MethodContent {
	const { churn, terms } = voice.messages;
	const { scalars: s, params } = result;
	const rest = [
		Number.isNaN(s.churnRate) ? '' : churn.restRate({ rate: s.churnRate }),
		Number.isNaN(s.winBackRate) ? '' : churn.restBack({ rate: s.winBackRate, days: params.winBackDays })
	];
	const lead =
		s.atRisk === 0 ? churn.leadNone() : churn.lead({ n: s.atRisk, stake: voice.moneyShort(s.stakeAtRisk) });
	const after = (days: number) => (Number.isNaN(days) ? churn.cards.noCut() : churn.days({ n: days }));
	return {
		findings: [
			{ strong: lead, rest: rest.filter((text) => text !== '').join(voice.locale === 'en' ? ' ' : '') }
		],
		blocks: [
			bands(result, voice),
			...causesBlock(result, voice),
			...warningReasonsBlock(result, voice),
			periods(result, voice),
			revenue(result, voice),
			...survivalFigure(result, voice),
			...agreementMatrix(result, voice),
			...backTest(result, voice)
		],
		parameters: [
			{ label: churn.rule(), value: churn.rules[params.window]() },
			{ label: churn.atRisk(), value: after(s.atRiskAfter) },
			{ label: churn.churned(), value: after(s.churnedAfter) },
			{ label: churn.within(), value: churn.days({ n: params.winBackDays }) },
			{ label: churn.period(), value: terms.units[params.unit]() },
			...(params.lossReasons === null
				? []
				: [
						{
							label: churn.causes.column(),
							value: `${params.lossReasons.table ?? churn.causes.ownOrders()} / ${params.lossReasons.column}`
						}
					]),
			{ label: churn.models.label(), value: churn.models[params.model]() }
		]
	};
}

function bands({ tables: { bands: table } }: ChurnResult, { messages, ...voice }: Voice): Block {
	const { warning } = messages.churn;
	const { measures, riskBands: names } = messages.terms;
	const title = messages.churn.title();
	return {
		id: 'bands',
		kind: 'table',
		about: 'bands',
		title,
		finding: '',
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(warning.band()),
				end(measures.customers()),
				end(measures.share()),
				end(warning.stake()),
				end(measures.share())
			],
			rows: rowIndices(table).map((row): Cell[] => [
				plain(names[riskBands[row] ?? 'active']()),
				said(voice, 'count', numberAt(table, 'customers', row)),
				said(voice, 'share', numberAt(table, 'share', row)),
				said(voice, 'money', numberAt(table, 'stake', row)),
				said(voice, 'share', numberAt(table, 'stakeShare', row))
			])
		}
	};
}

function periods(result: ChurnResult, voice: Voice): Block {
	const { periods: table } = result.tables;
	const words = voice.messages.churn.periods;
	const counts = ['start', 'lost', 'new', 'wonBack', 'end'] as const;
	const shares = ['rate', 'low', 'high'] as const;
	return {
		id: 'periods',
		kind: 'table',
		title: words.title(),
		finding: '',
		table: {
			caption: voice.words.table({ title: words.title() }),
			columns: [start(words.period()), ...[...counts, ...shares].map((name) => end(words[name]()))],
			...cutNote(table, voice),
			rows: rowIndices(table).map((row): Cell[] => [
				periodCell(table, row, result, voice),
				...counts.map((name) => said(voice, 'count', numberAt(table, name, row))),
				...shares.map((name) => said(voice, 'share', numberAt(table, name, row)))
			])
		}
	};
}

function revenue(result: ChurnResult, voice: Voice): Block {
	const { revenue: table } = result.tables;
	const words = voice.messages.churn.revenue;
	const shares = [
		...(['nrr', 'nrrLow', 'nrrHigh', 'grr', 'grrLow', 'grrHigh'] as const),
		'revenueChurn'
	] as const;
	const sums = ['start', 'churned', 'contraction', 'expansion', 'end'] as const;
	return {
		id: 'revenue',
		kind: 'table',
		title: words.title(),
		finding: '',
		table: {
			caption: voice.words.table({ title: words.title() }),
			columns: [
				start(voice.messages.churn.periods.period()),
				...[...shares, 'revenueChurnEnds' as const, 'customerChurn' as const, ...sums].map((name) =>
					end(words[name]())
				)
			],
			behind: rowIndices(table).map((row) => {
				const [customers, lost] = [numberAt(table, 'customers', row), numberAt(table, 'lost', row)];
				return [customers, lost, customers - lost];
			}),
			...cutNote(table, voice),
			rows: rowIndices(table).map((row): Cell[] => [
				periodCell(table, row, result, voice),
				...shares.map((name) => said(voice, 'share', numberAt(table, name, row))),
				// What was not kept: the ends of GRR, turned round.
				quiet(voice.shares(1 - numberAt(table, 'grrHigh', row), 1 - numberAt(table, 'grrLow', row))),
				said(voice, 'share', numberAt(table, 'customerChurn', row)),
				...sums.map((name) => said(voice, 'money', numberAt(table, name, row)))
			])
		}
	};
}

const isCut = (table: Table, row: number): boolean => numberAt(table, 'incomplete', row) === 1;

/** The name of a period, marked when it is cut short. Earlier files called it by its first day, and are remembered by that. */
function periodCell(table: Table, row: number, { params, frame }: ChurnResult, voice: Voice): Cell {
	const first = numberAt(table, 'period', row);
	const marked = (name: string) => (isCut(table, row) ? `${name} ${voice.words.incompleteMark()}` : name);
	return { ...plain(marked(voice.period(first, params.unit, frame))), key: marked(voice.day(first)) };
}

/** What the mark means, where there is one. */
function cutNote(table: Table, voice: Voice): { note?: string } {
	return rowIndices(table).some((row) => isCut(table, row)) ? { note: voice.words.incomplete() } : {};
}
