import type { Benchmark, BenchmarkClient } from '#lib/core/benchmark/types.ts';
import type { LinkedRecord } from '#lib/core/dataset/linked-record.ts';
import type { SharingRules } from '#lib/core/dataset/sharing.ts';
import type { CustomerHistory } from '#lib/core/history/types.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { MethodDefinition, MethodResult } from '#lib/core/methods/types.ts';
import type { AnalysisRequest } from './analysis-request.ts';
import type { BenchmarkFileRequest, BenchmarkRead } from './benchmark-api.ts';
import type { StateComparison, ComparisonRequest } from './comparison-api.ts';
import type { CustomerFileForm, CustomerFilePreview, CustomerFileRequest } from './customer-file.ts';
import type { CustomerHistoryRequest, CustomerPage, CustomerQuery, RowNames } from './customer-query.ts';
import type { DuplicateList } from './duplicate-list.ts';
import type { Envelope, OnProgress } from './envelope.ts';
import type { OpenBase, OpenDataset } from './open-base.ts';
import type { ReportOutline } from './report-outline.ts';
import type { ReportAgain, ReportForm, ReportRequest } from './report-request.ts';
import type { SharedColumn } from './shared-column.ts';

export interface Analysis {
	readonly result: MethodResult;
	/** SHA-256 over inputs, recipe, method version, params and frame, as 64 hex digits. */
	readonly provenance: string;
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
