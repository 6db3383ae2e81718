import { loyaltyIds, tierIds, type ValueResult } from '#lib/core/methods/value/types.ts';
import { largest, numberAt, numbersOf } from './columns.ts';
import { heatStep } from './heat.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

const tiers = tierIds.map((_, index) => index);

/** Value × potential, as far as anything is predicted, and value × loyalty. */
export function valueGrids({ tables: { grid, loyalty } }: ValueResult, voice: Voice): Block[] {
	const { value, terms } = voice.messages;
	const tier = (code: number): string => terms.tiers[tierIds[code] ?? 'c']();
	return [
		...matrixOf(grid, voice, {
			id: 'grid',
			title: value.grid.title(),
			column: (code) => value.grid.column({ tier: tier(code) }),
			colour: 'predicted',
			measure: value.grid.predicted()
		}),
		...matrixOf(loyalty, voice, {
			id: 'loyalty',
			title: value.loyalty.title(),
			column: (code) => value.loyalty.columns[loyaltyIds[code] ?? 'once'](),
			colour: 'revenue',
			measure: value.grid.value()
		})
	];
}

interface GridWords {
	readonly id: 'grid' | 'loyalty';
	readonly title: string;
	readonly column: (code: number) => string;
	/** The money that the colour says, and what it is called. */
	readonly colour: 'predicted' | 'revenue';
	readonly measure: string;
}

/** Tier A above, the highest potential or the most orders on the right; money as colour. */
function matrixOf(
	table: ValueResult['tables']['grid' | 'loyalty'],
	voice: Voice,
	{ id, title, column, colour, measure }: GridWords
): Block[] {
	if (table.rows === 0) return [];
	const { grid } = voice.messages.value;
	const name = (code: number): string => voice.messages.terms.tiers[tierIds[code] ?? 'c']();
	const fromLow = [...tiers].reverse();
	const max = largest(numbersOf(table, colour));
	return [
		{
			id,
			kind: 'matrix',
			about: 'tiers',
			title,
			finding: '',
			matrix: {
				caption: voice.words.table({ title }),
				rowHeads: tiers.map((tier) => ({ label: grid.row({ tier: name(tier) }), range: '' })),
				columnHeads: fromLow.map((code) => ({ label: column(code), range: '' })),
				cells: tiers.map((tier) =>
					fromLow.map((code) => {
						const row = tier * tiers.length + code;
						const customers = numberAt(table, 'customers', row);
						const money = Math.round(numberAt(table, colour, row));
						return {
							main: voice.count(customers),
							sub: customers > 0 ? voice.moneyShort(money) : '',
							customers,
							revenue: money,
							step: customers > 0 ? Math.max(1, heatStep(money, max)) : 0
						};
					})
				),
				measure,
				scale: voice.words.matrixScale({ measure, low: voice.moneyShort(0), high: voice.moneyShort(max) })
			}
		}
	];
}
