import { periodTable } from '../../calendar/period-table.ts';
import { observedSpan, type ObservedSpan } from '../observed-span.ts';
import { remark } from '../remarks.ts';
import type { Method, MethodInput } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { agreementTable } from './agreement.ts';
import { backTest, backTestTable } from './back-test.ts';
import { churnDefinition } from './definition.ts';
import { causesTable, lossStanding, lossValuesTable } from './loss-reasons.ts';
import { churnMembers } from './members.ts';
import { churnParams } from './params.ts';
import {
	bandsTable,
	churnCustomers,
	earlyWarningTable,
	reasonsTable,
	warnedCustomers,
	warnedTable
} from './people-tables.ts';
import { countPeriods, periodsTable } from './periods.ts';
import { revenueMoves } from './revenue.ts';
import { revenueTable } from './revenue-table.ts';
import { churnScalars, churnWarnings, type ChurnParts } from './scalars.ts';
import { churnStanding } from './standing.ts';
import { churnCuts, countLifetimes, countSilences } from './silences.ts';
import { silenceCurve, survivalTable } from './survival-table.ts';
import type { ChurnParams, ChurnResult, ChurnTables } from './types.ts';

/** Who is leaving, how many left and with how much revenue, and how long a silence means goodbye. */
export const churn: Method<ChurnParams, ChurnResult> = {
	definition: churnDefinition,
	params: churnParams,
	readsSigns: true,
	answersBy: ({ lossReasons }) => lossReasons && { table: lossReasons.table, column: lossReasons.column },
	run(input, params) {
		const { ledger, frame } = input;
		const observed = observedSpan(input);
		const enough = observed !== null && observed.from <= observed.asOf;
		// Without days to look at, the kernels walk the as-of date alone, and the tables' rows are dropped below.
		const span = enough ? observed : withoutDays(input);
		const { firstDay, asOf } = span;
		const silences = countSilences(ledger, firstDay, asOf);
		const cuts = churnCuts(silences.all, params);
		const test = backTest(ledger, firstDay, asOf, params.winBackDays);
		const lengths =
			params.survival === 'lifetime'
				? [countLifetimes(ledger, firstDay, asOf, cuts.churned)]
				: [silences.all, silences.first, silences.later];
		const curves = lengths.map((counts) => silenceCurve(counts, params.limits));
		const profiles = churnStanding(input, cuts, params);
		const { answers = null } = input;
		const mapped = params.lossReasons?.mapped ?? [];
		const loss = answers === null ? null : lossStanding(answers, profiles, frame.asOf, mapped);
		const warned = warnedCustomers(profiles);
		const stakeWarned = warned.reduce((sum, who) => sum + (profiles.stake[who] as number), 0);
		const periods = periodTable(firstDay, asOf, params.unit, frame);
		const tables: ChurnTables = {
			bands: bandsTable(profiles),
			backtest: backTestTable(test, silences.all, cuts.churned, params.winBackDays),
			periods: periodsTable(countPeriods(ledger, periods, cuts.churned), periods, span, params.base),
			revenue: revenueTable(revenueMoves(ledger, periods), periods, span),
			survival: survivalTable(curves),
			reasons: reasonsTable(profiles),
			agreement: agreementTable(profiles),
			causes: causesTable(loss, profiles.stake),
			lossValues: lossValuesTable(answers, loss, profiles.stake, mapped),
			warned: warnedTable(warned.length, stakeWarned),
			earlyWarning: earlyWarningTable(profiles, warned, params.listed)
		};
		const parts: ChurnParts = {
			params,
			silences,
			cuts,
			test,
			curves,
			warned: warned.length,
			stakeWarned,
			profiles,
			loss,
			tables
		};
		const scalars = churnScalars(parts);
		const result: ChurnResult = {
			method: 'churn',
			version: churnDefinition.version,
			params,
			frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [remark(observed === null ? 'no-orders' : 'no-orders-in-window')],
			n: scalars.customers,
			warnings: enough ? churnWarnings(scalars, parts) : [],
			scalars,
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: churnCustomers(profiles) };
	},
	members(input, params, table, row) {
		return churnMembers(input, params, table, row);
	}
};

/** The as-of date alone; the silences before it are looked at all the same, as far as there are any. */
function withoutDays({ ledger, frame: { asOf } }: MethodInput): ObservedSpan {
	const firstDay = ledger.orders === 0 ? asOf : Math.min(asOf, ledger.firstDay);
	return { firstDay, from: asOf, asOf, cut: false };
}
