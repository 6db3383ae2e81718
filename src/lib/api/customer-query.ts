import type { AnalysisRequest } from './analysis-request.ts';
import type { MoveSelection } from './comparison-api.ts';

/** Row `row` of table `table` of the answer to `request`: who is behind it? */
export interface Selection {
	readonly request: AnalysisRequest;
	readonly table: string;
	readonly row: number;
}

export const customerSorts = [
	'customer',
	'name',
	'recency',
	'frequency',
	'monetary',
	'revenue',
	'profit',
	'segment',
	'stage',
	'first',
	'last'
] as const;
export type CustomerSort = (typeof customerSorts)[number];

export interface CustomerQuery {
	/** Frame, refunds and RFM parameters that the columns are computed with. */
	readonly rfm: AnalysisRequest;
	readonly lifecycle: AnalysisRequest;
	readonly selection: Selection | MoveSelection | null;
	readonly search: string;
	readonly sort: CustomerSort;
	readonly descending: boolean;
	readonly offset: number;
	readonly limit: number;
}

/** Where did a customer stand at the ends of the months or quarters up to the as-of date? */
export interface CustomerHistoryRequest {
	/** The frame that the days end in, and how customers are scored and put into stages. */
	readonly rfm: AnalysisRequest;
	readonly lifecycle: AnalysisRequest;
	/** The id that names the customer. */
	readonly customer: string;
	readonly unit: 'month' | 'quarter';
}

/** One window of the list, as columns. Scores are 0 and segment 255 for customers outside the scored base. */
export interface CustomerPage {
	/** Customers that match, of `all` in the dataset. */
	readonly matches: number;
	/** Customers behind the selection whom the dataset does not have, or not by the as-of date; absent where there are none. */
	readonly beyond?: number;
	readonly all: number;
	/** What those that match brought in the window. */
	readonly revenue: number;
	/** Their profit as far as it is known, and the share of their revenue that it is of; null where the data have none. */
	readonly profit: { readonly sum: number; readonly known: number } | null;
	readonly offset: number;
	readonly keys: readonly string[];
	readonly names: readonly string[] | null;
	/** Further ids in the data of customers that were merged; null when none were. */
	readonly mergedIds: readonly (readonly string[])[] | null;
	readonly recency: Float64Array;
	readonly frequency: Float64Array;
	readonly monetary: Float64Array;
	/** What each brought in the window, whatever M is; profits are NaN where no order's is known. */
	readonly revenues: Float64Array;
	readonly profits: Float64Array | null;
	readonly r: Uint8Array;
	readonly f: Uint8Array;
	readonly m: Uint8Array;
	readonly segment: Uint8Array;
	readonly stage: Uint8Array;
	readonly firstDay: Float64Array;
	readonly lastDay: Float64Array;
}

/** The customers that the rows of a result's table name, and the answer that it is of. */
export interface RowNames {
	readonly provenance: string;
	readonly keys: readonly string[];
	readonly names: readonly string[] | null;
}
