import { tierIds, type ValueResult } from '#lib/core/methods/value/types.ts';
import { largest, numberAt, numbersOf } from './columns.ts';
import { heatStep } from './heat.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

const tiers = tierIds.map((_, index) => index);

/** Value × potential: tier A above, the highest potential on the right; what is expected as colour. */
export function valueGrid({ tables: { grid } }: ValueResult, voice: Voice): Block[] {
	if (grid.rows === 0) return [];
	const words = voice.messages.value.grid;
	const name = (code: number): string => voice.messages.terms.tiers[tierIds[code] ?? 'c']();
	const fromLow = [...tiers].reverse();
	const max = largest(numbersOf(grid, 'predicted'));
	const title = words.title();
	return [
		{
			id: 'grid',
			kind: 'matrix',
			about: 'tiers',
			title,
			finding: '',
			matrix: {
				caption: voice.words.table({ title }),
				rowHeads: tiers.map((tier) => ({ label: words.row({ tier: name(tier) }), range: '' })),
				columnHeads: fromLow.map((tier) => ({ label: words.column({ tier: name(tier) }), range: '' })),
				cells: tiers.map((tier) =>
					fromLow.map((potential) => {
						const row = tier * tiers.length + potential;
						const customers = numberAt(grid, 'customers', row);
						const predicted = Math.round(numberAt(grid, 'predicted', row));
						return {
							main: voice.count(customers),
							sub: customers > 0 ? voice.moneyShort(predicted) : '',
							customers,
							revenue: predicted,
							step: customers > 0 ? Math.max(1, heatStep(predicted, max)) : 0
						};
					})
				),
				measure: words.predicted(),
				scale: voice.words.matrixScale({
					measure: words.predicted(),
					low: voice.moneyShort(0),
					high: voice.moneyShort(max)
				})
			}
		}
	];
}
