import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { MethodDefinition, MethodResult } from '#lib/core/methods/types.ts';
import type { Envelope, OnProgress } from './envelope.ts';

/** What to compute. `params` may be partial; the method fills in its defaults and checks them. */
export interface AnalysisRequest {
	readonly method: string;
	readonly params: Readonly<Record<string, unknown>>;
	/** `asOf` null = the latest order date in the data. */
	readonly frame: { readonly asOf: number | null; readonly from: number | null; readonly weekStart: number };
	readonly refunds: RefundRule;
}

export interface Analysis {
	readonly result: MethodResult;
	/** SHA-256 over inputs, recipe, method version, params and frame, as 64 hex digits. */
	readonly provenance: string;
}

/** Something that a linked table says of the customers. */
export interface LinkedAttribute {
	/** The table's name and the column's header: what a parameter names it by. */
	readonly name: string;
	/** The table's id, and the column's place in it. */
	readonly table: string;
	readonly column: number;
}

/** What an open dataset holds under a refund rule. */
export interface OpenDataset {
	readonly manifest: DatasetManifest;
	/** By what customers can be told apart: headers of its own attributes, then names of linked ones. */
	readonly attributes: readonly string[];
	readonly customers: number;
	readonly prospects: number;
	readonly orders: number;
	readonly revenue: number;
	readonly firstDay: number;
	readonly lastDay: number;
	readonly ordersNettedAway: number;
}

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
	readonly selection: Selection | null;
	readonly search: string;
	readonly sort: CustomerSort;
	readonly descending: boolean;
	readonly offset: number;
	readonly limit: number;
}

/** One window of the list, as columns. Scores are 0 and segment 255 for customers outside the scored base. */
export interface CustomerPage {
	/** Customers that match, of `all` in the dataset. */
	readonly matches: number;
	readonly all: number;
	readonly revenue: number;
	readonly offset: number;
	readonly keys: readonly string[];
	readonly names: readonly string[] | null;
	readonly recency: Float64Array;
	readonly frequency: Float64Array;
	readonly monetary: Float64Array;
	readonly r: Uint8Array;
	readonly f: Uint8Array;
	readonly m: Uint8Array;
	readonly segment: Uint8Array;
	readonly stage: Uint8Array;
	readonly firstDay: Float64Array;
	readonly lastDay: Float64Array;
}

/** The columns of the customers' CSV file, in their order. */
export const customerCsvColumns = [
	'customer',
	'name',
	'recency',
	'frequency',
	'monetary',
	'r',
	'f',
	'm',
	'segment',
	'stage',
	'first',
	'last'
] as const;

/** Names of segments and stages in the reader's language, in the order of `segmentIds` and `stageIds`. */
export interface CustomerLabels {
	readonly segments: readonly string[];
	readonly stages: readonly string[];
}

/**
 * The forms of a file of findings: one self-contained HTML page to read; results, parameters, recipe, definitions and
 * provenance to open in the app; or a workbook of all tables to go on reckoning with.
 */
export type ReportForm = 'html' | 'snapshot' | 'xlsx';

/** What goes into a report or a snapshot; both are built from the same request. */
export interface ReportRequest {
	readonly title: string;
	readonly preparedFor: string;
	readonly locale: 'zh-CN' | 'en';
	readonly notes: string;
	/** In reading order. */
	readonly sections: readonly AnalysisRequest[];
	readonly nowMs: number;
	readonly appVersion: string;
	/** Groups of fewer are hidden, with what would give them away; null hides none. Not for snapshots. */
	readonly hideBelow: number | null;
}

/** Contract of `workers/analysis.worker.ts`: holds the loaded columns and caches results by provenance hash. */
export interface AnalysisApi {
	/** The definition records of all methods, in the registry's order. */
	catalogue(): Promise<Envelope<readonly MethodDefinition[]>>;
	open(datasetId: string, refunds: RefundRule): Promise<Envelope<OpenDataset>>;
	analyse(request: AnalysisRequest): Promise<Envelope<Analysis>>;
	customers(query: CustomerQuery): Promise<Envelope<CustomerPage>>;
	/**
	 * The matching customers, all of them, as CSV (UTF-8 with BOM, formula-safe). One header per entry of
	 * `customerCsvColumns`; the name column (and its header) is left out when the data has no names.
	 */
	customersCsv(
		query: CustomerQuery,
		headers: readonly string[],
		onProgress: OnProgress,
		labels?: CustomerLabels
	): Promise<Envelope<Blob>>;
	/**
	 * The findings as a file of a form. With a passphrase the HTML asks its reader for it, and the snapshot is in the
	 * age format.
	 */
	report(request: ReportRequest, form: ReportForm, passphrase: string | null): Promise<Envelope<Blob>>;
	/** Stops the running job within 200 ms (between steps; the client ends the worker if it does not answer). */
	cancel(): Promise<void>;
}
