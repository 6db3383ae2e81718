import { isoDate } from '../../calendar/day.ts';
import { gather } from '../../columns/order-index.ts';
import type { Measured } from '../in-profit.ts';
import { observedSpan } from '../observed-span.ts';
import { fewCustomers, remark } from '../remarks.ts';
import { noSuchSelection, selectCustomers } from '../select-customers.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { compareDays, type Comparison } from './compare.ts';
import { earlierDay } from './days.ts';
import { migrationDefinition } from './definition.ts';
import { flowTables } from './flows.ts';
import { matrixTable } from './matrix.ts';
import { migrationMembers } from './members.ts';
import { moversTable } from './movers.ts';
import { migrationParams } from './params.ts';
import { wayFinder } from './places.ts';
import { migrationScalars } from './scalars.ts';
import { sizeTables } from './sizes.ts';
import { wayTables } from './ways.ts';
import { basisOn, groupCount, NOT_YET } from './standing.ts';
import type {
	MigrationCustomers,
	MigrationParams,
	MigrationResult,
	MigrationScalars,
	MigrationTables
} from './types.ts';

/** Who moved between segments, value types or stages from one day to another, and what changed their sizes. */
export const migration: Method<MigrationParams, MigrationResult> = {
	definition: migrationDefinition,
	params: migrationParams,
	run(input, params) {
		const { frame } = input;
		const day = earlierDay(frame, params);
		const missing = missingOf(input, params, day);
		const enough = missing.length === 0;
		// Where the days cannot be compared, the as-of date is compared with itself, and the rows are dropped.
		const comparison = compareDays(input, params, enough && day !== null ? day : frame.asOf);
		const tables = tablesOf(input, params, comparison);
		const days = { before: day ?? Number.NaN, now: frame.asOf };
		const scalars = migrationScalars(days, comparison);
		const result: MigrationResult = {
			method: 'migration',
			version: migrationDefinition.version,
			params,
			frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing,
			n: enough ? comparison.now.of.reduce((n, code) => (code === NOT_YET ? n : n + 1), 0) : 0,
			warnings: enough ? [...basisOf(input, params, day).warnings, ...warningsOf(scalars, comparison)] : [],
			scalars: enough ? scalars : { ...emptyScalars(scalars), ...days },
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: enough ? customersTable(comparison) : null };
	},
	members(input, params, table, row) {
		const day = earlierDay(input.frame, params);
		if (day === null || missingOf(input, params, day).length > 0) throw noSuchSelection(table, row);
		const comparison = compareDays(input, params, day);
		return migrationMembers(params, comparison, tablesOf(input, params, comparison), table, row);
	}
};

function tablesOf(input: MethodInput, params: MigrationParams, comparison: Comparison): MigrationTables {
	const matrix = matrixTable(comparison, wayFinder(params));
	return {
		...sizeTables(comparison),
		...wayTables(input, params, comparison, matrix),
		matrix,
		movers: moversTable(comparison),
		...flowTables(input.ledger, comparison)
	};
}

function missingOf(input: MethodInput, params: MigrationParams, day: number | null): Warning[] {
	const { ledger, frame } = input;
	const span = observedSpan(input);
	if (span === null) return [remark('no-orders')];
	if (span.from > span.asOf) return [remark('no-orders-in-window')];
	if (groupCount(params) === 0) return [remark('migration-no-segments')];
	if (day === null)
		return [remark(params.against === 'window' ? 'migration-no-window' : 'migration-no-new-year')];
	if (day > frame.asOf) return [remark('migration-not-before', { day: isoDate(day) })];
	if (day < ledger.firstDay)
		return [remark('migration-before-data', { day: isoDate(day), first: isoDate(ledger.firstDay) })];
	const { missing } = basisOf(input, params, day);
	return missing === null ? [] : [missing];
}

/** Of the two days that of which less is known. */
function basisOf(input: MethodInput, params: MigrationParams, day: number | null): Measured {
	const now = basisOn(input, params, input.frame.asOf);
	if (day === null || now.missing !== null) return now;
	const before = basisOn(input, params, day);
	const known = ({ warnings }: Measured) => Number(warnings[0]?.params['orders'] ?? 1);
	return before.missing !== null || known(before) < known(now) ? before : now;
}

function warningsOf({ known, byBehaviour }: MigrationScalars, { before, held, now }: Comparison): Warning[] {
	const warnings: Warning[] = [];
	if (known < fewCustomers) warnings.push(remark('few-customers', { n: known, minimum: fewCustomers }));
	if (before.cutting === null && held === now && byBehaviour > 0) warnings.push(remark('migration-no-cuts'));
	return warnings;
}

function emptyScalars(scalars: MigrationScalars): MigrationScalars {
	return Object.fromEntries(Object.keys(scalars).map((name) => [name, Number.NaN])) as MigrationScalars;
}

function customersTable({ before, now, places }: Comparison): MigrationCustomers {
	const customer = selectCustomers(now.of.length, (who) => now.of[who] !== NOT_YET);
	const rows = (of: Uint8Array) => gather(of, customer).map((code) => places.rowOf[code] as number);
	return {
		rows: customer.length,
		columns: { customer, from: rows(before.of), to: rows(now.of) },
		types: { customer: 'code', from: 'code', to: 'code' }
	};
}
