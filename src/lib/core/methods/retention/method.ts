import { observedSpan, type ObservedSpan } from '../observed-span.ts';
import { fewCustomers, remark } from '../remarks.ts';
import { noSuchSelection } from '../select-customers.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { cohortsTable, planCohorts, type CohortPlan } from './cohorts.ts';
import { curvePeriods, curveTable, isComplete } from './curve.ts';
import { retentionDefinition } from './definition.ts';
import { countReturns } from './grid.ts';
import { matrixTable, reachedCells } from './matrix.ts';
import { cohortMembers, returnedMembers } from './members.ts';
import { retentionParams } from './params.ts';
import type { RetentionCustomers, RetentionParams, RetentionResult, RetentionTables } from './types.ts';

/** Who comes back, how soon and for how long, by the time of entry. */
export const retention: Method<RetentionParams, RetentionResult> = {
	definition: retentionDefinition,
	params: retentionParams,
	run(input, params) {
		const { ledger, frame } = input;
		const observed = observedSpan(input);
		const plan = planCohorts(input, params, spanOf(input, observed));
		const grid = countReturns(ledger, plan);
		const tables: RetentionTables = {
			cohorts: cohortsTable(plan),
			matrix: matrixTable(plan, grid),
			curve: curveTable(grid)
		};
		const enough = plan.found > 0;
		const { n, rate } = tables.curve.columns;
		const rateAt = (period: number): number => rate[n.indexOf(period)] ?? Number.NaN;
		const result: RetentionResult = {
			method: 'retention',
			version: retentionDefinition.version,
			params,
			frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [remark(missingCode(observed, params))],
			n: grid.customers,
			warnings: enough ? warningsOf(plan, grid.customers, tables.curve) : [],
			scalars: {
				customers: grid.customers,
				cohorts: plan.periodOf.length,
				rate1: rateAt(1),
				rate3: rateAt(3),
				rate6: rateAt(6),
				rate12: rateAt(12)
			},
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: firstCohorts(input, plan) };
	},
	members(input, params, table, row) {
		const { ledger } = input;
		const plan = planCohorts(input, params, spanOf(input, observedSpan(input)));
		if (table === 'cohorts' && plan.periodOf[row] !== undefined) return cohortMembers(ledger, plan, row);
		const grid = countReturns(ledger, plan);
		if (table === 'matrix') {
			const cell = reachedCells(grid)[row];
			if (cell === undefined) throw noSuchSelection(table, row);
			const cohort = Math.floor(cell / grid.width);
			return returnedMembers(ledger, plan, cell % grid.width, (own) => own === cohort);
		}
		const n = table === 'curve' ? curvePeriods(grid)[row] : undefined;
		if (n === undefined) throw noSuchSelection(table, row);
		return returnedMembers(ledger, plan, n, (own) => isComplete(grid, own * grid.width + n));
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

function warningsOf(plan: CohortPlan, customers: number, curve: RetentionTables['curve']): Warning[] {
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
	return warnings;
}
