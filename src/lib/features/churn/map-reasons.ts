import type { MappedReason } from '#lib/api/index.ts';

/**
 * What reasons mean after some were changed: of each value the newest, in the order in which they were first kept. Those
 * that say nothing any more, neither cause nor name, are let go.
 *
 * @example
 * remapped([{ value: 'Price', cause: 'company' }], [{ value: 'Moved', cause: 'customer' }, { value: 'Price', cause: null }]) // => [{ value: 'Moved', cause: 'customer' }]
 */
export function remapped(kept: readonly MappedReason[], changed: readonly MappedReason[]): MappedReason[] {
	const newest = new Map([...kept, ...changed].map((own) => [own.value, own]));
	return [...newest.values()].filter(({ cause, name }) => cause !== null || name !== undefined);
}
