import { lossCauses } from '../../../dataset/loss-reasons.ts';
import type { Table } from '../../../result/table.ts';

/** Why the lost left, in the order of their codes: the causes that reasons are mapped to, a reason not mapped, none said. */
export const causeIds = [...lossCauses, 'unmapped', 'unsaid'] as const;

/**
 * The churned by why they left, as they said last up to the as-of date: rows in the order of `causeIds`; none where no
 * column of reasons is looked at. `share` (with Wilson's interval) and `stakeShare` are of those who said why. `stake` is what each spent
 * in `stakeDays` up to the last order.
 */
export type LossCausesTable = Table<{
	cause: Uint8Array;
	customers: Uint32Array;
	share: Float64Array;
	low: Float64Array;
	high: Float64Array;
	stake: Float64Array;
	stakeShare: Float64Array;
}>;

/**
 * The reasons themselves, those that most of the churned said last first: as the data have them, what they are called,
 * their cause (into `causeIds`), answers of all known customers, and the churned whose latest it is.
 */
export type LossValuesTable = Table<{
	value: readonly string[];
	name: readonly string[];
	cause: Uint8Array;
	answers: Uint32Array;
	customers: Uint32Array;
	stake: Float64Array;
}>;
