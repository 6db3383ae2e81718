import type { StateComparison, ComparedFigure } from '#lib/api/index.ts';
import type { WaterfallBar } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { changeText, figureText } from '#lib/i18n/figure-text.ts';
import { formatMoneyShort } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

/** How the change of revenue is taken apart. */
export type WhyBy = 'customers' | 'factors';

export interface WhyShape {
	readonly bars: WaterfallBar[];
	readonly table: TableTwin;
}

/** The revenue of both states, where it can be compared. */
export function revenueOf({ figures }: StateComparison): ComparedFigure | null {
	return figures.find(({ id, obstacle }) => id === 'revenue' && obstacle === null) ?? null;
}

/** By what revenue can be taken apart, the most telling first. */
export function waysOf(comparison: StateComparison): WhyBy[] {
	const revenue = revenueOf(comparison);
	if (revenue === null) return [];
	return [
		...(revenue.split === null ? [] : (['customers'] as const)),
		...(comparison.factors === null ? [] : (['factors'] as const))
	];
}

/** From the revenue of the earlier state to that of the later one in steps. */
export function shapeWhy(comparison: StateComparison, by: WhyBy, wording: Wording): WhyShape {
	const { why, figures } = wording.words;
	const { locale, money } = wording;
	const revenue = revenueOf(comparison);
	const [start, end] = [revenue?.first ?? 0, revenue?.second ?? 0];
	const steps = stepsOf(comparison, by).map(([id, value]) => ({ label: why[id](), value }));
	let level = start;
	const stepBars = steps.map(({ label, value }): WaterfallBar => {
		const from = level;
		level += value;
		const text = changeText(value, 'money', wording, figures.points);
		return {
			label,
			from,
			to: level,
			text: `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatMoneyShort(Math.abs(value), locale, money)}`,
			color: value < 0 ? 'var(--growth-dormant)' : 'var(--growth-new)',
			lines: [label, text]
		};
	});
	const total = (label: string, value: number): WaterfallBar => ({
		label,
		from: 0,
		to: value,
		text: formatMoneyShort(value, locale, money),
		color: 'var(--mark)',
		lines: [label, figureText(value, 'money', wording)]
	});
	return {
		bars: [total(why.from(), start), ...stepBars, total(why.to(), end)],
		table: {
			columns: [
				{ id: 'part', label: why.part() },
				{ id: 'change', label: why.change(), align: 'end' },
				{ id: 'after', label: why.after(), align: 'end' }
			],
			rows: [
				{ id: 'from', cells: [why.from(), '', figureText(start, 'money', wording)] },
				...steps.map(({ label, value }, i) => ({
					id: String(i),
					cells: [
						label,
						changeText(value, 'money', wording, figures.points),
						figureText(stepBars[i]?.to ?? NaN, 'money', wording)
					]
				})),
				{ id: 'to', cells: [why.to(), '', figureText(end, 'money', wording)] }
			]
		}
	};
}

type Step = 'left' | 'behaviour' | 'joined' | 'definition' | 'customers' | 'frequency' | 'basket';

function stepsOf(comparison: StateComparison, by: WhyBy): [Step, number][] {
	const split = revenueOf(comparison)?.split;
	if (by === 'customers' && split) {
		const { left, behaviour, joined, definition } = split;
		const own: [Step, number][] = [
			['left', left],
			['behaviour', behaviour],
			['joined', joined]
		];
		return definition === 0 ? own : [...own, ['definition', definition]];
	}
	const { customers = 0, frequency = 0, basket = 0 } = comparison.factors ?? {};
	return [
		['customers', customers],
		['frequency', frequency],
		['basket', basket]
	];
}
