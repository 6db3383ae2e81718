import * as v from 'valibot';
import type { EventFacts } from '#lib/core/dataset/event-source.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { isMethodId, methodById } from '#lib/core/methods/registry.ts';
import type { Frame, MethodResult } from '#lib/core/methods/types.ts';
import type { Table, TableColumn } from '#lib/core/result/table.ts';

/** No customer, no order: what a method answers to this shows every table, column and scalar that it has. */
const nobody: Ledger = {
	customers: { size: 0, bytes: new Uint8Array(0), offsets: new Uint32Array(1) },
	offsets: new Uint32Array(1),
	day: new Int32Array(0),
	amount: new Float64Array(0),
	firstSeen: new Int32Array(0),
	orders: 0,
	orderLines: new Uint32Array(0),
	lines: 0,
	firstDay: 0,
	lastDay: 0,
	scale: 0,
	currency: null,
	refunds: 'net',
	ordersNettedAway: 0
};

/** No row of any table: what is scored by rows has numbers where what is scored by orders has money. */
const noEvents: Omit<EventFacts, 'source'> = {
	...{ entity: 'other', day: '', currency: null },
	...{ rows: 0, used: 0, orphans: 0, undated: 0, empty: 0 }
};

const anyDay: Frame = { asOf: 0, from: null, weekStart: 1 };

/**
 * Checks that a result which names a method of this version has all that the screens and the report will look for,
 * and completes its parameters and what older versions did not say yet. Methods that this version does not know pass
 * as they are.
 *
 * @throws CoreError `snapshot-newer` when the method's version is newer; `snapshot-invalid` with `at` otherwise.
 */
export function checkKnownShape(result: MethodResult): MethodResult {
	if (!isMethodId(result.method)) return result;
	const method = methodById(result.method);
	if (result.version > method.definition.version) {
		throw new CoreError('snapshot-newer', { schema: result.version, supported: method.definition.version });
	}
	const params = v.safeParse(method.params, result.params);
	if (!params.success) throw invalid(result, 'params');
	// A frame of its own: the file's could span a million years.
	const source = method.ledgerOf?.(params.output) ?? null;
	const events = source && { ...noEvents, source };
	const answerTo = (ledger: Ledger): MethodResult =>
		method.run({ ledger, frame: anyDay, events }, params.output).result;
	const model = answerTo(nobody);
	// What is said of profits need not be there, and has to be whole where it is.
	const withProfits = answerTo({ ...nobody, profit: new Float64Array(0) });
	// What a version before this one did not say yet stands empty: no rows, no value.
	const older = result.version < method.definition.version;
	const scalars: Record<string, number> = { ...result.scalars };
	const tables: Record<string, Table> = { ...result.tables };
	for (const name of Object.keys(model.scalars)) {
		if (Object.hasOwn(result.scalars, name)) continue;
		if (!older) throw invalid(result, `scalars.${name}`);
		scalars[name] = NaN;
	}
	for (const [name, table] of Object.entries(withProfits.tables)) {
		const found = Object.hasOwn(result.tables, name) ? result.tables[name] : undefined;
		if (found === undefined) {
			if (!Object.hasOwn(model.tables, name)) continue;
			if (!older) throw invalid(result, `tables.${name}`);
			tables[name] = table;
			continue;
		}
		const columns: Record<string, TableColumn> = { ...found.columns };
		for (const [column, values] of Object.entries(table.columns)) {
			const given = Object.hasOwn(found.columns, column) ? found.columns[column] : undefined;
			const empty = given === undefined && older ? emptyLike(values, found.rows) : null;
			if (empty !== null) {
				columns[column] = empty;
				continue;
			}
			if (given?.constructor !== values.constructor || found.types[column] !== table.types[column]) {
				throw invalid(result, `tables.${name}.columns.${column}`);
			}
		}
		tables[name] = { ...found, columns, types: { ...table.types, ...found.types } };
	}
	return { ...result, params: params.output, scalars, tables };
}

/** A column of no values beside the rows that there are; null for one that has no way to say so. */
function emptyLike(values: TableColumn, rows: number): TableColumn | null {
	if (values instanceof Float64Array) return new Float64Array(rows).fill(NaN);
	return ArrayBuffer.isView(values) ? null : Array.from({ length: rows }, () => '');
}

function invalid({ method }: MethodResult, at: string): CoreError {
	return new CoreError('snapshot-invalid', { at: `${method}.${at}` });
}
