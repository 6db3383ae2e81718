import type { Ledger } from '../../ledger/types.ts';
import type { TellShare } from '../types.ts';
import { ageRates, repeatsByCurve } from './age-rates.ts';
import { fitPurchases } from './models/fit-purchases.ts';
import { purchaseModels } from './models/index.ts';
import type { PurchaseModel } from './models/purchase-model.ts';
import { groupRepeats, weekDays, type RepeatGroups } from './models/repeat-groups.ts';
import type { RepeatSummary } from './repeat-summary.ts';
import { forecastSpend, type SpendForecast } from './spend.ts';
import type { ForecastId, ValueParams } from './types.ts';

/** Days of an average month: a year of 365.25 days in twelve parts. */
export const monthDays = 365.25 / 12;
/** Fewer customers with a repeat than this are too few to learn from. */
export const fewestRepeatCustomers = 30;

/** The next stretch of time, cut into steps at whose end what was bought in them is discounted. */
export interface Horizon {
	readonly steps: number;
	readonly stepDays: number;
	/** Discount a step. */
	readonly discount: number;
}

/** What each customer of a summary is expected to do. Entries as in the summary. */
export interface Forecast {
	readonly id: Exclude<ForecastId, 'none'>;
	readonly params: Float64Array | null;
	readonly penalty: number;
	readonly logLikelihood: number;
	/** Order days within the horizon. */
	readonly expected: Float64Array;
	/** The same, each discounted from the end of its step. */
	readonly discounted: Float64Array;
	/** Chance of at least one order day; NaN without a model. */
	readonly buys: Float64Array;
	/** P(alive); NaN without a model. */
	readonly alive: Float64Array;
	readonly spend: SpendForecast;
}

/** How many customers of a summary have a repeat. */
export function countRepeating({ x }: RepeatSummary): number {
	let count = 0;
	for (const own of x) if (own > 0) count++;
	return count;
}

/**
 * Fits the model of `params` to the summary and asks it about the horizon. Where no fit converges the cohort curve
 * answers in its place, and the id says so. Null with fewer than `fewestRepeatCustomers` customers with a repeat.
 *
 * @param until the day to which the summary's ages run
 * @param near parameters for the search to begin with
 */
export function forecastCustomers(
	ledger: Ledger,
	summary: RepeatSummary,
	until: number,
	params: ValueParams,
	horizon: Horizon,
	near: Float64Array | null = null,
	tell?: TellShare
): Forecast | null {
	if (countRepeating(summary) < fewestRepeatCustomers) return null;
	const model = purchaseModels[params.model];
	const { groups, groupOf } = groupRepeats(summary);
	const fit = fitPurchases(model, groups, near, tell);
	const spend = forecastSpend(summary);
	const asked = fit === null ? null : askModel(model, groups, fit.params, horizon);
	if (fit === null || asked === null) return { ...byCohortCurve(ledger, summary, until, horizon), spend };
	const each = (values: Float64Array): Float64Array =>
		Float64Array.from(groupOf, (group) => values[group] as number);
	return {
		id: fit.way,
		params: fit.params,
		penalty: fit.penalty,
		logLikelihood: fit.logLikelihood,
		expected: each(asked.expected),
		discounted: each(asked.discounted),
		buys: each(asked.buys),
		alive: each(asked.alive),
		spend
	};
}

type Answers = Pick<Forecast, 'expected' | 'discounted' | 'buys' | 'alive'>;

/** Per group; null when the model has no finite answer for one of them. What depends on (x, age) is asked once. */
function askModel(
	model: PurchaseModel,
	groups: RepeatGroups,
	params: Float64Array,
	{ steps, stepDays, discount }: Horizon
): Answers | null {
	const { pairs, agePair } = groups;
	const alive = model.alive(groups, params);
	const expected = new Float64Array(groups.size);
	const discounted = new Float64Array(groups.size);
	const buys = new Float64Array(groups.size);
	// Expected, discounted, chance of none: of one who still buys.
	const known = new Float64Array(3 * pairs.size).fill(Number.NaN);
	for (let g = 0; g < groups.size; g++) {
		const pair = agePair[g] as number;
		const at = 3 * pair;
		if (Number.isNaN(known[at])) {
			const x = pairs.x[pair] as number;
			const age = pairs.time[pair] as number;
			let before = 0;
			let sum = 0;
			for (let step = 1; step <= steps; step++) {
				const now = model.expectedIfAlive(params, x, age, (step * stepDays) / weekDays);
				sum += (now - before) / (1 + discount) ** step;
				before = now;
			}
			known[at] = before;
			known[at + 1] = sum;
			known[at + 2] = model.noneIfAlive(params, x, age, (steps * stepDays) / weekDays);
		}
		const own = alive[g] as number;
		expected[g] = own * (known[at] as number);
		discounted[g] = own * (known[at + 1] as number);
		buys[g] = own * (1 - (known[at + 2] as number));
		if (!Number.isFinite((expected[g] as number) + (discounted[g] as number) + (buys[g] as number)))
			return null;
	}
	return { expected, discounted, buys, alive };
}

function byCohortCurve(
	ledger: Ledger,
	summary: RepeatSummary,
	until: number,
	{ steps, stepDays, discount }: Horizon
): Omit<Forecast, 'spend'> {
	const rates = ageRates(ledger, summary, until);
	const n = summary.age.length;
	const expected = new Float64Array(n);
	const discounted = new Float64Array(n);
	for (let i = 0; i < n; i++) {
		const age = summary.age[i] as number;
		for (let step = 0; step < steps; step++) {
			const own = repeatsByCurve(rates, age + step * stepDays, stepDays);
			expected[i] = (expected[i] as number) + own;
			discounted[i] = (discounted[i] as number) + own / (1 + discount) ** (step + 1);
		}
	}
	const none = (): Float64Array => new Float64Array(n).fill(Number.NaN);
	return {
		id: 'cohort-mean',
		params: null,
		penalty: 0,
		logLikelihood: Number.NaN,
		expected,
		discounted,
		buys: none(),
		alive: none()
	};
}
