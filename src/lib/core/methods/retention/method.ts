import { intervalsTable, purchaseInterval } from '../../ledger/purchase-intervals.ts';
import { medianGaps } from '../median-gaps.ts';
import { observedSpan, type ObservedSpan } from '../observed-span.ts';
import { fewCustomers, remark } from '../remarks.ts';
import { noSuchSelection } from '../select-customers.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { bracketCellsTable, bracketsTable } from './bracket-tables.ts';
import { countBrackets } from './brackets.ts';
import { cohortsTable, planCohorts, type CohortPlan } from './cohorts.ts';
import { curveTable } from './curve.ts';
import { retentionDefinition } from './definition.ts';
import { countReturns } from './grid.ts';
import { matrixTable } from './matrix.ts';
import { sumMoney } from './money.ts';
import { newestCells, newestTable } from './newest.ts';
import { retentionParams } from './params.ts';
import { activePeriodsTables, repeatTable, windowActivity } from './rhythm.ts';
import { retentionScalars } from './scalars.ts';
import { tableMembers } from './table-members.ts';
import type { RetentionCustomers, RetentionParams, RetentionResult, RetentionTables } from './types.ts';

/** Who comes back, how soon, how often and with how much money, by the time of entry. */
export const retention: Method<RetentionParams, RetentionResult> = {
	definition: retentionDefinition,
	params: retentionParams,
	run(input, params) {
		const { ledger, frame } = input;
		const observed = observedSpan(input);
		const span = spanOf(input, observed);
		const plan = planCohorts(input, params, span);
		const grid = countReturns(ledger, plan);
		const money = sumMoney(ledger, plan);
		const brackets = countBrackets(ledger, plan, params);
		const activity = windowActivity(ledger, plan.periods, span);
		const gaps = medianGaps(input, span);
		const tables: RetentionTables = {
			cohorts: cohortsTable(plan),
			matrix: matrixTable(plan, grid, money),
			curve: curveTable(grid, money),
			newest: newestTable(plan, grid, newestCells(grid, params)),
			brackets: bracketsTable(plan, brackets, params),
			bracketCells: bracketCellsTable(plan, brackets),
			repeat: repeatTable(activity.orders),
			...activePeriodsTables(activity.periods),
			intervals: intervalsTable(gaps)
		};
		const enough = plan.found > 0;
		const result: RetentionResult = {
			method: 'retention',
			version: retentionDefinition.version,
			params,
			frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [remark(missingCode(observed, params))],
			n: grid.customers,
			warnings: enough ? warningsOf(plan, grid.customers, tables) : [],
			scalars: retentionScalars(grid.customers, tables, purchaseInterval(gaps)),
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: firstCohorts(input, plan) };
	},
	members(input, params, table, row) {
		const span = spanOf(input, observedSpan(input));
		const plan = planCohorts(input, params, span);
		// Without cohorts no table has a row.
		if (plan.found === 0) throw noSuchSelection(table, row);
		return tableMembers(input, params, plan, span, table, row);
	}
};

/** The observed days; without any order, the as-of date alone, in which nobody enters. */
function spanOf({ frame: { asOf } }: MethodInput, observed: ObservedSpan | null): ObservedSpan {
	return observed ?? { firstDay: asOf, from: asOf, asOf, cut: false };
}

function missingCode(observed: ObservedSpan | null, params: RetentionParams): string {
	if (observed === null) return 'no-orders';
	return params.entry === 'first' ? 'no-new-customers-in-window' : 'no-orders-in-window';
}

/** Every customer with an order up to the as-of date, and the first day of the period of the first one. */
function firstCohorts({ ledger }: MethodInput, { periods, asOf }: CohortPlan): RetentionCustomers {
	const { offsets, day } = ledger;
	const size = ledger.customers.size;
	const customer = new Uint32Array(size);
	const cohort = new Int32Array(size);
	let rows = 0;
	for (let who = 0; who < size; who++) {
		const start = offsets[who] as number;
		if (start === offsets[who + 1] || (day[start] as number) > asOf) continue;
		const period = periods.of[(day[start] as number) - periods.firstDay] as number;
		customer[rows] = who;
		cohort[rows++] = periods.starts[period] as number;
	}
	return {
		rows,
		columns: { customer: customer.slice(0, rows), cohort: cohort.slice(0, rows) },
		types: { customer: 'code', cohort: 'day' }
	};
}

function warningsOf(plan: CohortPlan, customers: number, { curve, brackets }: RetentionTables): Warning[] {
	const warnings: Warning[] = [];
	const shown = plan.periodOf.length;
	if (customers < fewCustomers)
		warnings.push(remark('few-customers', { n: customers, minimum: fewCustomers }));
	if (plan.found > shown) warnings.push(remark('retention-too-many-cohorts', { shown, all: plan.found }));
	const small = plan.sizes.filter((size) => size < fewCustomers).length;
	if (small > 0 && customers >= fewCustomers) {
		warnings.push(remark('retention-small-cohorts', { n: small, all: shown, minimum: fewCustomers }));
	}
	if (!curve.columns.n.some((n) => n > 0)) warnings.push(remark('retention-no-complete-return'));
	const unreached = brackets.columns.base.filter((base) => base === 0).length;
	if (unreached > 0)
		warnings.push(remark('retention-brackets-unreached', { n: unreached, all: brackets.rows }));
	return warnings;
}
