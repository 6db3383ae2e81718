import type { LifecycleResult } from '#lib/core/methods/lifecycle/types.ts';
import { namedStages } from '#lib/i18n/template-stages.ts';
import { end, numberAt, plain, rowIndices, said, saidQuietly, start } from './columns.ts';
import { heatStep } from './heat.ts';
import { ruleText } from './stage-rules.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** The two stage models: who stands where in both, and the stages of each with their rules. */
export function modelBlocks(result: LifecycleResult, voice: Voice): Block[] {
	const { models: table, crossing } = result.tables;
	if (table.rows === 0 || crossing.rows === 0) return [];
	const words = voice.messages.stageModels;
	const [first, second] = result.params.models;
	const [down, across] = [namedStages(first, voice.messages), namedStages(second, voice.messages)];
	const cells = rowIndices(crossing).map((row) => {
		const customers = numberAt(crossing, 'customers', row);
		const share = numberAt(crossing, 'share', row);
		return {
			main: voice.count(customers),
			sub: customers > 0 ? voice.share(share) : '',
			customers,
			revenue: numberAt(crossing, 'revenue', row),
			step: customers > 0 ? Math.max(1, heatStep(share, 1)) : 0
		};
	});
	const head = ({ name: label }: { readonly name: string }) => ({ label, range: '' });
	const matrix: Block = {
		id: 'models',
		kind: 'matrix',
		about: 'stages',
		title: words.title(),
		finding: words.findingStatic(),
		matrix: {
			caption: voice.words.table({ title: words.title() }),
			rowHeads: down.map(head),
			columnHeads: across.map(head),
			cells: down.map((_, row) => cells.slice(row * across.length, (row + 1) * across.length)),
			measure: voice.words.columns.revenue(),
			scale: voice.words.matrixScale({
				measure: words.legend(),
				low: voice.percent(0),
				high: voice.percent(1)
			})
		}
	};
	return [matrix, ...[first, second].flatMap((_, at) => stagesOf(result, at, voice))];
}

/** The stages of one of the models; those of the seven have a table of their own above. */
function stagesOf({ params, tables, scalars }: LifecycleResult, at: number, voice: Voice): Block[] {
	const template = params.models[at === 1 ? 1 : 0];
	if (template === 'seven') return [];
	const table = tables.models;
	const words = voice.messages.stageModels;
	const { columns } = voice.words;
	const stages = namedStages(template, voice.messages);
	const title = words.templates[template]();
	const rules = params.templateRules[template] ?? [];
	return [
		{
			id: `model-${template}`,
			kind: 'table',
			about: 'stages',
			title,
			finding: '',
			table: {
				caption: voice.words.table({ title }),
				columns: [
					start(columns.stage()),
					end(columns.customers()),
					end(columns.shareOfCustomers()),
					end(words.frequency()),
					end(words.value()),
					end(columns.revenueShare()),
					start(voice.words.lifecycle.rule())
				],
				rows: rowIndices(table)
					.filter((row) => numberAt(table, 'model', row) === at)
					.map((row): Cell[] => {
						const stage = stages[numberAt(table, 'stage', row)];
						return [
							{ text: stage?.name ?? '', tone: `stage-${stage?.tone ?? 0}` },
							said(voice, 'count', numberAt(table, 'customers', row)),
							said(voice, 'share', numberAt(table, 'share', row)),
							saidQuietly(voice, 'number', numberAt(table, 'frequency', row), 1),
							said(voice, 'moneyShort', numberAt(table, 'value', row)),
							saidQuietly(voice, 'share', numberAt(table, 'revenueShare', row)),
							plain(
								rules
									.filter((rule) => rule.stage === stage?.id)
									.map((rule) => ruleText(rule, scalars, voice))
									.join(' / ')
							)
						];
					})
			}
		}
	];
}
