import { measured } from '../in-profit.ts';
import { remark } from '../remarks.ts';
import { noSuchSelection } from '../select-customers.ts';
import type { Method } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { analyseValue, type ValueAnalysis } from './analysis.ts';
import { cohortsTable, ltvCurve, ltvTable } from './cohort-tables.ts';
import { concentrationTable, tiersTable } from './contribution.ts';
import { valueDefinition } from './definition.ts';
import { emptyAnalysis } from './empty.ts';
import { calibrationTable, rivalsTable } from './holdout-tables.ts';
import { membersOf } from './members.ts';
import { aliveTable, decilesTable, parametersTable } from './outlook.ts';
import { valueParams } from './params.ts';
import { sidesTable } from './profit-sides.ts';
import { keptConcentration } from '../kept-concentration.ts';
import { gridTable, loyaltyTable } from './grids.ts';
import { valueScalars } from './scalars.ts';
import type { ValueCustomers, ValueParams, ValueResult, ValueTables } from './types.ts';
import { valueWarnings } from './warnings.ts';

/** What customers have brought, what they are expected to bring, and how far that can be trusted. */
export const value: Method<ValueParams, ValueResult> = {
	definition: valueDefinition,
	params: valueParams,
	run(asked, params) {
		const { input, missing, warnings } = measured(asked, params.basis, 'history');
		const found = analyseValue(input, params);
		const analysis = found ?? emptyAnalysis(input, params);
		const tables = tablesOf(analysis, params);
		const sure = keptConcentration(input, 'value', analysis.contribution.ascending);
		const scalars = valueScalars(analysis, params, tables.curve, sure);
		const enough = scalars.customers > 0;
		const result: ValueResult = {
			method: 'value',
			version: valueDefinition.version,
			params,
			frame: input.frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [missing ?? remark(found === null ? 'no-orders' : 'no-orders-in-window')],
			n: scalars.customers,
			warnings: enough ? [...warnings, ...valueWarnings(analysis, params, scalars)] : [],
			scalars,
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: customersTable(analysis, params) };
	},
	members(asked, params, table, row) {
		const { input } = measured(asked, params.basis, 'history');
		const analysis = analyseValue(input, params);
		if (analysis === null || analysis.contribution.customer.length === 0) throw noSuchSelection(table, row);
		const members =
			Number.isInteger(row) && row >= 0 ? membersOf(input, analysis, table, row, params.basis) : null;
		if (members === null) throw noSuchSelection(table, row);
		return members;
	}
};

function tablesOf(analysis: ValueAnalysis, params: ValueParams): ValueTables {
	const { summary, contribution, cohorts, holdout, outlook, predicted, potential } = analysis;
	return {
		tiers: tiersTable(contribution, predicted),
		grid: gridTable(contribution, predicted, potential),
		loyalty: loyaltyTable(contribution, predicted),
		concentration: concentrationTable(contribution),
		...(params.basis !== undefined && { sides: sidesTable(contribution) }),
		deciles: decilesTable(outlook, summary, params.margin),
		alive: aliveTable(outlook, summary, params.margin),
		cohorts: cohortsTable(cohorts, params.acquisitionCost),
		ltv: ltvTable(cohorts),
		curve: ltvCurve(cohorts),
		calibration: calibrationTable(holdout),
		rivals: rivalsTable(holdout),
		parameters: parametersTable(outlook?.forecast ?? null, params.model)
	};
}

function customersTable(
	{ summary, contribution, outlook }: ValueAnalysis,
	{ margin }: ValueParams
): ValueCustomers {
	const n = summary.customer.length;
	const tier = new Uint8Array(n).fill(255);
	let at = 0;
	contribution.customer.forEach((who, i) => {
		while (summary.customer[at] !== who) at++;
		tier[at] = contribution.tier[i] as number;
	});
	const none = (): Float64Array => new Float64Array(n).fill(Number.NaN);
	return {
		rows: n,
		columns: {
			customer: summary.customer.slice(),
			historic: summary.value.map((own) => own * margin),
			tier,
			alive: outlook?.forecast.alive.slice() ?? none(),
			expectedOrders: outlook?.forecast.expected.slice() ?? none(),
			predicted: outlook?.predicted.slice() ?? none(),
			decile: outlook?.decile.map((own) => own + 1) ?? new Uint8Array(n)
		},
		types: {
			customer: 'code',
			historic: 'money',
			tier: 'code',
			alive: 'share',
			expectedOrders: 'number',
			predicted: 'money',
			decile: 'number'
		}
	};
}
