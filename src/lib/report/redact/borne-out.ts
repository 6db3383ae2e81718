import { medianRanks } from '#lib/core/math/median-ranks.ts';
import type { Block, TableModel, Tile } from '../model/types.ts';
import { HIDDEN } from './redact-grids.ts';

/** Which counts of a table stand in it, and which are hidden. */
interface ToldCounts {
	readonly counts: readonly number[];
	readonly hidden: readonly boolean[];
}

/**
 * Whether a headline figure tells nothing beyond the table that it is of, as that is told: the table has no hidden row, or the
 * figure's own row stands in it, or, of a median, every way to fill the hidden rows has it where it is.
 *
 * @param told what became of the blocks of its section, each in its place
 * @param k fewer than these are hidden
 */
export function isBorneOut(
	{ of }: Tile,
	blocks: readonly Block[],
	told: readonly Block[],
	k: number
): boolean {
	if (of === undefined) return false;
	const at = blocks.findIndex(({ id }) => id === of.piece);
	const [own, left] = [blocks[at], told[at]];
	if (own === undefined || own.kind !== 'table') return false;
	if (own === left) return true;
	if (left?.kind !== 'table' || of.by === 'whole') return false;
	const counted = countsOf(own.table, left.table);
	if (of.by === 'row') return counted.hidden[of.row] === false;
	return medianTellsNothing(counted, of.row, k);
}

function countsOf(own: TableModel, left: TableModel): ToldCounts {
	return {
		counts: own.rows.map((row) => row.find(({ as }) => as === 'count')?.value ?? 0),
		hidden: left.rows.map((row) => row.slice(1).some(({ text }) => text === HIDDEN))
	};
}

/**
 * Whether knowing in which row the median of all lies tells nothing of the hidden rows: as their sum is known, it is so for
 * every way to fill them that at most half of all lie before the row, and at least half up to its end. The row itself has to
 * be told, with `k` or more, as a median may be the value of one of them.
 *
 * @example
 * medianTellsNothing({ counts: [90, 40, 3, 5], hidden: [false, false, true, true] }, 0, 5) // => true
 * medianTellsNothing({ counts: [3, 6, 5], hidden: [true, false, true] }, 1, 5) // => false
 * medianTellsNothing({ counts: [3, 40, 5], hidden: [true, false, true] }, 1, 5) // => true
 */
export function medianTellsNothing({ counts, hidden }: ToldCounts, row: number, k: number): boolean {
	const own = counts[row] ?? 0;
	if (hidden[row] !== false || own < k) return false;
	const sum = (wanted: (at: number) => boolean): number =>
		counts.reduce((total, count, at) => total + (wanted(at) ? count : 0), 0);
	const unknown = sum((at) => hidden[at] === true);
	const isHiddenWhere = (where: (at: number) => boolean): boolean => hidden.some((is, at) => is && where(at));
	const before = sum((at) => at < row && hidden[at] !== true);
	const mostBefore = before + (isHiddenWhere((at) => at < row) ? unknown : 0);
	const leastUpTo = before + own + (isHiddenWhere((at) => at > row) ? 0 : unknown);
	const half = sum(() => true) / 2;
	return mostBefore <= half && leastUpTo >= half;
}

/**
 * Whether so many people lie at or beyond each end of the interval of their median that its ends, which are the values of
 * single ones, tell of no group below `k`.
 *
 * @param people who have a value
 * @example
 * [8, 17, 18].map((people) => areEndsOfMany(people, 5)) // => [false, false, true]
 */
export function areEndsOfMany(people: number, k: number): boolean {
	const ranks = medianRanks(people);
	return ranks !== null && ranks.low + 1 >= k && people - ranks.high >= k;
}
