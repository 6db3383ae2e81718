import type { ComparedTable } from '#lib/api/index.ts';
import { changeText, figureText } from '#lib/i18n/figure-text.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { TableColumn, TableRow } from '#lib/ui/types.ts';
import type { Wording } from './wording.ts';

/** Cells of a table that are listed; a report has all. */
export const SHOWN_CELLS = 200;

/** The columns of the cells that differ. */
export function cellColumns({ words: { sections } }: Wording): TableColumn[] {
	return [
		{ id: 'row', label: sections.row(), wrap: true, width: '8rem' },
		{ id: 'column', label: sections.column(), wrap: true, width: '8rem' },
		{ id: 'first', label: sections.first(), align: 'end' },
		{ id: 'second', label: sections.second(), align: 'end' },
		{ id: 'difference', label: sections.difference(), align: 'end' }
	];
}

/** The cells that differ most, as rows. */
export function cellRows({ changed }: ComparedTable, wording: Wording): TableRow[] {
	const { sections, figures } = wording.words;
	return changed.slice(0, SHOWN_CELLS).map(({ row, column, as, first, second }, i) => {
		const text = (value: number | null) => {
			if (value === null) return sections.absent();
			return as === 'day' ? formatDay(value) : figureText(value, as, wording);
		};
		const both = first !== null && second !== null;
		const difference = both && as !== 'day' ? changeText(second - first, as, wording, figures.points) : '';
		return { id: String(i), cells: [row, column, text(first), text(second), difference] };
	});
}

/** How many cells differ, and how many are hidden. */
export function countsText({ compared, hidden, changed }: ComparedTable, { words }: Wording): string {
	return [
		changed.length === 0
			? words.sections.same()
			: words.sections.counts({ changed: changed.length, compared }),
		...(hidden === 0 ? [] : [words.sections.hidden({ n: hidden })])
	].join(' · ');
}
