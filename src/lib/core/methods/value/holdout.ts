import type { Ledger } from '../../ledger/types.ts';
import type { TellShare } from '../types.ts';
import { ageRates, repeatsByCurve } from './age-rates.ts';
import { forecastCustomers, type Forecast } from './forecast.ts';
import { summariseRepeats, type RepeatSummary } from './repeat-summary.ts';
import { holdoutErrors, type HoldoutErrors } from './holdout-errors.ts';
import type { RivalId, ValueParams } from './types.ts';

/** The part of the observed time that is held out, at its end. */
const heldOut = 4;

/** What the model and its rivals said of the last part of the time, knowing only what came before. */
export interface Holdout {
	readonly days: number;
	readonly summary: RepeatSummary;
	readonly model: Forecast;
	/** Expected order days per customer, by forecast. */
	readonly forecasts: Readonly<Record<RivalId, Float64Array>>;
	readonly actualOrders: number;
	readonly actualValue: number;
	readonly expectedOrders: number;
	readonly expectedValue: number;
	readonly errors: HoldoutErrors;
}

/**
 * Holds out the last quarter of the observed days, fits to what came before, and compares with what was bought then,
 * customer by customer. The rivals: everyone repeats what they did in as many days before the cut; everyone buys
 * at the mean rate; everyone buys as customers of their age have. Null when too few had a repeat by then.
 */
export function checkHoldout(
	ledger: Ledger,
	firstDay: number,
	asOf: number,
	params: ValueParams,
	tell?: TellShare
): Holdout | null {
	const days = Math.floor((asOf - firstDay + 1) / heldOut);
	if (days < 1) return null;
	const until = asOf - days;
	const summary = summariseRepeats(ledger, until, asOf);
	const horizon = { steps: 1, stepDays: days, discount: 0 };
	const model = forecastCustomers(ledger, summary, until, params, horizon, null, tell);
	if (model === null) return null;
	const rates = ageRates(ledger, summary, until);
	const forecasts = {
		model: model.expected,
		'last-period': lastPeriod(ledger, summary, until, days),
		mean: meanRate(summary, days),
		'cohort-curve': Float64Array.from(summary.age, (age) => repeatsByCurve(rates, age, days))
	};
	let actualOrders = 0;
	let actualValue = 0;
	let expectedOrders = 0;
	let expectedValue = 0;
	for (let i = 0; i < summary.customer.length; i++) {
		actualOrders += summary.laterDays[i] as number;
		actualValue += summary.laterValue[i] as number;
		const expected = model.expected[i] as number;
		expectedOrders += expected;
		expectedValue += expected * (model.spend.spend[i] as number);
	}
	return {
		days,
		summary,
		model,
		forecasts,
		actualOrders,
		actualValue,
		expectedOrders,
		expectedValue,
		errors: holdoutErrors(forecasts, summary.laterDays)
	};
}

/** Order days of each customer in the last `days` days up to `until`, the first order left out: a repeat. */
function lastPeriod(
	{ offsets, day }: Ledger,
	{ customer, first }: RepeatSummary,
	until: number,
	days: number
): Float64Array {
	return Float64Array.from(customer, (who, i) => {
		let count = 0;
		let before = first[i] as number;
		const end = offsets[who + 1] as number;
		for (let k = offsets[who] as number; k < end; k++) {
			const on = day[k] as number;
			if (on > until) break;
			if (on !== before && on > until - days) count++;
			before = on;
		}
		return count;
	});
}

function meanRate({ x, age }: RepeatSummary, days: number): Float64Array {
	let repeats = 0;
	let observed = 0;
	for (let i = 0; i < x.length; i++) {
		repeats += x[i] as number;
		observed += age[i] as number;
	}
	return new Float64Array(x.length).fill(observed === 0 ? 0 : (repeats / observed) * days);
}
