import { periodTable, type PeriodTable } from '../../calendar/period-table.ts';
import { observedSpan, type ObservedSpan } from '../observed-span.ts';
import { remark } from '../remarks.ts';
import { noSuchSelection, selectCustomers } from '../select-customers.ts';
import type { Method, MethodInput } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { boardTables } from './board.ts';
import { lifecycleDefinition } from './definition.ts';
import { funnelSteps, funnelTable, walkFunnel } from './funnel.ts';
import { orderGaps } from './gaps.ts';
import { firstShown, growthCounts, growthTable } from './growth.ts';
import { growthMembers, growthMembersTable } from './growth-members.ts';
import { NO_STAGE, stageMeasuresOf } from './measures.ts';
import { crossingTable, modelMember, modelsTable, modelStages } from './models.ts';
import { lifecycleParams } from './params.ts';
import { periodSales } from './period-sales.ts';
import { lostAfterDays, resolveRules } from './resolve-rules.ts';
import { lifecycleScalars, lifecycleWarnings } from './scalars.ts';
import { customerStages, stagesTable, type CustomerStages } from './stages.ts';
import { toldMembers, type Beside } from './told.ts';
import {
	growthStates,
	stageIds,
	toldSigns,
	type LifecycleCustomers,
	type LifecycleParams,
	type LifecycleResult,
	type LifecycleTables
} from './types.ts';

/** Where every customer stands in their life with the shop, how many got how far, and who comes and goes. */
export const lifecycle: Method<LifecycleParams, LifecycleResult> = {
	definition: lifecycleDefinition,
	params: lifecycleParams,
	readsSigns: true,
	linesBy: ({ kindBy }) => kindBy,
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
		const measures = stageMeasuresOf(ledger, span);
		const stages = customerStages(measures, rules);
		const models = modelStages(input, params, measures, gaps);
		const walk = walkFunnel(ledger, frame.asOf, params.matureOrders, lostAfter ?? Number.POSITIVE_INFINITY);
		const periods = historyPeriods(input, params, span);
		const moves = growthCounts(ledger, periods);
		const growth = growthTable(moves, periods, span);
		const funnel = funnelTable(walk);
		const beside = besideOf(input);
		const tables: LifecycleTables = {
			stages: stagesTable(stages),
			models: modelsTable(models),
			crossing: crossingTable(models),
			...boardTables(growth, moves, periodSales(ledger, periods, beside.signs), periods, beside),
			funnel,
			growth,
			growthMembers: growthMembersTable(growth)
		};
		const scalars = lifecycleScalars(funnel, gaps, growth, models.told);
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
		if (table === 'growth' || table === 'growthMembers' || table === 'board' || table === 'told') {
			const periods = historyPeriods(input, params, span);
			const states = { growth: 1, board: 1, growthMembers: growthStates.length, told: toldSigns.length }[
				table
			];
			const period = firstShown(periods, span) + Math.floor(row / states);
			if (period >= periods.count) throw noSuchSelection(table, row);
			if (table === 'told') {
				const sign = toldSigns[row % states] ?? 'participation';
				return toldMembers(besideOf(input), size, periods, period, sign);
			}
			const state = table === 'growthMembers' ? (growthStates[row % states] ?? 'new') : 'active';
			return growthMembers(ledger, periods, period, state);
		}
		const gaps = orderGaps(ledger, frame.asOf);
		if (table === 'models' || table === 'crossing') {
			const models = modelStages(input, params, stageMeasuresOf(ledger, span), gaps);
			const belongs = modelMember(models, table, row);
			if (belongs === null) throw noSuchSelection(table, row);
			return selectCustomers(size, belongs);
		}
		const rules = resolveRules(params.rules, gaps);
		if (table === 'stages' && row < stageIds.length) {
			const { stage } = customerStages(stageMeasuresOf(ledger, span), rules);
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

const besideOf = ({ signs, lines }: MethodInput): Beside => ({ signs: signs ?? null, lines: lines ?? null });

function historyPeriods({ frame }: MethodInput, params: LifecycleParams, span: ObservedSpan): PeriodTable {
	return periodTable(span.firstDay, span.asOf, params.unit, frame);
}

function customersTable({ stage, measures }: CustomerStages): LifecycleCustomers {
	const { daysSinceLast } = measures;
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
