import { customerMoves, growthSteps, type ContributionResult } from '#lib/core/methods/contribution/types.ts';
import { sureGrowth } from '#lib/i18n/sure-words.ts';
import { profitFinding } from '#lib/i18n/profit-finding.ts';
import { growthLead } from '#lib/i18n/growth-lead.ts';
import { end, numberAt, plain, quiet, rowIndices, said, saidQuietly, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import type { Block, Finding } from './types.ts';
import type { Voice } from './voice.ts';

/** Growth in words and tables: by factors, by customers, and how much hangs on the largest. */
export function describeContribution(result: ContributionResult, voice: Voice): MethodContent {
	const { params, scalars: s } = result;
	const words = voice.messages.contribution;
	const day = voice.day;
	return {
		findings: findings(result, voice),
		blocks:
			result.status === 'ok'
				? [steps(result, voice), moves(result, voice), ...profits(result, voice), ...top(result, voice)]
				: [],
		parameters: [
			{
				label: words.days(),
				value:
					params.period === 'days'
						? words.daysValue({ n: params.days })
						: `${words.periodNames[params.period]()} (${day(s.nowFrom)} – ${day(s.nowTo)})`
			},
			{
				label: words.against(),
				value: `${words.againsts[params.against]()} (${day(s.beforeFrom)} – ${day(s.beforeTo)})`
			}
		]
	};
}

function findings(result: ContributionResult, voice: Voice): Finding[] {
	const { scalars: s, tables, status } = result;
	if (status !== 'ok') return [];
	const words = voice.messages.contribution;
	const strong = growthLead(result, words, voice.moneyShort);
	if (!(s.revenueBefore > 0)) return [{ strong, rest: '' }];
	const effect = (row: number) => signed(numberAt(tables.steps, 'change', row), voice.moneyShort);
	return [{ strong, rest: words.rest({ customers: effect(1), frequency: effect(2), basket: effect(3) }) }];
}

function steps({ tables: { steps: table } }: ContributionResult, voice: Voice): Block {
	const words = voice.messages.contribution.steps;
	const title = words.title();
	return {
		id: 'steps',
		kind: 'table',
		title,
		finding: words.finding(),
		table: {
			caption: voice.words.table({ title }),
			columns: [start(words.step()), end(words.effect()), end(words.before()), end(words.now())],
			rows: rowIndices(table).map((row) => {
				const step = growthSteps[row] ?? 'start';
				const change = numberAt(table, 'change', row);
				const factor = (value: number) =>
					Number.isNaN(value) ? '–' : step === 'basket' ? voice.money(value) : voice.number(value, 2);
				return [
					plain(words[step]()),
					{
						...said(voice, 'money', change),
						text: step === 'start' || step === 'end' ? voice.money(change) : signed(change, voice.money)
					},
					quiet(factor(numberAt(table, 'before', row))),
					quiet(factor(numberAt(table, 'now', row)))
				];
			})
		}
	};
}

function moves({ tables: { moves: table } }: ContributionResult, voice: Voice): Block {
	const words = voice.messages.contribution.moves;
	const title = words.title();
	const changes = rowIndices(table).map((row) => numberAt(table, 'change', row));
	const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
	return {
		id: 'moves',
		kind: 'table',
		title,
		finding: words.finding({
			gained: voice.moneyShort(sum(changes.filter((change) => change > 0))),
			lost: voice.moneyShort(-sum(changes.filter((change) => change < 0)))
		}),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.move()),
				end(words.customers()),
				end(words.before()),
				end(words.now()),
				end(words.change())
			],
			rows: rowIndices(table).map((row) => [
				plain(words[customerMoves[row] ?? 'new']()),
				said(voice, 'count', numberAt(table, 'customers', row)),
				saidQuietly(voice, 'money', numberAt(table, 'before', row)),
				saidQuietly(voice, 'money', numberAt(table, 'now', row)),
				{ ...said(voice, 'money', changes[row] ?? 0), text: signed(changes[row] ?? 0, voice.money) }
			])
		}
	};
}

function profits(
	{ tables: { profits: table, moves: people }, scalars }: ContributionResult,
	voice: Voice
): Block[] {
	if (table === undefined) return [];
	const { byProfit: words, contribution: own } = voice.messages;
	const title = words.growth.title();
	return [
		{
			id: 'profits',
			kind: 'table',
			title,
			finding: profitFinding(scalars, voice.messages, voice.moneyShort),
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(own.moves.move()),
					end(own.moves.customers()),
					end(own.top.revenue()),
					end(own.top.share()),
					end(words.growth.profit()),
					end(words.share()),
					end(words.growth.margin()),
					end(words.growth.before())
				],
				rows: rowIndices(table).map((row) => [
					plain(own.moves[customerMoves[row] ?? 'new']()),
					said(voice, 'count', numberAt(people, 'customers', row)),
					said(voice, 'money', numberAt(table, 'revenue', row)),
					saidQuietly(voice, 'share', numberAt(table, 'revenueShare', row)),
					said(voice, 'money', numberAt(table, 'profit', row)),
					saidQuietly(voice, 'share', numberAt(table, 'profitShare', row)),
					said(voice, 'share', numberAt(table, 'margin', row)),
					saidQuietly(voice, 'money', numberAt(table, 'profitBefore', row))
				])
			}
		}
	];
}

function top({ tables: { top: table }, scalars: s }: ContributionResult, voice: Voice): Block[] {
	if (table.rows === 0 || Number.isNaN(s.hhi)) return [];
	const words = voice.messages.contribution.top;
	const title = words.title();
	const known = {
		n: Math.round(1 / s.hhi),
		hhi: voice.number(s.hhi, 4),
		gini: voice.number(s.gini, 2, 2)
	};
	return [
		{
			id: 'top',
			kind: 'table',
			title,
			finding: [
				Number.isNaN(s.hhiBefore)
					? words.findingFirst(known)
					: words.finding({
							...known,
							before: Math.round(1 / s.hhiBefore),
							giniBefore: voice.number(s.giniBefore, 2, 2)
						}),
				...sureGrowth(s, voice.messages, voice.locale)
			].join(voice.locale === 'en' ? ' ' : ''),
			table: {
				caption: voice.words.table({ title }),
				columns: [start(words.top()), end(words.revenue()), end(words.share()), end(words.shareBefore())],
				behind: rowIndices(table).map((row) => [numberAt(table, 'count', row)]),
				rows: rowIndices(table).map((row) => [
					plain(words.mark({ n: numberAt(table, 'count', row) })),
					said(voice, 'moneyShort', numberAt(table, 'revenue', row)),
					said(voice, 'share', numberAt(table, 'share', row)),
					saidQuietly(voice, 'share', numberAt(table, 'shareBefore', row))
				])
			}
		}
	];
}

function signed(units: number, write: (units: number) => string): string {
	return `${units > 0 ? '+' : units < 0 ? '−' : ''}${write(Math.abs(units))}`;
}
