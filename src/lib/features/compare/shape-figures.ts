import type { ChangeSplit, ComparedFigure, StateComparison } from '#lib/api/index.ts';
import { changeText, figureText, relativeText } from '#lib/i18n/figure-text.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { figureName } from '#lib/i18n/figure-names.ts';
import type { TableColumn, TableRow } from '#lib/ui/types.ts';
import type { Wording } from './wording.ts';

/** Changes shown before all are asked for. */
export const FIRST_FIGURES = 12;

/** Whether a figure is another number, or cannot be said to be the same. */
export function isChanged({ difference, obstacle }: ComparedFigure): boolean {
	return obstacle !== null || (difference !== 0 && !Number.isNaN(difference));
}

/** The columns of the figures, in reading order. */
export function figureColumns({ words: { figures } }: Wording): TableColumn[] {
	return [
		{ id: 'figure', label: figures.figure(), wrap: true, width: '9rem' },
		{ id: 'first', label: figures.first(), align: 'end' },
		{ id: 'second', label: figures.second(), align: 'end' },
		{ id: 'difference', label: figures.difference(), align: 'end' },
		{ id: 'relative', label: figures.relative(), align: 'end' },
		{ id: 'interval', label: figures.interval(), wrap: true, width: '9rem' },
		{ id: 'why', label: figures.why(), wrap: true, width: '16rem' }
	];
}

/** Figures as rows, in their order. */
export function figureRows(
	figures: readonly ComparedFigure[],
	rules: StateComparison['rules'],
	wording: Wording
): TableRow[] {
	const { words, messages } = wording;
	return figures.map((figure, i) => {
		const { as, first, second, difference, relative, obstacle } = figure;
		return {
			id: String(i),
			muted: obstacle !== null,
			cells: [
				figureName(figure, rules, words.figures, messages.terms),
				figureText(first, as, wording),
				figureText(second, as, wording),
				obstacle === null ? change(difference, as, wording) : words.obstacles[obstacle](),
				relativeText(relative, wording.locale),
				intervalText(figure, wording),
				whyText(figure, wording)
			]
		};
	});
}

const change = (value: number, as: ComparedFigure['as'], wording: Wording) =>
	changeText(value, as, wording, wording.words.figures.points);

function intervalText({ interval, p, as }: ComparedFigure, wording: Wording): string {
	if (interval === null || Number.isNaN(interval.low)) return '';
	const { figures } = wording.words;
	const text = p < 0.001 ? `< ${formatNumber(0.001, wording.locale, 3)}` : formatNumber(p, wording.locale, 3);
	return figures.range({
		low: change(interval.low, as, wording),
		high: change(interval.high, as, wording),
		chance: (p < 0.05 ? figures.clear : figures.unclear)({ p: text })
	});
}

/** What a change is made of, as far as it is known. */
function whyText(
	{ split, held, first, second, as, redefined, obstacle }: ComparedFigure,
	wording: Wording
): string {
	const { figures } = wording.words;
	const parts = partsOf(split).map(([part, value]) =>
		figures.parts[part]({ change: change(value, as, wording) })
	);
	if (!Number.isNaN(held) && held !== second && obstacle !== 'currency') {
		if (split === null) parts.push(figures.dataPart({ data: change(held - first, as, wording) }));
		parts.push(figures.definition({ definition: change(second - held, as, wording) }));
	} else if (redefined && Number.isNaN(held) && obstacle === null) parts.push(figures.redefined());
	return parts.join(' · ');
}

/** The parts of a change that are the data's own, those that are nothing left out. */
function partsOf(split: ChangeSplit | null): ['left' | 'behaviour' | 'joined', number][] {
	if (split === null) return [];
	return (['left', 'behaviour', 'joined'] as const)
		.map((part): ['left' | 'behaviour' | 'joined', number] => [part, split[part]])
		.filter(([, value]) => value !== 0);
}
