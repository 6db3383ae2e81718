import type { LifecycleResult, TemplateId } from '#lib/api/index.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import { stageColor } from '#lib/charts/group-colors.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoneyShort, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { namedStages } from '#lib/i18n/template-stages.ts';
import { crossTable } from '../shared/cross-table.ts';
import { ruleWords } from './rule-words.ts';
import type { Wording } from './wording.ts';

/** One model of the two: its stages as rows of a table. */
export interface ModelShape {
	readonly template: TemplateId;
	readonly title: string;
	readonly table: TableTwin;
	readonly colors: readonly string[];
	/** Row of `models` of its first stage. */
	readonly offset: number;
}

export interface CrossingShape {
	readonly rows: AxisEntry[];
	readonly columns: AxisEntry[];
	/** cells[first][second] */
	readonly cells: HeatCell[][];
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** The stages of both models, with what their customers are like and the rule of each in words. */
export function shapeModels(result: LifecycleResult, wording: Wording, rules: RulesOf): ModelShape[] {
	const { messages, locale, money } = wording;
	const words = messages.stageModels;
	const { stages: labels } = messages.lifecycle;
	const { columns } = result.tables.models;
	const end = (id: string, label: string) => ({ id, label, align: 'end' as const });
	let offset = 0;
	return result.params.models.map((template): ModelShape => {
		const start = offset;
		const stages = namedStages(template, messages);
		offset += stages.length;
		return {
			template,
			title: words.templates[template](),
			offset: start,
			colors: stages.map(({ tone }) => stageColor(tone)),
			table: {
				columns: [
					{ id: 'stage', label: labels.stage() },
					end('customers', labels.customers()),
					end('share', labels.share()),
					end('frequency', words.frequency()),
					end('value', words.value()),
					end('revenueShare', labels.revenueShare()),
					end('silent', labels.silent()),
					{ id: 'rule', label: labels.rule() }
				],
				rows: stages.map(({ id, name }, at) => {
					const row = start + at;
					return {
						id,
						cells: [
							name,
							formatCount(columns.customers[row] ?? 0, locale),
							formatShare(columns.share[row] ?? NaN, locale),
							formatNumber(columns.frequency[row] ?? NaN, locale, 1, 1),
							formatMoneyShort(columns.value[row] ?? NaN, locale, money),
							formatShare(columns.revenueShare[row] ?? NaN, locale),
							formatNumber(columns.medianDaysSinceLast[row] ?? NaN, locale, 0),
							rules(template)
								.filter((rule) => rule.stage === id)
								.map((rule) => ruleWords(rule, result.scalars, wording))
								.join(' / ')
						]
					};
				})
			}
		};
	});
}

/** The rules by which a model was made. */
export type RulesOf = (template: TemplateId) => readonly Parameters<typeof ruleWords>[0][];

/** How the two models part the same customers. */
export function shapeCrossing(result: LifecycleResult, { messages, locale, money }: Wording): CrossingShape {
	const words = messages.stageModels;
	const { columns, rows } = result.tables.crossing;
	const [down = [], across = []] = result.params.models.map((template) => namedStages(template, messages));
	const width = across.length;
	const first = (row: number) => down[columns.first[row] ?? 0]?.name ?? '';
	const second = (row: number) => across[columns.second[row] ?? 0]?.name ?? '';
	const mark = (row: number) => words.mark({ first: first(row), second: second(row) });
	const { cell, table } = crossTable(
		{ rows, customers: columns.customers, share: columns.share, money: columns.revenue, first, second },
		{
			mark,
			ofFirst: ({ share, first: stage }) => words.ofFirst({ share, stage }),
			heads: [
				words.first(),
				words.second(),
				messages.lifecycle.stages.customers(),
				words.shareOf(),
				messages.lifecycle.stages.revenue()
			]
		},
		{ messages, locale, money }
	);
	return {
		rows: down.map(({ name }) => ({ label: name })),
		columns: across.map(({ name }) => ({ label: name })),
		cells: down.map((_, row) => across.map((__, column) => cell(row * width + column))),
		mark,
		table
	};
}

/** What the stages before a first order rest on, where one of the models has any. */
export function evidenceText(
	{ params: { models }, scalars }: LifecycleResult,
	{ messages }: Pick<Wording, 'messages'>
): string | undefined {
	const words = messages.stageModels;
	if (!models.some((template) => template === 'b2b' || template === 'aipl')) return undefined;
	if (Number.isNaN(scalars.contacts)) return words.evidenceNone();
	const told = words.evidence({ n: scalars.contacts });
	const noScore = models.includes('b2b') && Number.isNaN(scalars.scored);
	return noScore ? `${told} ${words.evidenceNoScore()}` : told;
}
