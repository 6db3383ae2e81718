import type { Table } from '../result/table.ts';

/** The code of "in no group": not scored, or covered by no rule. */
export const NO_GROUP = 255;

/** By which groups a customer can be told to have moved. */
export const standingGroups = ['segments', 'types', 'stages'] as const;
export type StandingGroup = (typeof standingGroups)[number];

/**
 * Where each known customer stands on a day, under codes that say nothing to whoever has not their key. One element per
 * code; orders and revenue are those of the window, money in smallest units.
 */
export interface Standings {
	readonly codes: readonly string[];
	readonly orders: Float64Array;
	readonly revenue: Float64Array;
	/** Codes of groups, or `NO_GROUP`. */
	readonly segments: Uint8Array;
	readonly types: Uint8Array;
	readonly stages: Uint8Array;
}

/**
 * What a change is made of: who is not in the later state any more, what those in both did, who came, and what other
 * definitions or rules make of the same data. Their sum is the change.
 */
export interface ChangeSplit {
	readonly left: number;
	readonly behaviour: number;
	readonly joined: number;
	readonly definition: number;
}

/** Kinds of places between two states: a group; in no group; not in that state at all. */
export const movePlaceKinds = ['group', 'no-group', 'absent'] as const;

/** Who went from where to where between two states, and with what revenue in each. */
export interface Moves {
	/** The groups, empty ones included, then the other kinds that occur. */
	readonly places: Table<{
		/** Into `movePlaceKinds`. */
		kind: Uint8Array;
		/** Of the group; `NO_GROUP` for the other kinds. */
		code: Uint8Array;
		before: Uint32Array;
		now: Uint32Array;
	}>;
	/** From every place to every place, rows of `places`: from the first to all, then from the second. */
	readonly matrix: Table<{
		from: Uint8Array;
		to: Uint8Array;
		customers: Uint32Array;
		/** Of those who were in `from`. */
		share: Float64Array;
		/** In the later state, and in the earlier one. */
		revenue: Float64Array;
		revenueBefore: Float64Array;
	}>;
}
