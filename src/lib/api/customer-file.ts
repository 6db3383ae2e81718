import type { PersonalKind } from '#lib/core/dataset/personal-data.ts';
import type { Consent, SharedColumnId, SharingPolicy } from '#lib/core/dataset/sharing.ts';
import type { CustomerQuery } from './customer-query.ts';

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

/** More customers than this do not go into a workbook: the CSV file holds any number. */
export const workbookRows = 200_000;

/** Names of segments and stages in the reader's language, in the order of `segmentIds` and `stageIds`. */
export interface CustomerLabels {
	readonly segments: readonly string[];
	readonly stages: readonly string[];
}
