import type { EntityRole, ValueType } from './entities.ts';

/** Roles of the day on which a row happened, the likeliest first. */
const eventRoles: readonly EntityRole[] = ['date', 'opened', 'start', 'joined'];

/**
 * Place of the column that says when a row happened: by its role, else the first column of days; null without one.
 *
 * @example
 * eventDay([{ role: 'solved', type: 'date' }, { role: 'opened', type: 'date' }]) // => 1
 * eventDay([{ role: 'record', type: 'key' }]) // => null
 */
export function eventDay(
	columns: readonly { readonly role: EntityRole; readonly type: ValueType }[]
): number | null {
	const days = [...columns.keys()].filter((at) => columns[at]?.type === 'date');
	const rank = (at: number): number => (eventRoles.indexOf(columns[at]?.role ?? 'ignore') + 5) % 5;
	return [...days].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}
