import type { SourcesBeside } from '#lib/core/dataset/sources.ts';
import type { ColumnProfile, EntityColumnProfile } from '#lib/core/dataset/column-profile.ts';
import type { Link } from '#lib/core/dataset/link.ts';
import type { IssueGroup } from '#lib/core/dataset/issue-group.ts';
import type { Standings } from '#lib/core/comparison/types.ts';
import type { LogEntry } from '#lib/core/dataset/log.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { AskedItem, ReportBrand } from '#lib/core/dataset/report-layout.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import type { SnapshotSummary, Workspace, WorkspaceChange } from '#lib/core/dataset/workspace.ts';
import type { SameDecision } from '#lib/core/identity/types.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { SharingPolicy } from '#lib/core/dataset/sharing.ts';
import type { MethodDefinition } from '#lib/core/methods/types.ts';
import type { Analysis } from './analysis-api.ts';
import type { OpenDataset } from './open-base.ts';
import type { ReportRequest } from './report-request.ts';
import type { DisclosedFindings } from './disclosed-findings.ts';
import type { Envelope } from './envelope.ts';
import type { LinkChoice, OrphanList } from './link-api.ts';

/** What the browser says of its storage. */
export interface StorageState {
	readonly usage: number | null;
	readonly quota: number | null;
	readonly schema: number;
}

/** What was found at start. */
export interface StartupReport {
	readonly workspaces: readonly Workspace[];
	readonly datasets: readonly DatasetManifest[];
	/** Tables of other entities. */
	readonly tables: readonly TableManifest[];
	readonly snapshots: readonly SnapshotSummary[];
	/** Pending versions that an interrupted import left, now collected. */
	readonly collected: number;
	/** Datasets whose stored data are incomplete or damaged, by id. */
	readonly damaged: readonly string[];
	readonly storage: StorageState;
	/** What lies in the bin, latest first. */
	readonly bin: readonly BinItem[];
	/** Dataset id → those of the files it was made from of which a copy is kept. */
	readonly originals: Readonly<Record<string, readonly OriginalState[]>>;
	/**
	 * Id → content hash of every dataset and snapshot listed, and of the datasets of workspaces in the bin: kept in localStorage and compared at the next start,
	 * it tells when the browser emptied or replaced what it had acknowledged.
	 */
	readonly inventory: Readonly<Record<string, string>>;
}

/** A kept file: its name, its bytes, and the bytes that the copy takes. */
export interface OriginalState {
	/** Of the file: tells which of a dataset's it is. */
	readonly fingerprint: string;
	readonly name: string;
	readonly size: number;
	readonly stored: number;
}

/** A thing in the bin. A workspace holds its datasets with it; of a dataset, the bin holds versions. */
export interface BinItem {
	readonly kind: 'workspace' | 'dataset' | 'snapshot';
	readonly id: string;
	readonly name: string;
	readonly deletedAt: number;
	/** Of a version whose place another has: the dataset that it is a version of. */
	readonly formerOf?: string;
}

/** What is stored, without the findings of a start. */
export type StoredLists = Omit<StartupReport, 'collected' | 'damaged'>;

/** A snapshot's content, ready to be shown: everything but the rows of data. */
export interface OpenSnapshot {
	readonly title: string;
	readonly preparedFor: string;
	readonly notes: string;
	/** What its report consists of, in reading order; absent in files of before there was a choice. */
	readonly items?: readonly AskedItem[];
	readonly brand?: ReportBrand;
	/** In which languages its report was, and whether interactive; absent in files of before that was said, as `facts`. */
	readonly page?: Required<Pick<ReportRequest, 'locale' | 'also' | 'interactive'>>;
	/** What its report's first page says of the data. */
	readonly facts?: Pick<
		OpenDataset,
		'customers' | 'orders' | 'revenue' | 'firstDay' | 'lastDay' | 'ordersNettedAway'
	>;
	readonly createdAt: number;
	readonly appVersion: string;
	readonly dataset: DatasetManifest;
	readonly definitions: readonly MethodDefinition[];
	/** Empty where small groups are hidden: then there is `disclosed` instead. */
	readonly analyses: readonly Analysis[];
	readonly disclosed: DisclosedFindings | null;
	readonly refunds: RefundRule;
	/** Linked tables and merged customers that the numbers depend on; absent in files of before they were told. */
	readonly beside?: SourcesBeside;
	/** The recipes are without their cleaning steps, which hold values that speak of persons. */
	readonly stepsWithheld?: true;
	/** The snapshot that the data behind it came with, where they did. */
	readonly derivedFrom?: {
		readonly title: string;
		readonly createdAt: number;
		readonly provenance: string;
		readonly rows: string;
		readonly rules: readonly { readonly column: string; readonly policy: SharingPolicy }[];
	};
	/** Customers went by codes in its rows, and stand in the order of these. */
	readonly coded?: true;
	/** Where each customer stands, in snapshots that were kept in this browser; null in others. */
	readonly standings: Standings | null;
	/** SHA-256 over the provenance hashes of all analyses, as 64 hex digits. */
	readonly provenance: string;
}

/** The links of a workspace, each of the versions that its tables have now. */
export interface LinkList {
	readonly links: readonly Link[];
	/** Some had to be found or counted anew: what is open was opened without them. */
	readonly recounted: boolean;
}

/** Contract of `workers/library.worker.ts`: workspaces, datasets and snapshots as records. */
export interface LibraryApi {
	/** Opens the database, collects what crashes left, and lists what there is. */
	start(nowMs: number): Promise<Envelope<StartupReport>>;
	list(): Promise<Envelope<StoredLists>>;
	createWorkspace(name: string, nowMs: number, kind?: Workspace['kind']): Promise<Envelope<Workspace>>;
	updateWorkspace(change: WorkspaceChange): Promise<Envelope<Workspace>>;
	/** Takes one more decision about which customers of a workspace are one. */
	decideSameCustomers(workspaceId: string, decision: SameDecision): Promise<Envelope<Workspace>>;
	/** Moves to the bin; `restore` brings it back until `purge` or 30 days have passed. */
	deleteWorkspace(id: string, nowMs: number): Promise<Envelope<null>>;
	restoreWorkspace(id: string): Promise<Envelope<null>>;
	/** Answers the version that now lies in the bin. */
	deleteDataset(id: string, nowMs: number): Promise<Envelope<string>>;
	/** Brings a version back. Where another version has its place, the two change places. */
	restoreDataset(version: string): Promise<Envelope<null>>;
	/** A file that a dataset was made from, byte for byte, where a copy is kept. */
	original(datasetId: string, fingerprint: string): Promise<Envelope<Blob>>;
	/** Lets the kept copies go, to free their space. */
	dropOriginals(datasetId: string): Promise<Envelope<null>>;
	/** The links between the tables of a workspace: those found and those chosen. */
	links(workspaceId: string): Promise<Envelope<LinkList>>;
	/** Links two tables by other columns, or unlinks them. */
	chooseLink(workspaceId: string, choice: LinkChoice): Promise<Envelope<Link>>;
	/** Keys of one side of a link that the other does not have; `rowsHeader` heads their counts in the file. */
	orphans(
		workspaceId: string,
		choice: LinkChoice,
		side: 'from' | 'to',
		rowsHeader: string
	): Promise<Envelope<OrphanList>>;
	/** The rejected rows of a dataset or table as a CSV file (UTF-8 with BOM): line, reason, raw cells. */
	rejects(datasetId: string): Promise<Envelope<Blob>>;
	/** The stored rows of a dataset as Parquet: typed, under the headers of its file, each with what became of it. */
	rows(datasetId: string): Promise<Envelope<Blob>>;
	/** What was wrong with the rows of a dataset, by code; null where an earlier version of the app stored it. */
	issues(datasetId: string): Promise<Envelope<readonly IssueGroup[] | null>>;
	/** Adds a line to the log of a workspace: of what the page itself does. */
	log(entry: LogEntry): Promise<Envelope<null>>;
	/** The log of a workspace, latest first. */
	logOf(workspaceId: string): Promise<Envelope<readonly LogEntry[]>>;
	/** Rows of text as a CSV file for spreadsheets (UTF-8 with BOM, formula-safe). */
	csv(
		headers: readonly string[],
		rows: readonly (readonly (string | number | null)[])[]
	): Promise<Envelope<Blob>>;
	/** A table with a header and no row yet: CSV as above, or a workbook of one sheet called `name`. */
	template(form: 'csv' | 'xlsx', headers: readonly string[], name: string): Promise<Envelope<Blob>>;
	/** What the columns of a dataset look like; see `profileTable`. */
	profile(datasetId: string): Promise<Envelope<readonly ColumnProfile[]>>;
	/** The same of a table of another entity; see `profileEntityTable`. */
	profileTable(tableId: string): Promise<Envelope<readonly EntityColumnProfile[]>>;
	/**
	 * Reads, checks and keeps a snapshot file; it then opens as a read-only workspace. With a passphrase the file is
	 * one in the age format, and is kept as what it holds.
	 */
	addSnapshot(
		file: File,
		nowMs: number,
		passphrase: string | null,
		kept?: { readonly workspaceId: string; readonly note: string }
	): Promise<Envelope<SnapshotSummary>>;
	/** Another label and note of a snapshot. */
	describeSnapshot(id: string, name: string, note: string): Promise<Envelope<null>>;
	/** A kept snapshot, checked and with its tables revived; without where its customers stand, which comparisons read. */
	snapshot(id: string): Promise<Envelope<OpenSnapshot>>;
	deleteSnapshot(id: string, nowMs: number): Promise<Envelope<null>>;
	restoreSnapshot(id: string): Promise<Envelope<null>>;
	/** Removes for good what lies in the bin; otherwise it goes 30 days after its deletion, at a start. */
	emptyBin(): Promise<Envelope<null>>;
	/** Empties everything that Clientele stored in this browser. */
	eraseEverything(): Promise<Envelope<null>>;
}
