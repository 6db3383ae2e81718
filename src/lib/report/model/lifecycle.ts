import { stageIds, type LifecycleResult } from '#lib/core/methods/lifecycle/types.ts';
import { end, largest, numberAt, numbersOf, plain, rowIndices, said, saidQuietly, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import { growthFigure, growthFindings } from './lifecycle-growth.ts';
import { boardBlock } from './lifecycle-board.ts';
import { modelBlocks } from './lifecycle-models.ts';
import { ruleText } from './stage-rules.ts';
import { describeParameters } from './parameters.ts';
import type { Block, Cell, Finding, Tone } from './types.ts';
import type { Voice } from './voice.ts';

/** The lifecycle in words: stages now, the funnel, who was gained and lost by period, and the rules used. */
export function describeLifecycle(result: LifecycleResult, voice: Voice): MethodContent {
	return {
		findings: [...stageFindings(result, voice), ...growthFindings(result, voice)],
		blocks: [
			...growthFigure(result, voice),
			stages(result, voice),
			funnel(result, voice),
			...boardBlock(result, voice),
			...modelBlocks(result, voice),
			rules(result, voice)
		],
		// The rules of other templates stand with their stages.
		parameters: describeParameters({ ...result.params, templateRules: null }, voice, {
			rules: () => voice.words.values.rulesBelow(),
			models: (models: LifecycleResult['params']['models']) =>
				models.map((template) => voice.messages.stageModels.templates[template]()).join(' × ')
		})
	};
}

function stageName(index: number, voice: Voice): string {
	const id = stageIds[index];
	return id === undefined ? String(index) : voice.messages.terms.stages[id]();
}

function stageFindings({ tables: { stages: table } }: LifecycleResult, voice: Voice): Finding[] {
	const customers = numbersOf(table, 'customers');
	const top = customers.indexOf(largest(customers));
	if (top < 0 || customers[top] === 0) return [];
	const strong = voice.words.lifecycle.lead({
		stage: stageName(numberAt(table, 'stage', top), voice),
		n: customers[top] as number,
		share: numberAt(table, 'share', top)
	});
	return [{ strong, rest: '' }];
}

function stages({ tables: { stages: table }, frame }: LifecycleResult, voice: Voice): Block {
	const { words } = voice;
	const title = words.lifecycle.stagesTitle({ day: voice.day(frame.asOf) });
	const max = largest(numbersOf(table, 'share'));
	return {
		id: 'stages',
		kind: 'table',
		about: 'stages',
		title,
		finding: words.lifecycle.stagesFinding(),
		table: {
			caption: words.table({ title }),
			columns: [
				start(words.columns.stage()),
				end(words.columns.customers()),
				start(words.columns.shareOfCustomers()),
				end(words.columns.revenue()),
				end(words.columns.revenueShare()),
				end(words.columns.daysSinceLast())
			],
			rows: rowIndices(table).map((row): Cell[] => {
				const stage = numberAt(table, 'stage', row);
				const tone: Tone = `stage-${stage}`;
				const share = numberAt(table, 'share', row);
				return [
					{ text: stageName(stage, voice), tone },
					said(voice, 'count', numberAt(table, 'customers', row)),
					{ ...said(voice, 'share', share), bar: max > 0 && share > 0 ? share / max : 0, tone },
					said(voice, 'moneyShort', numberAt(table, 'revenue', row)),
					saidQuietly(voice, 'share', numberAt(table, 'revenueShare', row)),
					saidQuietly(voice, 'number', numberAt(table, 'medianDaysSinceLast', row))
				];
			})
		}
	};
}

function funnel({ tables: { funnel: table } }: LifecycleResult, voice: Voice): Block {
	const { words } = voice;
	const title = words.lifecycle.funnelTitle();
	const max = largest(numbersOf(table, 'customers'));
	const second = rowIndices(table).find((row) => stageIds[numberAt(table, 'stage', row)] === 'growing');
	const rate = second === undefined ? NaN : numberAt(table, 'conversion', second);
	return {
		id: 'funnel',
		kind: 'table',
		title,
		finding: Number.isNaN(rate)
			? words.lifecycle.funnelPlain()
			: words.lifecycle.funnelFinding({
					rate,
					days: voice.number(second === undefined ? NaN : numberAt(table, 'medianDays', second))
				}),
		table: {
			caption: words.table({ title }),
			columns: [
				start(words.columns.step()),
				start(words.columns.customers()),
				end(words.columns.conversion()),
				end(voice.messages.charts.low()),
				end(voice.messages.charts.high()),
				end(words.columns.stopped()),
				end(words.columns.medianDays()),
				end(words.columns.p90Days())
			],
			rows: rowIndices(table).map((row): Cell[] => {
				const stage = numberAt(table, 'stage', row);
				const customers = numberAt(table, 'customers', row);
				const tone: Tone = `stage-${stage}`;
				return [
					{ text: stageName(stage, voice), tone },
					{ ...said(voice, 'count', customers), bar: max > 0 ? customers / max : 0, tone },
					said(voice, 'share', numberAt(table, 'conversion', row)),
					saidQuietly(voice, 'share', numberAt(table, 'low', row)),
					saidQuietly(voice, 'share', numberAt(table, 'high', row)),
					saidQuietly(voice, 'count', numberAt(table, 'stopped', row)),
					saidQuietly(voice, 'number', numberAt(table, 'medianDays', row)),
					saidQuietly(voice, 'number', numberAt(table, 'p90Days', row))
				];
			})
		}
	};
}

function rules({ params, scalars }: LifecycleResult, voice: Voice): Block {
	const { words } = voice;
	const title = words.lifecycle.rulesTitle();
	return {
		id: 'rules',
		kind: 'table',
		title,
		finding: words.lifecycle.rulesFinding(),
		table: {
			caption: words.table({ title }),
			columns: [start(words.columns.stage()), start(words.lifecycle.rule())],
			rows: params.rules.map((rule) => [
				{ text: voice.messages.terms.stages[rule.stage](), tone: `stage-${stageIds.indexOf(rule.stage)}` },
				plain(ruleText(rule, scalars, voice))
			])
		}
	};
}
