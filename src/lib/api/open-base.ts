import type { AnswerSource } from '#lib/core/dataset/loss-reasons.ts';
import type { ContractTable } from '#lib/core/dataset/customer-contracts.ts';
import type { EventTable } from '#lib/core/dataset/event-source.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';

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
