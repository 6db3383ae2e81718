import { stringAt } from '../../columns/dictionary.ts';
import { contractStates, type SaidStatuses } from '../../dataset/contract-states.ts';
import type { ContractsTables } from './types.ts';

/** More values than this are no statuses, and nobody decides on them one by one. */
const most = 200;

/**
 * What the values of the column of statuses are taken to mean, the commonest first. One pass over the rows.
 *
 * @example
 * const values = { size: 2, bytes: new TextEncoder().encode('onExpired'), offsets: Uint32Array.of(0, 2, 9) };
 * const states = Uint8Array.of(1, 2);
 * const said = { column: 'Status', values, codes: Uint32Array.of(0, 1, 1), states, decided: Uint8Array.of(0, 0) };
 * statusesTable(said).columns.value // => ['Expired', 'on']
 * statusesTable(said).columns.ended // => [1, 0]
 * statusesTable(null).rows // => 0
 */
export function statusesTable(said: SaidStatuses | null): ContractsTables['statuses'] {
	const counts = new Uint32Array(said?.values.size ?? 0);
	for (const code of said?.codes ?? []) if (code < counts.length) counts[code] = (counts[code] as number) + 1;
	const order = [...counts.keys()]
		.filter((entry) => counts[entry] !== 0)
		.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
		.slice(0, most);
	const flags = (of: (entry: number) => boolean) => Uint8Array.from(order, (entry) => (of(entry) ? 1 : 0));
	return {
		rows: order.length,
		columns: {
			value: said === null ? [] : order.map((entry) => stringAt(said.values, entry)),
			rows: Uint32Array.from(order, (entry) => counts[entry] as number),
			ended: flags((entry) => contractStates[said?.states[entry] ?? 0] === 'ended'),
			decided: flags((entry) => said?.decided[entry] === 1)
		},
		types: { value: 'text', rows: 'count', ended: 'flag', decided: 'flag' }
	};
}
