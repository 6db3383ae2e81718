import { basename } from 'node:path';
import { decodeAll } from '../../src/lib/core/columns/dictionary.ts';
import type { ControlTotals } from '../../src/lib/core/dataset/control-totals.ts';
import type { Inspection } from '../../src/lib/core/dataset/inspection.ts';
import type { ImportRecipe } from '../../src/lib/core/dataset/recipe.ts';
import type { RowIssue } from '../../src/lib/core/dataset/row-issue.ts';
import { CoreError, type ErrorCode } from '../../src/lib/core/errors.ts';
import { buildLedger } from '../../src/lib/core/ledger/build-ledger.ts';
import type { Ledger, RefundRule } from '../../src/lib/core/ledger/types.ts';
import { recompute } from '../../src/lib/core/methods/recompute.ts';
import type { Frame } from '../../src/lib/core/methods/types.ts';
import { columnToJson, type JsonColumn } from '../../src/lib/core/result/json-column.ts';
import { resultToJson, type JsonResult } from '../../src/lib/core/result/json.ts';
import type { CellType, Table } from '../../src/lib/core/result/table.ts';
import { importOrders, inspect, type ImportedOrders } from '../../src/lib/import/index.ts';
import { openFile } from './open-file.ts';

/** What is asked of a file. */
export interface Request {
	readonly recipe: ImportRecipe | null;
	readonly methods: readonly string[];
	readonly params: Readonly<Record<string, unknown>>;
	readonly asOf: number | null;
	readonly from: number | null;
	readonly weekStart: number;
	/** 1 = January. */
	readonly yearStart: number;
	readonly refunds: RefundRule;
	readonly customers: boolean;
}

/** How a file was read. */
export interface ImportReport {
	readonly file: { readonly name: string; readonly size: number };
	readonly fingerprint: string;
	readonly recipe: ImportRecipe;
	readonly totals: ControlTotals;
	/** The first thousand. */
	readonly issues: readonly RowIssue[];
	readonly scale: number;
	readonly currency: string | null;
	readonly refunds: RefundRule;
}

/** A table of customers: that of the method, with each customer's key beside its index. */
export interface JsonCustomers {
	readonly rows: number;
	readonly columns: Readonly<Record<string, JsonColumn>>;
	readonly types: Readonly<Record<string, CellType>>;
}

export interface AnsweredMethod {
	readonly result: JsonResult;
	readonly provenance: string;
	readonly customers?: JsonCustomers;
}

export interface Analysis {
	readonly import: ImportReport;
	readonly results: readonly AnsweredMethod[];
}

export interface AnalysedFile {
	readonly analysis: Analysis;
	/** Null when a recipe was given. */
	readonly inspection: Inspection | null;
	readonly rejects: Uint8Array;
}

/**
 * One file through the import and the methods, as the application does it. Without a recipe the file's own is
 * guessed; a guess that would have to choose between two readings of money or dates is refused.
 *
 * @throws CoreError
 */
export async function analyseFile(path: string, request: Request): Promise<AnalysedFile> {
	const source = await openFile(path);
	const name = basename(path);
	const inspection = request.recipe === null ? await inspect(source, name, null) : null;
	const blocker = inspection?.blockers[0];
	if (blocker !== undefined) throw new CoreError(blocker.code as ErrorCode, blocker.params);
	const recipe = request.recipe ?? (inspection as Inspection).recipe;
	const imported = await importOrders(source, name, recipe);
	const results = await answers(imported, recipe, request);
	return {
		analysis: {
			import: {
				file: { name, size: source.size },
				fingerprint: imported.fingerprint,
				recipe,
				totals: imported.totals,
				issues: imported.issues,
				scale: imported.table.scale,
				currency: imported.table.currency,
				refunds: request.refunds
			},
			results
		},
		inspection,
		rejects: imported.rejects
	};
}

async function answers(
	imported: ImportedOrders,
	recipe: ImportRecipe,
	request: Request
): Promise<AnsweredMethod[]> {
	const full = buildLedger(imported.table, request.refunds);
	const asOf = request.asOf ?? full.lastDay;
	const { from, weekStart, yearStart } = request;
	if (from !== null && from > asOf) throw new CoreError('params-invalid', { method: 'frame', param: 'from' });
	const frame: Frame = { asOf, from, weekStart, ...(yearStart !== 1 && { yearStart }) };
	const inputs = [{ fingerprint: imported.fingerprint, recipe }];
	const given: AnsweredMethod[] = [];
	for (const method of request.methods) {
		const asked = { method, params: request.params[method] ?? {}, frame };
		const { result, customers, provenance } = await recompute(
			{ table: imported.table, full, inputs },
			asked,
			(bytes) => crypto.subtle.digest('SHA-256', bytes)
		);
		given.push({
			result: resultToJson(result),
			provenance,
			...(request.customers && customers !== null && { customers: customersToJson(customers, full) })
		});
	}
	return given;
}

function customersToJson(table: Table, ledger: Ledger): JsonCustomers {
	const keys = decodeAll(ledger.customers);
	const { customer } = table.columns;
	const key = customer === undefined ? [] : Array.from(customer as Uint32Array, (who) => keys[who] ?? '');
	return {
		rows: table.rows,
		columns: {
			key: columnToJson(key),
			...Object.fromEntries(
				Object.entries(table.columns).map(([name, column]) => [name, columnToJson(column)])
			)
		},
		types: { key: 'text', ...table.types }
	};
}
