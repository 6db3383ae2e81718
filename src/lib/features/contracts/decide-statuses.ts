import type { StatusMeaning } from '#lib/api/index.ts';

/** Decisions that a workspace keeps, the latest: a column shows 200 values to decide on. */
const mostKept = 2_000;

/**
 * What statuses mean after some of a column were decided, by value; null takes all decisions on the column back. Those on other columns
 * stay, the 2,000 latest decisions in all.
 *
 * @example
 * const kept = [{ column: 'Status', value: 'Frozen', ended: false }];
 * decided(kept, 'Status', { Frozen: true }) // => [{ column: 'Status', value: 'Frozen', ended: true }]
 * decided(kept, 'Status', null) // => []
 */
export function decided(
	kept: readonly StatusMeaning[],
	column: string,
	chosen: Readonly<Record<string, boolean>> | null
): StatusMeaning[] {
	const others = kept.filter(
		(own) => own.column !== column || (chosen !== null && chosen[own.value] === undefined)
	);
	const own = Object.entries(chosen ?? {}).map(([value, ended]) => ({ column, value, ended }));
	return [...others, ...own].slice(-mostKept);
}
