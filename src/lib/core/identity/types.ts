/** A phone number or e-mail address as it is written, and whose it is. */
export interface Contact {
	readonly customer: number;
	readonly value: string;
}

/** What is known of customers 0 .. n − 1 that may tell them apart, or not. It may come from orders or from a list of customers. */
export interface ContactFacts {
	/** Ids as in the data, one each. */
	readonly ids: readonly string[];
	/** Names; '' = none. Null when the data have none. */
	readonly names: readonly string[] | null;
	readonly phones: readonly Contact[];
	readonly emails: readonly Contact[];
}

/** Why two customers may be one, one bit each. The first three are exact. */
export const PairReason = {
	SAME_ID: 1,
	SAME_PHONE: 2,
	SAME_EMAIL: 4,
	SAME_NAME: 8,
	SIMILAR_NAME: 16,
	/** Speaks against: both have names, and they are not alike. */
	OTHER_NAME: 32
} as const;

/** Pairs of customers that may be one, the likeliest first; `first` is the smaller customer. */
export interface CandidatePairs {
	readonly first: Uint32Array;
	readonly second: Uint32Array;
	/** 0..1; only compares within the list. */
	readonly score: Float64Array;
	/** Bits of `PairReason`. */
	readonly reasons: Uint8Array;
	/** Phones, e-mail addresses and names that too many share to say anything. */
	readonly crowded: number;
}

/** Customers that are one, by their ids in the data; the first names them all. */
export type MergedIds = readonly string[];

/** What was decided of the customers of a workspace. */
export interface SameCustomers {
	readonly merged: readonly MergedIds[];
	/** Pairs of ids that are not the same. */
	readonly apart: readonly (readonly [string, string])[];
	/** Goes up with every decision. */
	readonly version: number;
}

/** One step of deciding; ids as in the data. */
export type SameDecision =
	| { readonly kind: 'merge'; readonly pairs: readonly (readonly [string, string])[] }
	| { readonly kind: 'apart'; readonly pair: readonly [string, string] }
	/** Takes a merged group apart again, by any of its ids. */
	| { readonly kind: 'split'; readonly id: string }
	/** Forgets that a pair is not the same. */
	| { readonly kind: 'forget'; readonly pair: readonly [string, string] };
