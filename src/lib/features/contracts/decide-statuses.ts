import type { StatusMeaning } from '#lib/api/index.ts';

/**
 * What statuses mean after some of a column were decided, by value; null takes all decisions on the column back. Those on other columns
 * stay.
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
	return [...others, ...Object.entries(chosen ?? {}).map(([value, ended]) => ({ column, value, ended }))];
}
