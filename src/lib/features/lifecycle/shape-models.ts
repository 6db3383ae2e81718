import type { LifecycleResult, TemplateId } from '#lib/api/index.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import { stageColor } from '#lib/charts/group-colors.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import {
	formatCount,
	formatCountShort,
	formatMoney,
	formatMoneyShort,
	formatNumber,
	formatShare
} from '#lib/i18n/format.ts';
import { namedStages } from '#lib/i18n/template-stages.ts';
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
							formatNumber(columns.frequency[row] ?? NaN, locale, 1),
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
	const [first, second] = result.params.models.map((template) => namedStages(template, messages));
	const down = first ?? [];
	const across = second ?? [];
	const width = across.length;
	const names = (row: number) => ({
		first: down[columns.first[row] ?? 0]?.name ?? '',
		second: across[columns.second[row] ?? 0]?.name ?? ''
	});
	const mark = (row: number) => words.mark(names(row));
	const cell = (row: number): HeatCell => {
		const n = columns.customers[row] ?? 0;
		const share = columns.share[row] ?? NaN;
		return {
			step: scaleStep(Number.isNaN(share) ? 0 : share, 1),
			text: formatCountShort(n, locale),
			...(n === 0 ? {} : { sub: formatShare(share, locale, 0) }),
			empty: n === 0,
			lines:
				n === 0
					? [mark(row), messages.charts.emptyCell()]
					: [
							mark(row),
							messages.common.customers({ n }),
							words.ofFirst({ share, stage: names(row).first }),
							formatMoneyShort(columns.revenue[row] ?? NaN, locale, money)
						]
		};
	};
	return {
		rows: down.map(({ name }) => ({ label: name })),
		columns: across.map(({ name }) => ({ label: name })),
		cells: down.map((_, row) => across.map((__, column) => cell(row * width + column))),
		mark,
		table: {
			columns: [
				{ id: 'first', label: words.first() },
				{ id: 'second', label: words.second() },
				{ id: 'customers', label: messages.lifecycle.stages.customers(), align: 'end' },
				{ id: 'share', label: words.shareOf(), align: 'end' },
				{ id: 'revenue', label: messages.lifecycle.stages.revenue(), align: 'end' }
			],
			rows: Array.from({ length: rows }, (_, row) => ({
				id: String(row),
				cells: [
					names(row).first,
					names(row).second,
					formatCount(columns.customers[row] ?? 0, locale),
					formatShare(columns.share[row] ?? NaN, locale),
					formatMoney(columns.revenue[row] ?? NaN, locale, money)
				]
			}))
		}
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
