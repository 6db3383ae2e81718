import type { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import type { MethodInput } from '../types.ts';
import {
	medianSilence,
	NO_STAGE,
	stagesBy,
	toldMeasures,
	type StageMeasures,
	type ToldMeasures
} from './measures.ts';
import { resolveRules } from './resolve-rules.ts';
import { rulesOfModel } from './templates.ts';
import { templateStages, type LifecycleParams, type LifecycleTables } from './types.ts';

/** Where every customer stands in each of the two models. */
export interface ModelStages {
	readonly measures: StageMeasures;
	readonly told: ToldMeasures;
	/** Per model, per customer: index into the template's stages, or `NO_STAGE`. */
	readonly stages: readonly [Uint8Array, Uint8Array];
	readonly sizes: readonly [number, number];
}

/** Puts every known customer into one stage of each model. */
export function modelStages(
	{ ledger, frame, signs }: MethodInput,
	params: LifecycleParams,
	measures: StageMeasures,
	gaps: WholeNumberCounts
): ModelStages {
	const told = toldMeasures(signs ?? null, ledger.customers.size, frame.asOf);
	const [first, second] = params.models;
	const place = (template: typeof first): Uint8Array =>
		stagesBy(measures, told, resolveRules(rulesOfModel(params, template), gaps, templateStages[template]));
	return {
		measures,
		told,
		stages: [place(first), place(second)],
		sizes: [templateStages[first].length, templateStages[second].length]
	};
}

/**
 * One row per stage of either model, empty ones included.
 *
 * @example
 * const measures = { known: [1, 1], orders: [2, 0], daysSinceLast: [3, -1], previousGap: [7, -1], revenue: [9, 0] };
 * const two = { measures, told: { contacts: null, score: null }, stages: [[1, 0], [0, 0]], sizes: [2, 1] };
 * modelsTable(two).columns.customers // => [1, 1, 2]
 * modelsTable(two).columns.value // => [0, 9, 4.5]
 */
export function modelsTable({ measures, stages, sizes }: ModelStages): LifecycleTables['models'] {
	const rows = sizes[0] + sizes[1];
	const customers = new Uint32Array(rows);
	const orders = new Float64Array(rows);
	const revenue = new Float64Array(rows);
	let known = 0;
	let total = 0;
	stages.forEach((stage, model) => {
		const offset = model * sizes[0];
		known = 0;
		total = 0;
		for (let who = 0; who < stage.length; who++) {
			if (stage[who] === NO_STAGE) continue;
			const row = offset + (stage[who] as number);
			customers[row] = (customers[row] as number) + 1;
			orders[row] = (orders[row] as number) + (measures.orders[who] as number);
			revenue[row] = (revenue[row] as number) + (measures.revenue[who] as number);
			known++;
			total += measures.revenue[who] as number;
		}
	});
	const medians = stages.map((stage, model) => medianSilence(measures, stage, sizes[model] as number));
	const each = (sums: Float64Array): Float64Array =>
		sums.map((sum, row) => (customers[row] === 0 ? Number.NaN : sum / (customers[row] as number)));
	return {
		rows,
		columns: {
			model: Uint8Array.from({ length: rows }, (_, row) => (row < sizes[0] ? 0 : 1)),
			stage: Uint8Array.from({ length: rows }, (_, row) => (row < sizes[0] ? row : row - sizes[0])),
			customers,
			share: Float64Array.from(customers, (n) => (known === 0 ? Number.NaN : n / known)),
			frequency: each(orders),
			value: each(revenue),
			revenue,
			revenueShare: revenue.map((money) => (total === 0 ? Number.NaN : money / total)),
			medianDaysSinceLast: Float64Array.from(medians.flatMap((own) => [...own]))
		},
		types: {
			model: 'code',
			stage: 'code',
			customers: 'count',
			share: 'share',
			frequency: 'number',
			value: 'money',
			revenue: 'money',
			revenueShare: 'share',
			medianDaysSinceLast: 'days'
		}
	};
}

/**
 * One row per pair of stages, empty ones included: how the two models part the same customers.
 *
 * @example
 * const measures = { known: [1, 1], orders: [2, 0], daysSinceLast: [3, -1], previousGap: [7, -1], revenue: [9, 0] };
 * const two = { measures, told: { contacts: null, score: null }, stages: [[1, 0], [0, 0]], sizes: [2, 1] };
 * crossingTable(two).columns.revenue // => [0, 9]
 */
export function crossingTable({ measures, stages, sizes }: ModelStages): LifecycleTables['crossing'] {
	const [first, second] = stages;
	const [, width] = sizes;
	const rows = sizes[0] * width;
	const customers = new Uint32Array(rows);
	const revenue = new Float64Array(rows);
	const ofFirst = new Uint32Array(sizes[0]);
	for (let who = 0; who < first.length; who++) {
		const own = first[who] as number;
		if (own === NO_STAGE) continue;
		const row = own * width + (second[who] as number);
		customers[row] = (customers[row] as number) + 1;
		revenue[row] = (revenue[row] as number) + (measures.revenue[who] as number);
		ofFirst[own] = (ofFirst[own] as number) + 1;
	}
	return {
		rows,
		columns: {
			first: Uint8Array.from(customers, (_, row) => Math.floor(row / width)),
			second: Uint8Array.from(customers, (_, row) => row % width),
			customers,
			share: Float64Array.from(customers, (n, row) => {
				const all = ofFirst[Math.floor(row / width)] as number;
				return all === 0 ? Number.NaN : n / all;
			}),
			revenue
		},
		types: { first: 'code', second: 'code', customers: 'count', share: 'share', revenue: 'money' }
	};
}

/**
 * Tells whether a customer stands behind a row of `models` or `crossing`; null where the table has no such row.
 *
 * @example
 * const measures = { known: [1, 1], orders: [2, 0], daysSinceLast: [3, -1], previousGap: [7, -1], revenue: [9, 0] };
 * const two = { measures, told: { contacts: null, score: null }, stages: [[1, 0], [0, 0]], sizes: [2, 1] };
 * modelMember(two, 'crossing', 1)(0) // => true
 * modelMember(two, 'models', 3) // => null
 */
export function modelMember(
	{ stages, sizes }: ModelStages,
	table: 'models' | 'crossing',
	row: number
): ((who: number) => boolean) | null {
	const [first, second] = stages;
	const [length, width] = sizes;
	if (table === 'models') {
		if (row < length) return (who) => first[who] === row;
		return row < length + width ? (who) => second[who] === row - length : null;
	}
	if (row >= length * width) return null;
	return (who) => first[who] === Math.floor(row / width) && second[who] === row % width;
}
