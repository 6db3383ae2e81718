import { decisionsOn } from '../../dataset/contract-states.ts';
import type { CustomerContracts } from '../../dataset/customer-contracts.ts';
import { fewCustomers, remark } from '../remarks.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { contractsDefinition } from './definition.ts';
import { planGroups, survivalOf } from './groups.ts';
import { contractMembers } from './members.ts';
import { contractsParams } from './params.ts';
import { periodsTable } from './periods.ts';
import { renewalsOf, type Renewals } from './renewals.ts';
import { spellsOf, type ContractSpells } from './spells.ts';
import { statusesTable } from './statuses.ts';
import {
	leftOutReasons,
	type ContractsParams,
	type ContractsResult,
	type ContractsScalars,
	type ContractsTables
} from './types.ts';

/** Who is under contract, how many contracts end or are renewed, how long customers stay, and what their renewals are worth. */
export const contracts: Method<ContractsParams, ContractsResult> = {
	definition: contractsDefinition,
	params: contractsParams,
	contractsOf: ({ table, by, statuses }) => ({ table, by, statuses }),
	run(input, params) {
		const { frame, contracts: given = null } = input;
		const found = readContracts(input, params);
		const hasMoney = hasAmounts(given);
		const plan = planGroups(found.spells, given?.groups ?? null);
		const stay = survivalOf(found.spells, plan, frame.asOf, hasMoney);
		const renewals = renewalsOf(found.spells, params, frame.asOf, hasMoney);
		const tables: ContractsTables = {
			source: {
				rows: 1,
				columns: {
					table: [given?.table ?? ''],
					by: [given?.by ?? ''],
					currency: [given?.currency ?? ''],
					status: [given?.said?.column ?? '']
				},
				types: { table: 'text', by: 'text', currency: 'text', status: 'text' }
			},
			statuses: statusesTable(given?.said ?? null),
			groups: stay.groups,
			periods: periodsTable(given, found, frame, params),
			survival: stay.survival,
			ages: renewals.ages,
			models: renewals.models
		};
		const missing = missingOf(given, found);
		const enough = missing.length === 0;
		const result: ContractsResult = {
			method: 'contracts',
			version: contractsDefinition.version,
			// A result is given away: it says no values but those of its own column.
			params: { ...params, statuses: decisionsOn(given?.said ?? null, params.statuses) },
			frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing,
			n: new Set(found.spells.map(({ customer }) => customer)).size,
			warnings: enough && given !== null ? warningsOf(given, found, renewals) : [],
			scalars: scalarsOf(given, found, { stay, renewals, tables }),
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: null };
	},
	members(input, params, table, row) {
		const found = readContracts(input, params);
		const plan = planGroups(found.spells, input.contracts?.groups ?? null);
		const periods = periodsTable(input.contracts ?? null, found, input.frame, params);
		return contractMembers(found.spells, plan, periods, {
			...{ frame: input.frame, unit: params.unit, table, row }
		});
	}
};

const hasAmounts = (given: CustomerContracts | null): boolean => given !== null && given.amount !== null;

const nothing: ContractSpells = {
	spells: [],
	renewals: [],
	rows: new Uint32Array(0),
	leftOut: { orphans: 0, undated: 0, reversed: 0, later: 0, endUnknown: 0 }
};

function readContracts({ contracts: given, frame }: MethodInput, { grace }: ContractsParams): ContractSpells {
	return given ? spellsOf(given, frame.asOf, grace) : nothing;
}

function scalarsOf(
	given: CustomerContracts | null,
	{ spells, rows, leftOut }: ContractSpells,
	{
		stay,
		renewals,
		tables: { groups, periods, ages }
	}: {
		readonly stay: ReturnType<typeof survivalOf>;
		readonly renewals: Renewals;
		readonly tables: ContractsTables;
	}
): ContractsScalars {
	const all = groups.rows - 1;
	const last = periods.columns.incomplete.lastIndexOf(0);
	const known = renewals.ages.columns.value.some((own) => !Number.isNaN(own));
	return {
		rows: given?.customer.length ?? 0,
		used: rows.length,
		...leftOut,
		customers: new Set(spells.map(({ customer }) => customer)).size,
		spells: spells.length,
		ended: groups.columns.ended[all] as number,
		active: groups.columns.active[all] as number,
		inGrace: spells.filter(({ state }) => state === 'grace').length,
		money: groups.columns.money[all] as number,
		residualValue: known ? ages.columns.value.reduce((sum, own) => sum + own, 0) : NaN,
		churnRate: periods.columns.rate[last] ?? NaN,
		churnPeriod: periods.columns.period[last] ?? NaN,
		dated: given === null || given.start === null ? 0 : 1,
		median: groups.columns.median[all] as number,
		mean: groups.columns.mean[all] as number,
		meanHorizon: stay.horizon,
		logRank: stay.test.chiSquare,
		degrees: stay.test.degrees,
		p: stay.test.p,
		best: renewals.best,
		periodDiscount: renewals.periodDiscount,
		observedAges: renewals.observed
	};
}

function missingOf(given: CustomerContracts | null, { spells }: ContractSpells): Warning[] {
	if (given === null) return [remark('contracts-no-table')];
	return spells.length === 0 ? [remark('contracts-no-rows', { n: given.customer.length })] : [];
}

function warningsOf(
	given: CustomerContracts,
	{ spells, leftOut }: ContractSpells,
	{ best, observed, lost }: Renewals
): Warning[] {
	const warnings: Warning[] = [];
	if (spells.length < fewCustomers)
		warnings.push(remark('contracts-few', { n: spells.length, minimum: fewCustomers }));
	for (const reason of leftOutReasons)
		if (leftOut[reason] > 0)
			warnings.push(remark(`contracts-out-${reason}`, { n: leftOut[reason], all: given.customer.length }));
	if (given.start === null) warnings.push(remark('contracts-no-days'));
	if (observed < 2) warnings.push(remark('contracts-one-period'));
	else if (lost === 0) warnings.push(remark('contracts-nobody-left'));
	else if (Number.isNaN(best)) warnings.push(remark('contracts-no-fit'));
	else if (lost < fewCustomers)
		warnings.push(remark('contracts-few-ends', { n: lost, minimum: fewCustomers }));
	return warnings;
}
