import type { LifecycleParams } from '../lifecycle/types.ts';
import type { RfmParams } from '../rfm/types.ts';
import type { Table } from '../../result/table.ts';
import type { MethodResult } from '../types.ts';

/** What customers move between. */
export const migrationOf = ['segments', 'types', 'stages'] as const;

/**
 * The earlier day: the same day one, three or twelve months before, the last day before this quarter or (fiscal) year, the day as far from the Chinese New Year a year
 * earlier, the day before the window begins, or a day given.
 */
export const migrationAgainst = [
	'month',
	'quarter',
	'year',
	'quarter-start',
	'year-start',
	'new-year',
	'window',
	'day'
] as const;

/**
 * Kinds of places: a group; covered by no rule; ordered, but not in the window; not known yet. The order of the rows of
 * `places`.
 */
export const placeKinds = ['group', 'no-group', 'outside', 'not-yet'] as const;

/** The size of a place on the earlier day, what changed it, and its size now, in the order of the codes. */
export const sizeParts = ['before', 'came', 'joined', 'left', 'cut-in', 'cut-out', 'now'] as const;

/** Which way a customer moved; `aside` where one of the places has no rank. */
export const moveWays = ['stayed', 'up', 'down', 'aside', 'came'] as const;

export interface MigrationParams {
	readonly of: (typeof migrationOf)[number];
	readonly against: (typeof migrationAgainst)[number];
	/** The earlier day for `against: 'day'`. */
	readonly day: number | null;
	/** The later day's own cuts, or those of the earlier day held: then only behaviour moves anyone. */
	readonly cuts: 'own' | 'held';
	/** Dates of the flow over time: the as-of date and the month ends before it. */
	readonly dates: number;
	/** How customers are scored and put into segments, as RFM's own parameters. */
	readonly rfm: RfmParams;
	/** How customers are put into stages, as the lifecycle's own parameters. */
	readonly lifecycle: LifecycleParams;
}

export interface MigrationScalars extends Readonly<Record<string, number>> {
	/** The earlier and the later day. */
	readonly before: number;
	readonly now: number;
	/** Customers known on the earlier day. */
	readonly known: number;
	/** Of those known who moved: by what they did, and those whom the earlier day's cuts would have left where they were. */
	readonly byBehaviour: number;
	readonly byCuts: number;
	/** After the earlier day up to the later one. */
	readonly revenue: number;
}

export interface MigrationTables extends Readonly<Record<string, Table>> {
	/** Where customers can be: the groups in their order, empty ones included, then the other kinds that occur. */
	readonly places: Table<{
		kind: Uint8Array;
		/** Code of the group, as RFM or the lifecycle has it; 255 for the other kinds. */
		code: Uint8Array;
		before: Uint32Array;
		now: Uint32Array;
		/** Revenue in the days after the earlier day of those who are here now, and what they brought in as many before. */
		revenue: Float64Array;
		revenueBefore: Float64Array;
	}>;
	/** Long form, place by place and in it the `sizeParts`; the first and the changes add up to the last. */
	readonly changes: Table<{
		place: Uint8Array;
		part: Uint8Array;
		customers: Uint32Array;
		change: Int32Array;
	}>;
	/** In the order of `moveWays`; shares are of those known on the earlier day, NaN for those who came. */
	readonly ways: Table<{
		way: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
		revenueBefore: Float64Array;
	}>;
	/**
	 * One row: known on the earlier day, at risk now and not then, and all that they have brought in the window. No row
	 * where own segments have none called so.
	 */
	readonly risk: Table<{ customers: Uint32Array; revenue: Float64Array }>;
	/** From every place to every place where one can be now; from the first place to all, then from the second. */
	readonly matrix: Table<{
		from: Uint8Array;
		to: Uint8Array;
		way: Uint8Array;
		customers: Uint32Array;
		/** Of those who were in `from`. */
		share: Float64Array;
		revenue: Float64Array;
		revenueBefore: Float64Array;
	}>;
	/** Those who moved and whose revenue changed most; `customer` is an index into `ledger.customers`. */
	readonly movers: Table<{
		customer: Uint32Array;
		from: Uint8Array;
		to: Uint8Array;
		before: Float64Array;
		now: Float64Array;
		change: Float64Array;
	}>;
	/** The dates of the flow over time, ascending: month ends, and last the as-of date. */
	readonly dates: Table<{ date: Int32Array }>;
	/** How many customers were where on each date: only places where somebody was. */
	readonly standings: Table<{ step: Uint8Array; place: Uint8Array; customers: Uint32Array }>;
	/** From date `step` to the next: only places between which somebody went. Revenue of the days between. */
	readonly flows: Table<{
		step: Uint8Array;
		from: Uint8Array;
		to: Uint8Array;
		customers: Uint32Array;
		revenue: Float64Array;
	}>;
}

/** Per customer known on the later day: rows of `places`. */
export type MigrationCustomers = Table<{ customer: Uint32Array; from: Uint8Array; to: Uint8Array }>;

export type MigrationResult = MethodResult<'migration', MigrationParams, MigrationScalars, MigrationTables>;
