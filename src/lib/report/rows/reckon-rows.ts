import type { Analysis } from '#lib/api/analysis-api.ts';
import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import { ledgerOfAll, withKnownCustomers } from '#lib/core/dataset/known-customers.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { attributeColumn } from '#lib/core/dataset/sharing.ts';
import { provenanceInputs, sourcesOf } from '#lib/core/dataset/sources.ts';
import { CoreError } from '#lib/core/errors.ts';
import { mergeCustomers } from '#lib/core/identity/merge-customers.ts';
import type { MergedIds } from '#lib/core/identity/types.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { Pause } from '#lib/core/links/key-space.ts';
import { LinkedTables, type LinkedTable } from '#lib/core/links/linked-tables.ts';
import { recompute, type RecomputeFrom } from '#lib/core/methods/recompute.ts';
import { isMethodId, methodById } from '#lib/core/methods/registry.ts';
import type { MethodResult } from '#lib/core/methods/types.ts';
import { answerColumn } from '../disclose/disclose-reasons.ts';
import type { AppliedRule } from './share-rows.ts';

/** Rows as they are in a file, with all that numbers depend on. */
export interface RowsToReckon {
	/** Of the orders as they are in the file. */
	readonly manifest: DatasetManifest;
	/** Headers of the orders' columns before any was left out. */
	readonly attributesBefore: readonly string[];
	readonly orders: OrderTable;
	readonly merged: readonly MergedIds[];
	/** Whether customers go by codes. */
	readonly coded: boolean;
	readonly refunds: RefundRule;
	readonly linked: readonly (LinkedTable & { readonly table: EntityTable })[];
	/** What became of the columns. */
	readonly rules: readonly KnownRule[];
}

type KnownRule = Pick<AppliedRule, 'column' | 'policy'>;

/** Answers again what a method was asked; null where it asks for a column that was left out, or for what the values of a changed one mean. */
export type ReckonAgain = (result: MethodResult) => Promise<Analysis | null>;

/** Makes ready to answer questions from rows, as a workspace that holds them does. */
export async function reckonRows(rows: RowsToReckon, pause: Pause): Promise<ReckonAgain> {
	const { manifest, attributesBefore, orders, merged, coded, refunds, linked, rules } = rows;
	const tables = new Map(linked.map(({ manifest: { id }, table }) => [id, table]));
	const links = new LinkedTables(
		linked,
		async (id, columns) => {
			const table = tables.get(id) as EntityTable;
			return { ...table, columns: table.columns.filter((_, at) => columns.includes(at)) };
		},
		pause
	);
	const known = await links.unknownTo(orders.customers);
	const joined = mergeCustomers(orders, merged);
	const one = joined?.table ?? orders;
	const all = known === null ? null : withKnownCustomers(one, known);
	const table = all?.table ?? one;
	const ledger = buildLedger(table, refunds);
	const from: RecomputeFrom = {
		table,
		full: all === null ? ledger : ledgerOfAll(ledger, all.since),
		inputs: provenanceInputs(sourcesOf(manifest)),
		...(joined !== null && { sameCustomers: joined.merged }),
		...(coded && { coded }),
		linked: links,
		namesCustomers: known !== null
	};
	return async (result) => {
		await pause();
		if (readsChanged(result, rules) || groupsByAnother(result, attributesBefore, manifest)) return null;
		return again(from, result);
	};
}

async function again(from: RecomputeFrom, asked: MethodResult): Promise<Analysis | null> {
	try {
		const sha256 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
		const { result, provenance } = await recompute(from, asked, sha256);
		return { result, provenance };
	} catch (thrown) {
		if (thrown instanceof CoreError && thrown.code === 'params-invalid') return null;
		throw thrown;
	}
}

/** Whether a method that chooses its groups itself would choose others, because their column was left out. */
function groupsByAnother(
	{ method, params }: MethodResult,
	before: readonly string[],
	{ attributes }: DatasetManifest
): boolean {
	if (!isMethodId(method)) return false;
	const chooser = methodById(method);
	// What is no column of the orders is one of a linked table, and comes after them.
	const chosen = chooser.groupsBy?.(params, before) ?? null;
	return chosen !== null && before.includes(chosen) && chooser.groupsBy?.(params, attributes) !== chosen;
}

/** Whether a column stands in the file as the client has it. */
export const isKept = (column: string, rules: readonly KnownRule[]): boolean =>
	rules.some((rule) => rule.column === column && rule.policy === 'keep');

/** Whether a method reads the values of a column one by one, which no longer are those that its parameters speak of. */
export function readsChanged({ method, params }: MethodResult, rules: readonly KnownRule[]): boolean {
	if (!isMethodId(method)) return false;
	const asked = methodById(method);
	const said = asked.answersBy?.(params) ?? null;
	const lines = asked.linesBy?.(params) ?? null;
	const bound = asked.contractsOf?.(params) ?? null;
	return (
		(said !== null && !isKept(answerColumn(said), rules)) ||
		(lines !== null && !isKept(attributeColumn(lines), rules)) ||
		// Contracts are read from most columns of their table.
		(bound !== null &&
			rules.some(
				({ column, policy }) =>
					policy !== 'keep' &&
					column.startsWith(attributeColumn(bound.table === null ? '' : `${bound.table} / `))
			))
	);
}
