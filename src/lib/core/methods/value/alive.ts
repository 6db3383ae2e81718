import type { Ledger } from '../../ledger/types.ts';
import type { MethodInput } from '../types.ts';
import { forecastCustomers, monthDays } from './forecast.ts';
import { valueParams } from './params.ts';
import { summariseRepeats } from './repeat-summary.ts';
import type { ForecastId, ValueParams } from './types.ts';
import { parse } from 'valibot';

/** P(alive) of each customer, and how the model came to it. */
export interface AliveEstimate {
	/** Per customer; NaN without an order, and where nothing was fitted. */
	readonly alive: Float64Array;
	readonly way: ForecastId;
}

const kept = new WeakMap<Ledger, { readonly key: string; readonly estimate: AliveEstimate }>();

/**
 * What a model of buying says of each customer being still a customer on the frame's as-of date, for a method that asks
 * nothing else of it. The last answer is kept with the ledger: the people behind a number are asked for right after it.
 */
export function aliveEstimate(
	{ ledger, frame, tell }: MethodInput,
	model: ValueParams['model']
): AliveEstimate {
	const key = `${model} ${frame.asOf}`;
	const last = kept.get(ledger);
	if (last?.key === key) return last.estimate;
	const summary = summariseRepeats(ledger, frame.asOf);
	const params = parse(valueParams, { model });
	const horizon = { steps: 1, stepDays: monthDays, discount: 0 };
	const forecast = forecastCustomers(ledger, summary, frame.asOf, params, horizon, null, tell);
	const alive = new Float64Array(ledger.customers.size).fill(Number.NaN);
	if (forecast !== null) {
		summary.customer.forEach((who, at) => (alive[who] = forecast.alive[at] as number));
	}
	const estimate: AliveEstimate = { alive, way: forecast?.id ?? 'none' };
	kept.set(ledger, { key, estimate });
	return estimate;
}
