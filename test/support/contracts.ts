import { dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import type { CustomerContracts } from '#lib/core/dataset/customer-contracts.ts';
import { NO_DAY } from '#lib/core/dataset/entity-table.ts';

/** A contract of a test: the customer's index (null: nobody known), its days (null: none), amount and group. */
export type TestContract = readonly [
	customer: number | null,
	start: number | null,
	end: number | null,
	amount?: number,
	group?: number
];

const plans = ['basic', 'plus', 'pro'];

/** Contracts with days, told apart by plan. */
export function datedContracts(rows: readonly TestContract[]): CustomerContracts {
	return {
		table: 'plans',
		by: 'Plan',
		customer: Uint32Array.from(rows, ([who]) => who ?? NO_CODE),
		start: Int32Array.from(rows, ([, start]) => start ?? NO_DAY),
		end: Int32Array.from(rows, ([, , end]) => end ?? NO_DAY),
		tenure: new Float64Array(rows.length).fill(NaN),
		status: new Uint8Array(rows.length),
		said: null,
		amount: Float64Array.from(rows, ([, , , amount]) => amount ?? NaN),
		currency: null,
		groups: {
			values: dictionaryOf(plans),
			codes: Uint32Array.from(rows, ([, , , , group]) => group ?? NO_CODE)
		}
	};
}

/** One customer per row, of whom a length and whether it ended is known. */
export function tenureContracts(
	rows: readonly { readonly tenure: number; readonly ended: boolean; readonly group: string }[]
): CustomerContracts {
	const names = [...new Set(rows.map(({ group }) => group))].sort();
	return {
		table: 'base',
		by: 'Contract',
		customer: Uint32Array.from(rows.keys()),
		start: null,
		end: new Int32Array(rows.length).fill(NO_DAY),
		tenure: Float64Array.from(rows, ({ tenure }) => tenure),
		status: Uint8Array.from(rows, ({ ended }) => (ended ? 2 : 1)),
		said: null,
		amount: null,
		currency: null,
		groups: {
			values: dictionaryOf(names),
			codes: Uint32Array.from(rows, ({ group }) => names.indexOf(group))
		}
	};
}
