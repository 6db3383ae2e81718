import { periodTable, type PeriodTable } from '../../calendar/period-table.ts';
import { observedSpan, type ObservedSpan } from '../observed-span.ts';
import { remark } from '../remarks.ts';
import { noSuchSelection, selectCustomers } from '../select-customers.ts';
import type { Method, MethodInput } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { lifecycleDefinition } from './definition.ts';
import { funnelSteps, funnelTable, walkFunnel } from './funnel.ts';
import { orderGaps } from './gaps.ts';
import { firstShown, growthCounts, growthTable } from './growth.ts';
import { growthMembers, growthMembersTable } from './growth-members.ts';
import { lifecycleParams } from './params.ts';
import { lostAfterDays, resolveRules } from './resolve-rules.ts';
import { lifecycleScalars, lifecycleWarnings } from './scalars.ts';
import { customerStages, NO_STAGE, stagesTable, type CustomerStages } from './stages.ts';
import {
	growthStates,
	stageIds,
	type LifecycleCustomers,
	type LifecycleParams,
	type LifecycleResult,
	type LifecycleTables
} from './types.ts';

/** Where every customer stands in their life with the shop, how many got how far, and who comes and goes. */
export const lifecycle: Method<LifecycleParams, LifecycleResult> = {
	definition: lifecycleDefinition,
	params: lifecycleParams,
	run(input, params) {
		const { ledger, frame } = input;
		const observed = observedSpan(input);
		const enough = observed !== null && observed.from <= observed.asOf;
		// Without days to look at, the kernels walk the as-of date alone, and the tables' rows are dropped below.
		const span = enough
			? observed
			: { firstDay: observed?.firstDay ?? frame.asOf, from: frame.asOf, asOf: frame.asOf, cut: false };
		const gaps = orderGaps(ledger, frame.asOf);
		const rules = resolveRules(params.rules, gaps);
		const lostAfter = lostAfterDays(rules);
		const stages = customerStages(ledger, span, rules);
		const walk = walkFunnel(ledger, frame.asOf, params.matureOrders, lostAfter ?? Number.POSITIVE_INFINITY);
		const growth = growthOf(input, params, span);
		const funnel = funnelTable(walk);
		const tables: LifecycleTables = {
			stages: stagesTable(stages),
			funnel,
			growth,
			growthMembers: growthMembersTable(growth)
		};
		const scalars = lifecycleScalars(funnel, gaps, growth);
		const result: LifecycleResult = {
			method: 'lifecycle',
			version: lifecycleDefinition.version,
			params,
			frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [remark(observed === null ? 'no-orders' : 'no-orders-in-window')],
			n: scalars.customers + scalars.prospects,
			warnings: enough ? lifecycleWarnings(scalars, lostAfter, tables) : [],
			scalars,
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: customersTable(stages) };
	},
	members(input, params, table, row) {
		const { ledger, frame } = input;
		const size = ledger.customers.size;
		const span = observedSpan(input);
		if (span === null || span.from > span.asOf || !Number.isInteger(row) || row < 0) {
			throw noSuchSelection(table, row);
		}
		if (table === 'growth' || table === 'growthMembers') {
			const periods = historyPeriods(input, params, span);
			const states = table === 'growth' ? 1 : growthStates.length;
			const period = firstShown(periods, span) + Math.floor(row / states);
			if (period >= periods.count) throw noSuchSelection(table, row);
			const state = table === 'growth' ? 'active' : (growthStates[row % states] ?? 'new');
			return growthMembers(ledger, periods, period, state);
		}
		const rules = resolveRules(params.rules, orderGaps(ledger, frame.asOf));
		if (table === 'stages' && row < stageIds.length) {
			const { stage } = customerStages(ledger, span, rules);
			return selectCustomers(size, (customer) => stage[customer] === row);
		}
		if (table === 'funnel' && row < funnelSteps.length) {
			const lostAfter = lostAfterDays(rules) ?? Number.POSITIVE_INFINITY;
			const { reached } = walkFunnel(ledger, frame.asOf, params.matureOrders, lostAfter);
			return selectCustomers(size, (customer) => ((reached[customer] as number) & (1 << row)) !== 0);
		}
		throw noSuchSelection(table, row);
	}
};

function historyPeriods({ frame }: MethodInput, params: LifecycleParams, span: ObservedSpan): PeriodTable {
	return periodTable(span.firstDay, span.asOf, params.unit, frame);
}

function growthOf(
	input: MethodInput,
	params: LifecycleParams,
	span: ObservedSpan
): LifecycleTables['growth'] {
	const periods = historyPeriods(input, params, span);
	return growthTable(growthCounts(input.ledger, periods), periods, span);
}

function customersTable({ stage, daysSinceLast }: CustomerStages): LifecycleCustomers {
	const size = stage.length;
	const customer = new Uint32Array(size);
	const own = new Uint8Array(size);
	const silent = new Float64Array(size);
	let rows = 0;
	for (let who = 0; who < size; who++) {
		if (stage[who] === NO_STAGE) continue;
		const days = daysSinceLast[who] as number;
		customer[rows] = who;
		own[rows] = stage[who] as number;
		silent[rows++] = days < 0 ? Number.NaN : days;
	}
	return {
		rows,
		columns: {
			customer: customer.slice(0, rows),
			stage: own.slice(0, rows),
			daysSinceLast: silent.slice(0, rows)
		},
		types: { customer: 'code', stage: 'code', daysSinceLast: 'days' }
	};
}
