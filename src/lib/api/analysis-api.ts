import type { AnswerSource } from '#lib/core/dataset/loss-reasons.ts';
import type { ContractTable } from '#lib/core/dataset/customer-contracts.ts';
import type { EventTable } from '#lib/core/dataset/event-source.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { PersonalKind } from '#lib/core/dataset/personal-data.ts';
import type { AskedItem, ReportBrand, ReportTemplate } from '#lib/core/dataset/report-layout.ts';
import type {
	ColumnNature,
	Consent,
	SharedColumnId,
	SharingPolicy,
	SharingRules
} from '#lib/core/dataset/sharing.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { MethodDefinition, MethodResult } from '#lib/core/methods/types.ts';
import type { AnalysisRequest } from './analysis-request.ts';
import type { Benchmark, BenchmarkClient } from '#lib/core/benchmark/types.ts';
import type { BenchmarkFileRequest, BenchmarkRead } from './benchmark-api.ts';
import type { StateComparison, ComparisonRequest, MoveSelection } from './comparison-api.ts';
import type { CustomerHistory } from '#lib/core/history/types.ts';
import type { LinkedRecord } from '#lib/core/dataset/linked-record.ts';
import type { Envelope, OnProgress } from './envelope.ts';
import type { ReportOutline } from './report-outline.ts';

export interface Analysis {
	readonly result: MethodResult;
	/** SHA-256 over inputs, recipe, method version, params and frame, as 64 hex digits. */
	readonly provenance: string;
}

/** What is open, under a refund rule: customers with their orders, or those whom tables alone name (ADR 83). */
export interface OpenBase {
	/** By what customers can be told apart: headers of its own attributes, then names of linked ones. */
	readonly attributes: readonly string[];
	/** Linked tables whose rows RFM can look at in the place of orders. */
	readonly eventTables: readonly EventTable[];
	/** Linked tables whose rows are contracts. */
	readonly contractTables: readonly ContractTable[];
	/** Columns of linked tables, then of the orders, that can say why customers left. */
	readonly reasonColumns: readonly AnswerSource[];
	readonly customers: number;
	readonly prospects: number;
	readonly orders: number;
	readonly revenue: number;
	/** Of the orders; without any, of the rows of the tables. */
	readonly firstDay: number;
	readonly lastDay: number;
	readonly ordersNettedAway: number;
	/** Customers that the data have as several, and what they were merged into; null without any. */
	readonly merged: { readonly ids: number; readonly into: number } | null;
	/** The version of the decisions about same customers that it was read under. */
	readonly decided: number;
}

/** An open dataset of orders. */
export interface OpenDataset extends OpenBase {
	readonly manifest: DatasetManifest;
}

/** One of two customers that may be one. */
export interface PairSide {
	readonly id: string;
	readonly name: string;
	readonly phones: readonly string[];
	readonly emails: readonly string[];
	readonly orders: number;
	readonly revenue: number;
	/** Days; NaN without an order. */
	readonly firstDay: number;
	readonly lastDay: number;
}

/** Two customers that may be one, and why: bits of `PairReason`. */
export interface CustomerPair {
	readonly first: PairSide;
	readonly second: PairSide;
	readonly score: number;
	readonly reasons: number;
}

/** Customers that may be one, the likeliest first, those decided to be different left out. */
export interface DuplicateList {
	readonly pairs: readonly CustomerPair[];
	/** All that were found; `pairs` are the first of them. */
	readonly found: number;
	/** Pairs of ids with the same id, phone or address under a like name, and the revenue of their customers. */
	readonly exact: { readonly pairs: readonly (readonly [string, string])[]; readonly revenue: number };
	readonly crowded: number;
	/** Headers of the columns that hold phones or addresses. */
	readonly columns: readonly string[];
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

/** What is known of each customer, in the order of the file's columns. */
export const customerFileColumns = [
	'customer',
	'name',
	'recency',
	'frequency',
	'monetary',
	'revenue',
	'profit',
	'r',
	'f',
	'm',
	'segment',
	'stage',
	'first',
	'last'
] as const;
export type CustomerFileColumnId = (typeof customerFileColumns)[number] | SharedColumnId;

/** A column of a file of customers. The policy is for what comes from the data; what is reckoned is kept or dropped. */
export interface CustomerFileColumn {
	readonly id: CustomerFileColumnId;
	readonly header: string;
	readonly policy: SharingPolicy;
}

/** A list of customers to be given away, or kept for oneself. */
export interface CustomerFileRequest {
	readonly query: CustomerQuery;
	/** Names and profits are left out where the data have none. An attribute is that of a customer's latest row with a value. */
	readonly columns: readonly CustomerFileColumn[];
	readonly consent: Consent | null;
	readonly labels: CustomerLabels;
}

export type CustomerFileForm = 'csv' | 'xlsx' | 'parquet';

/** What the receiver of a file of customers would see. */
export interface CustomerFilePreview {
	/** Customers in the file, of `matches` that the query means. */
	readonly customers: number;
	readonly matches: number;
	readonly headers: readonly string[];
	/** The first of them, as they would stand in the file. */
	readonly rows: readonly (readonly string[])[];
	/** Columns whose texts still hold what points to a person, and in how many customers' lines. */
	readonly left: readonly {
		readonly header: string;
		readonly kinds: readonly PersonalKind[];
		readonly customers: number;
	}[];
}

/** A column whose values come from the data: what it holds, some values, and what a policy would make of them. */
export interface SharedColumn {
	readonly id: SharedColumnId;
	readonly nature: ColumnNature;
	/** Different values. */
	readonly values: number;
	/** The first few. */
	readonly examples: readonly string[];
	/** Under the policy chosen, or its default; empty when the column is dropped. */
	readonly seen: readonly string[];
	/** All values of a category, as long as they are a choice to pick from; else none. */
	readonly choices: readonly string[];
	/** What can become of it in a file with rows; absent for other files, where anything can. */
	readonly policies?: readonly SharingPolicy[];
	/** What it holds where it holds no texts: a column of a linked table in a file with rows. */
	readonly measure?: 'number' | 'date' | 'money';
}

/** More customers than this do not go into a workbook: the CSV file holds any number. */
export const workbookRows = 200_000;

/** Names of segments and stages in the reader's language, in the order of `segmentIds` and `stageIds`. */
export interface CustomerLabels {
	readonly segments: readonly string[];
	readonly stages: readonly string[];
}

/**
 * The forms of a file of findings: one self-contained HTML page to read; results, parameters, recipe, definitions and
 * provenance to open in the app; slides to show; a workbook of all tables to go on reckoning with; or the tables as files of their own in
 * an archive (ZIP), CSV or Parquet.
 */
export type ReportForm = 'html' | 'snapshot' | 'xlsx' | 'csv' | 'parquet' | 'pptx';

/** What goes into a report or a snapshot; both are built from the same request. */
export interface ReportRequest {
	readonly title: string;
	readonly preparedFor: string;
	readonly locale: 'zh-CN' | 'en';
	readonly notes: string;
	/** The questions that it answers, each once. */
	readonly sections: readonly AnalysisRequest[];
	/** What is read, in its order; absent: the findings, then a chapter with all that there is for each section. */
	readonly items?: readonly AskedItem[];
	readonly brand?: ReportBrand;
	/** A page gives every part in this language too; other forms keep to the first. */
	readonly also?: 'zh-CN' | 'en' | null;
	/** A page that sorts, shows values, and turns to a language or theme, by a script inside it. */
	readonly interactive?: boolean;
	/** A page that opens in the app as its snapshot does, for it carries one. A locked page never does. */
	readonly reopens?: boolean;
	/** What a title of none says: the ready report that it is, of whom. */
	readonly titled?: { readonly template: ReportTemplate; readonly subject: string };
	readonly nowMs: number;
	readonly appVersion: string;
	/** Shown where the data does not say its currency; nothing is converted. */
	readonly currency?: string | null;
	/** Groups of fewer are hidden, with what would give them away; null hides none. */
	readonly hideBelow: number | null;
	/** What becomes of columns whose values would appear; null keeps them as they are. */
	readonly sharing: SharingRules | null;
	/** Of a snapshot that stays in this browser: it says, under codes, where each customer stands. */
	readonly standings?: boolean;
	/** Of a snapshot: the rows behind it go with it, by the rules of `sharing`. Small groups can't be hidden then. */
	readonly rows?: boolean;
}

/** A report that is made from a snapshot, without the data. */
export interface ReportAgain {
	/** Its id. */
	readonly snapshot: string;
	readonly locale: ReportRequest['locale'];
	/** A page gives every part in this language too; other forms keep to the first. */
	readonly also: ReportRequest['locale'] | null;
	readonly interactive: boolean;
	readonly nowMs: number;
	readonly appVersion: string;
}

/** Contract of `workers/analysis.worker.ts`: holds the loaded columns and caches results by provenance hash. */
export interface AnalysisApi {
	/** The definition records of all methods, in the registry's order. */
	catalogue(): Promise<Envelope<readonly MethodDefinition[]>>;
	open(datasetId: string, refunds: RefundRule): Promise<Envelope<OpenDataset>>;
	/** Opens the tables of a workspace that has no orders. */
	openTables(workspaceId: string, refunds: RefundRule): Promise<Envelope<OpenBase>>;
	analyse(request: AnalysisRequest, onShare?: (share: number) => void): Promise<Envelope<Analysis>>;
	/** Looks for customers that may be one, among those of the open dataset. */
	duplicates(refunds: RefundRule): Promise<Envelope<DuplicateList>>;
	customers(query: CustomerQuery): Promise<Envelope<CustomerPage>>;
	/** Who the rows of a table are that has a column of customers: that of the answer to `request`. */
	rowNames(request: AnalysisRequest, table: string): Promise<Envelope<RowNames>>;
	/** Where a customer stood on past days, by the cuts of each. The first question about a view takes a pass per day. */
	customerHistory(request: CustomerHistoryRequest): Promise<Envelope<CustomerHistory>>;
	/** Nobody waits for a customer's history any more: it answers `cancelled`, and all other work goes on. */
	leaveCustomer(): Promise<Envelope<null>>;
	/** What linked tables have about a customer, by the id that names them. */
	customerLinks(customer: string): Promise<Envelope<readonly LinkedRecord[]>>;
	/**
	 * The matching customers, all of them, as a file: CSV (UTF-8 with BOM, formula-safe), typed Parquet, or a workbook of
	 * one sheet, which holds `workbookRows` customers at most.
	 */
	customersFile(
		request: CustomerFileRequest,
		form: CustomerFileForm,
		onProgress: OnProgress
	): Promise<Envelope<Blob>>;
	/** The same file's first rows, and a look through all of it for what points to a person. */
	customersPreview(request: CustomerFileRequest): Promise<Envelope<CustomerFilePreview>>;
	/** The columns of the open dataset that speak of persons or may, and what their rules would make of them. */
	sharedColumns(rules: SharingRules | null, rows?: boolean): Promise<Envelope<readonly SharedColumn[]>>;
	/**
	 * The findings as a file of a form. With a passphrase the HTML asks its reader for it, and the snapshot is in the
	 * age format.
	 */
	report(request: ReportRequest, form: ReportForm, passphrase: string | null): Promise<Envelope<Blob>>;
	/** The report of a snapshot that is kept in this browser, made from its results. Asks for no dataset. */
	reportAgain(request: ReportAgain, form: ReportForm, passphrase: string | null): Promise<Envelope<Blob>>;
	/** What the items of a snapshot's report say. */
	outlineAgain(request: ReportAgain): Promise<Envelope<ReportOutline>>;
	/** What the items of a report will say, without making it. */
	outline(request: ReportRequest): Promise<Envelope<ReportOutline>>;
	/** What is another in one state than in the other, and why. A state may be the open dataset. */
	compare(request: ComparisonRequest, onShare?: (share: number) => void): Promise<Envelope<StateComparison>>;
	/** The same as a page to read, in the language of the request. */
	comparisonFile(request: ComparisonRequest): Promise<Envelope<Blob>>;
	/** What of a client's state may be held against others: aggregates without small groups. Nothing of it is kept. */
	benchmarkClient(read: BenchmarkRead): Promise<Envelope<BenchmarkClient>>;
	/** Clients held against the one whose key is `self`. */
	benchmark(clients: readonly BenchmarkClient[], self: string | null): Promise<Envelope<Benchmark>>;
	/** The measures by client, and what each client's are of, as a file. */
	benchmarkFile(request: BenchmarkFileRequest): Promise<Envelope<Blob>>;
	/** Stops the running job within 200 ms (between steps; the client ends the worker if it does not answer). */
	cancel(): Promise<void>;
}
