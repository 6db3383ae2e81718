import { stringAt, type Dictionary } from '../columns/dictionary.ts';
import { CoreError } from '../errors.ts';
import type { MergedIds } from './types.ts';

/**
 * Groups of ids by the places of the ids among all customers, which stand in one order however the rows do: they say
 * nothing of the ids to whoever has not the file. Linear in the customers.
 */
export function placesOf(customers: Dictionary, groups: readonly MergedIds[]): number[][] {
	const wanted = new Set(groups.flat());
	const places = new Map<string, number>();
	for (let at = 0; at < customers.size; at++) {
		const id = stringAt(customers, at);
		if (wanted.has(id)) places.set(id, at);
	}
	return groups.map((ids) => ids.flatMap((id) => places.get(id) ?? []));
}

/**
 * The ids at places, of the customers of a file that was read again.
 *
 * @throws CoreError `verify-other-customers` where the file has not so many.
 */
export function idsAt(customers: Dictionary, groups: readonly (readonly number[])[]): MergedIds[] {
	return groups.map((places) =>
		places.map((at) => {
			if (at >= customers.size) throw new CoreError('verify-other-customers');
			return stringAt(customers, at);
		})
	);
}
