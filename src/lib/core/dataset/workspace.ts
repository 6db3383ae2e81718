import type { SameCustomers } from '../identity/types.ts';
import type { RefundRule } from '../ledger/types.ts';
import type { StatusMeaning } from './contract-states.ts';
import type { LossReasons } from './loss-reasons.ts';
import type { RowChoices } from './recipe.ts';
import type { ReportLayout } from './report-layout.ts';
import type { ColumnNature, SharingPolicy, SharingRules } from './sharing.ts';
import type { SourcesBeside } from './sources.ts';

/** One client's isolated room: datasets and settings. */
export interface Workspace {
	readonly id: string;
	readonly name: string;
	/** `sample`: made by the sample generator; the same in all other respects. */
	readonly kind: 'client' | 'sample';
	readonly settings: WorkspaceSettings;
	/** Which customers were decided to be one; absent before the first decision. */
	readonly sameCustomers?: SameCustomers;
	/** The snapshot that it was opened from, rows and all; absent for a client's own. Its data stay as they came. */
	readonly origin?: WorkspaceOrigin;
	readonly createdAt: number;
	readonly deletedAt: number | null;
}

/** What is known of the file with rows that a workspace was opened from. */
export interface WorkspaceOrigin {
	/** Names the content of the file: opened again, it is the same workspace. */
	readonly checksum: string;
	readonly title: string;
	readonly preparedFor: string;
	/** Of the workspace that it was made in. */
	readonly workspace: string;
	/** When it was made, ms since 1970 UTC. */
	readonly madeAt: number;
	/** The snapshot's hash over all of its analyses. */
	readonly provenance: string;
	/** The snapshot's days: as of when, and since when where it does not look at everything. */
	readonly asOf: number;
	readonly from: number | null;
	/** Parameters that its methods were asked with: what screens begin with here, until a setting says otherwise. */
	readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	/** What became of each column before it left. */
	readonly rules: readonly {
		readonly column: string;
		readonly nature: ColumnNature;
		readonly policy: SharingPolicy;
	}[];
	/** The files that its orders and tables were made of. */
	readonly beside: SourcesBeside;
	/** Its recipes came without their cleaning steps. */
	readonly stepsWithheld?: true;
	/** What came of computing the snapshot again from the rows; absent until it was done. */
	readonly verified?: RowsVerification;
}

/**
 * Whether customers of a workspace go by codes, because its rows came so.
 *
 * @example
 * isCoded({ rules: [{ column: 'customer', nature: 'id', policy: 'pseudonym' }] }) // => true
 * isCoded(undefined) // => false
 */
export function isCoded(origin: Pick<WorkspaceOrigin, 'rules'> | undefined): boolean {
	return (origin?.rules ?? []).some(({ column, policy }) => column === 'customer' && policy !== 'keep');
}

/** What came of computing a snapshot again from the rows that came with it. */
export interface RowsVerification {
	/** Values compared, and how many of them differ. */
	readonly compared: number;
	readonly differing: number;
	/** Analyses that ask for a column which was left out, or that reads the values of one that was changed. */
	readonly without: number;
	/** The first differences: names of methods, tables and columns, and both values. */
	readonly differences: readonly RowsDifference[];
	/** The hash over all analyses, as the snapshot says and as the rows give. */
	readonly provenance: { readonly saved: string; readonly found: string };
}

export interface RowsDifference {
	readonly method: string;
	readonly table: string;
	readonly row: number;
	readonly head: string;
	readonly column: string;
	readonly saved: number | string | null;
	readonly found: number | string | null;
}

export interface WorkspaceSettings {
	/** 1 = Monday … 7 = Sunday. */
	readonly weekStart: number;
	/** The month in which fiscal years begin, 2 … 12; absent = January. */
	readonly yearStart?: number;
	readonly refunds: RefundRule;
	/** The as-of date where none is chosen; absent = the latest order in the data. */
	readonly asOf?: DefaultAsOf;
	/** ISO 4217 code shown where the data does not say; nothing is converted. */
	readonly currency?: string;
	/** What new imports do with rows that are not plain sales; absent = those without a customer, cancelled ones and those of zero are set aside. */
	readonly rows?: Partial<Pick<RowChoices, 'cancelled' | 'zeroAmount' | 'noCustomer'>>;
	/** IANA name of the zone in whose days new imports count times that say how far they are from UTC; absent = as written. */
	readonly zone?: string;
	/** Shares of revenue at which value tiers A and B end; absent = 70 % and 90 %. */
	readonly tiers?: { readonly a: number; readonly b: number };
	/** What leaves in files that are given away; absent until something was chosen. */
	readonly sharing?: SharingRules;
	/** Where the data say why customers left, and what that means; absent until something was chosen. */
	readonly lossReasons?: LossReasons;
	/** What statuses of contracts mean, where somebody decided; absent until something was chosen. */
	readonly contractStatuses?: readonly StatusMeaning[];
	/** The report; absent until something of it was changed. */
	readonly report?: ReportLayout;
}

/** New values of some settings; `undefined` goes back to the default. */
export type SettingsChange = {
	readonly [Key in keyof WorkspaceSettings]?: WorkspaceSettings[Key] | undefined;
};

/** What of a workspace becomes otherwise; all that is not named stays as stored. */
export interface WorkspaceChange {
	readonly id: string;
	readonly name?: string;
	readonly settings?: SettingsChange;
}

/** The last day of the last month that the data holds whole, or a day. */
export type DefaultAsOf = { readonly kind: 'month-end' } | { readonly kind: 'day'; readonly day: number };

/** A snapshot file kept in the browser. */
export interface SnapshotSummary {
	readonly id: string;
	readonly name: string;
	readonly createdAt: number;
	readonly addedAt: number;
	readonly methods: readonly string[];
	readonly provenance: string;
	readonly bytes: number;
	readonly deletedAt: number | null;
	/** The workspace that it was kept in; absent for a file that was opened. */
	readonly workspaceId?: string;
	/** The user's own words. */
	readonly note?: string;
	/** The as-of date; absent where it was not noted. */
	readonly asOf?: number;
}
