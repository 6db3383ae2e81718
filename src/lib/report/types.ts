import type { Analysis } from '#lib/api/analysis-api.ts';
import type { OpenDataset } from '#lib/api/open-base.ts';
import type { ReportRequest } from '#lib/api/report-request.ts';
import type { DisclosedFindings } from '#lib/api/disclosed-findings.ts';
import type { Standings } from '#lib/core/comparison/types.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { SourcesBeside } from '#lib/core/dataset/sources.ts';
import type { SharingPolicy } from '#lib/core/dataset/sharing.ts';
import type { MethodDefinition } from '#lib/core/methods/types.ts';
import type { HiddenMemory } from './redact/hidden-memory.ts';

/** What a snapshot says of the one that its data came with. */
export interface DerivedFrom {
	readonly title: string;
	/** When it was made, ms since 1970 UTC. */
	readonly createdAt: number;
	/** Its hash over all of its analyses. */
	readonly provenance: string;
	/** SHA-256 that names the file with rows. */
	readonly rows: string;
	/** Columns that were left out, masked or replaced by codes before the rows were handed on. */
	readonly rules: readonly { readonly column: string; readonly policy: SharingPolicy }[];
	/** The recipes came without their cleaning steps. */
	readonly stepsWithheld?: true;
}

/** All that a report or a snapshot is made from: one analysis per section of the request, in its order. */
export interface ReportInput {
	readonly request: ReportRequest;
	readonly dataset: OpenDataset;
	readonly analyses: readonly Analysis[];
	/** What a file without small groups tells, section by section, in place of results: the analyses then have none. */
	readonly told?: DisclosedFindings;
	/** At least those of the methods used. */
	readonly definitions: readonly MethodDefinition[];
	readonly refunds: RefundRule;
	/** Linked tables and merged customers that the analyses depend on; absent without any. */
	readonly beside?: SourcesBeside;
	/** The snapshot that the data came with, where they are no files of the workspace's own. */
	readonly derived?: DerivedFrom;
	/** Customers go by codes in the rows that the analyses are of. */
	readonly coded?: true;
	/** What earlier files have hidden, where small groups are hidden; takes down what this one hides. */
	readonly memory?: HiddenMemory;
	/** Where each customer stands, for a snapshot that stays in the browser. */
	readonly standings?: Standings;
}
