import { aliveBands, riskBands, type ChurnResult } from '#lib/core/methods/churn/types.ts';
import { numberAt } from './columns.ts';
import { heatStep } from './heat.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

const width = aliveBands.length;

/** The rule's bands × those of P(alive): what is at stake, and the share of the rule's band as colour. */
export function agreementMatrix(
	{ tables: { agreement: table }, scalars: s, params }: ChurnResult,
	voice: Voice
): Block[] {
	if (params.model === 'none' || s.estimated === 0 || table.rows === 0) return [];
	const { messages } = voice;
	const words = messages.churn.agreement;
	const title = words.title();
	const cellOf = (band: number, alive: number) => {
		const row = band * width + alive;
		const customers = numberAt(table, 'customers', row);
		const stake = numberAt(table, 'stake', row);
		return {
			main: voice.count(customers),
			sub: customers > 0 ? voice.moneyShort(stake) : '',
			customers,
			revenue: stake,
			step: customers > 0 ? Math.max(1, heatStep(numberAt(table, 'share', row), 1)) : 0
		};
	};
	// Who has no estimate stands in a column of its own only where there is anybody.
	const shown = [...aliveBands.keys()].filter(
		(at) => aliveBands[at] !== 'unknown' || riskBands.some((_, band) => cellOf(band, at).customers > 0)
	);
	const edges: Partial<Record<(typeof aliveBands)[number], string>> = {
		high: `≥ ${voice.percent(params.aliveHigh / 100)}`,
		low: `< ${voice.percent(params.aliveLow / 100)}`
	};
	return [
		{
			id: 'agreement',
			kind: 'matrix',
			about: 'bands',
			title,
			finding: words.finding({
				lost: s.churnedButAlive,
				low: s.activeButLow,
				model: messages.churn.models[params.model]()
			}),
			matrix: {
				caption: voice.words.table({ title }),
				rowHeads: riskBands.map((band) => ({ label: messages.terms.riskBands[band](), range: '' })),
				columnHeads: shown.map((at) => {
					const id = aliveBands[at] ?? 'unknown';
					return {
						label: `${words.alive()} ${messages.terms.aliveBands[id]()}`,
						range: edges[id] ?? ''
					};
				}),
				cells: riskBands.map((_, band) => shown.map((at) => cellOf(band, at))),
				measure: messages.churn.warning.stake(),
				scale: voice.words.matrixScale({
					measure: words.legend(),
					low: voice.percent(0),
					high: voice.percent(1)
				})
			}
		}
	];
}
