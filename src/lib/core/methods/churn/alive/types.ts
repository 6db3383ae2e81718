import type { Table } from '../../../result/table.ts';

/** Bands of P(alive), in the order of their codes; the last are those of whom no model tells. */
export const aliveBands = ['high', 'middle', 'low', 'unknown'] as const;

/** The models of buying that P(alive) can be of; none: the rule alone. */
export const aliveModels = ['none', 'bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const;

/** Rule against model: one row per band and band of P(alive), the rule's outermost. `share`: of the rule's band. */
export type Agreement = Table<{
	band: Uint8Array;
	alive: Uint8Array;
	customers: Uint32Array;
	share: Float64Array;
	stake: Float64Array;
}>;
