import { stageIds, type LifecycleResult, type StageId } from '#lib/api/index.ts';
import type { ShareRow } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatMoneyShort, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { ruleWords } from './rule-words.ts';
import type { Wording } from './wording.ts';

export interface StagesShape {
	readonly rows: ShareRow[];
	readonly table: TableTwin;
	readonly stages: readonly {
		readonly id: StageId;
		readonly name: string;
		readonly color: string;
		readonly revenue: string;
	}[];
}

// Ink that reads on each stage's colour: light-dark pairs, as the colours are.
const darkInk = 'light-dark(#1a1d21, #14161a)';
const inks: Readonly<Record<StageId, string>> = {
	potential: 'light-dark(#1a1d21, #ffffff)',
	new: darkInk,
	growing: darkInk,
	mature: 'light-dark(#ffffff, #14161a)',
	declining: darkInk,
	lost: 'light-dark(#14161a, #14161a)',
	'won-back': 'light-dark(#14161a, #14161a)'
};

/** Where customers and revenue stand today, stage by stage, with each stage's rule in words. */
export function shapeStages(result: LifecycleResult, wording: Wording): StagesShape {
	const { messages, locale, money } = wording;
	const words = messages.lifecycle.stages;
	const { columns, rows } = result.tables.stages;
	const stages = Array.from({ length: rows }, (_, row) => {
		const id = stageIds[columns.stage[row] ?? row] ?? 'mature';
		return {
			id,
			name: messages.terms.stages[id](),
			color: `var(--stage-${id})`,
			revenue: formatMoneyShort(columns.revenue[row] ?? NaN, locale, money)
		};
	});
	const bar = (label: string, share: Float64Array): ShareRow => ({
		label,
		parts: stages.map((stage, row) => ({
			share: share[row] ?? NaN,
			text: formatShare(share[row] ?? NaN, locale),
			color: stage.color,
			ink: inks[stage.id],
			lines: [
				stage.name,
				`${messages.common.customers({ n: columns.customers[row] ?? 0 })} (${formatShare(columns.share[row] ?? NaN, locale)})`,
				`${words.revenue()} ${stage.revenue} (${formatShare(columns.revenueShare[row] ?? NaN, locale)})`
			]
		}))
	});
	return {
		rows: [bar(words.customers(), columns.share), bar(words.revenue(), columns.revenueShare)],
		stages,
		table: {
			columns: [
				{ id: 'stage', label: words.stage() },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'share', label: words.share(), align: 'end' },
				{ id: 'revenue', label: words.revenue(), align: 'end' },
				{ id: 'revenueShare', label: words.revenueShare(), align: 'end' },
				{ id: 'silent', label: words.silent(), align: 'end' },
				{ id: 'rule', label: words.rule() }
			],
			rows: stages.map((stage, row) => ({
				id: stage.id,
				cells: [
					stage.name,
					formatCount(columns.customers[row] ?? 0, locale),
					formatShare(columns.share[row] ?? NaN, locale),
					formatMoney(columns.revenue[row] ?? NaN, locale, money),
					formatShare(columns.revenueShare[row] ?? NaN, locale),
					formatNumber(columns.medianDaysSinceLast[row] ?? NaN, locale, 0),
					result.params.rules
						.filter((rule) => rule.stage === stage.id)
						.map((rule) => ruleWords(rule, result.scalars, wording))
						.join(' / ')
				]
			}))
		}
	};
}
