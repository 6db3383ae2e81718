import type { RfmResult } from '#lib/api/index.ts';
import { formatCount } from '#lib/i18n/format.ts';
import type { Spoken } from './wording.ts';

/** Codes of the measures in the `cuts` and `edges` tables. */
export const Measure = { R: 0, F: 1, M: 2 } as const;
export type Measure = (typeof Measure)[keyof typeof Measure];

/** The values that got one score of one measure; from and to are NaN when nobody did. */
export interface ScoreRange {
	readonly measure: Measure;
	readonly score: number;
	readonly from: number;
	readonly to: number;
	readonly customers: number;
	readonly split: number;
	/** Row of the `cuts` table. */
	readonly row: number;
}

/** The ranges of a measure by score, from 1 up. */
export function scoreRanges(result: RfmResult, measure: Measure): ScoreRange[] {
	const { rows, columns } = result.tables.cuts;
	const ranges: ScoreRange[] = [];
	for (let row = 0; row < rows; row++) {
		if (columns.measure[row] !== measure) continue;
		ranges.push({
			measure,
			score: columns.score[row] ?? 0,
			from: columns.from[row] ?? NaN,
			to: columns.to[row] ?? NaN,
			customers: columns.customers[row] ?? 0,
			split: columns.split[row] ?? 0,
			row
		});
	}
	return ranges;
}

/**
 * A range in words: "1", "4–6", and "7 +" for the outermost one, whose end only says what the data hold today.
 * '' when nobody is in it.
 */
export function writeRange(
	range: ScoreRange,
	bins: number,
	{ locale, amount }: Pick<Spoken, 'locale' | 'amount'>
): string {
	const { measure, score, from, to } = range;
	if (Number.isNaN(from)) return '';
	const write = (value: number) => (measure === Measure.M ? amount.short(value) : formatCount(value, locale));
	if (from === to) return write(from);
	const outermost = measure === Measure.R ? score === 1 : score === bins;
	if (outermost) return `${write(from)} +`;
	const [low, high] = [write(from), write(to)];
	return low === high ? low : `${low}–${high}`;
}
