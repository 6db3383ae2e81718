import { fewCustomers, remark } from '../remarks.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { findingsDefinition } from './definition.ts';
import { findAll } from './find-all.ts';
import { findingsMembers } from './members.ts';
import { findingsParams } from './params.ts';
import type { Sources } from './sources.ts';
import type { FindingsParams, FindingsResult, FindingsTables } from './types.ts';
import { fewestMovements, fewestPeriods } from './usual.ts';
import { withoutRows } from '../without-rows.ts';

/** What stands out, ranked: what changed, who carries it, what is unusual. Read from what the other methods say. */
export const findings: Method<FindingsParams, FindingsResult> = {
	definition: findingsDefinition,
	params: findingsParams,
	run(input, params) {
		const found = findAll(input, params);
		const { sources } = found;
		const enough = sources !== null && sources.before >= 0;
		const complete = sources?.complete.reduce((sum, whole) => sum + whole, 0) ?? 0;
		const start = (row: number): number => sources?.trend.columns.period[row] ?? Number.NaN;
		const money = (row: number): number => sources?.trend.columns.revenue[row] ?? Number.NaN;
		const n = enough ? (sources.trend.columns.active[sources.last] as number) : 0;
		const result: FindingsResult = {
			method: 'findings',
			version: findingsDefinition.version,
			params,
			frame: input.frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [missingOf(input, complete)],
			n,
			warnings: enough ? warningsOf(sources, found.tables, n, complete) : [],
			scalars: {
				found: enough ? found.all : 0,
				periods: complete,
				period: enough ? start(sources.last) : Number.NaN,
				before: enough ? start(sources.before) : Number.NaN,
				lastYear: enough && sources.lastYear >= 0 ? start(sources.lastYear) : Number.NaN,
				revenue: enough ? money(sources.last) : Number.NaN,
				revenueBefore: enough ? money(sources.before) : Number.NaN,
				customerWorth: enough ? sources.customerWorth : Number.NaN
			},
			tables: enough ? found.tables : withoutRows(found.tables)
		};
		return { result, customers: null };
	},
	members(input, params, table, row) {
		return findingsMembers(input, findAll(input, params), table, row);
	}
};

function missingOf({ ledger, frame }: MethodInput, periods: number): Warning {
	if (ledger.orders === 0 || ledger.firstDay > frame.asOf) return remark('no-orders');
	if (frame.from !== null && frame.from > frame.asOf) return remark('no-orders-in-window');
	return remark('findings-too-few-periods', { n: periods });
}

function warningsOf(sources: Sources, tables: FindingsTables, n: number, complete: number): Warning[] {
	const warnings: Warning[] = [];
	if (n < fewCustomers) warnings.push(remark('few-customers', { n, minimum: fewCustomers }));
	if (sources.trend.columns.revenue.every((money) => money === 0)) warnings.push(remark('no-revenue'));
	if (sources.lastYear < 0) warnings.push(remark('findings-no-last-year'));
	if (complete - 2 < fewestMovements || complete - 1 < fewestPeriods) {
		warnings.push(remark('findings-short-history', { n: complete, minimum: fewestPeriods + 1 }));
	}
	if (tables.findings.rows === 0) warnings.push(remark('findings-none'));
	return warnings;
}
