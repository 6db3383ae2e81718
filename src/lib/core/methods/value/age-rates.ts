import type { Ledger } from '../../ledger/types.ts';
import type { RepeatSummary } from './repeat-summary.ts';

/** Days of a step of age. */
export const ageStep = 30;
/** Customer-days that a step must rest on to speak for itself. */
const enoughDays = 30 * ageStep;

/** Repeat buying by age: how many repeats a customer of the average cohort has made by each age. */
export interface AgeRates {
	/** Repeats made by the age of `i` steps, from 0; never falls. */
	readonly byAge: Float64Array;
	/** Repeats a day beyond the last step. */
	readonly rateAfter: number;
}

/**
 * The cohort curve: repeats a customer-day at each age, over all customers observed at that age, added up. Beyond
 * the ages that enough customers have reached, the rate of the last three such steps goes on. It needs no model,
 * and knows of a customer nothing but the age. One pass over the orders.
 */
export function ageRates({ offsets, day }: Ledger, summary: RepeatSummary, until: number): AgeRates {
	const { customer, first, age } = summary;
	let oldest = 0;
	for (const own of age) oldest = Math.max(oldest, own);
	const steps = Math.floor(oldest / ageStep) + 1;
	const repeats = new Float64Array(steps);
	const days = new Float64Array(steps);
	for (let i = 0; i < customer.length; i++) {
		const who = customer[i] as number;
		const begin = first[i] as number;
		const observed = age[i] as number;
		for (let step = 0; step * ageStep < observed; step++) {
			days[step] = (days[step] as number) + Math.min(ageStep, observed - step * ageStep);
		}
		let before = begin;
		const end = offsets[who + 1] as number;
		for (let k = offsets[who] as number; k < end; k++) {
			const on = day[k] as number;
			if (on > until) break;
			if (on === before) continue;
			before = on;
			// The day after the first order is the first day of observation.
			const step = Math.floor((on - begin - 1) / ageStep);
			repeats[step] = (repeats[step] as number) + 1;
		}
	}
	let reached = 0;
	while (reached < steps && (days[reached] as number) >= enoughDays) reached++;
	const used = Math.max(1, reached);
	const byAge = new Float64Array(used + 1);
	for (let step = 0; step < used; step++) {
		byAge[step + 1] = (byAge[step] as number) + ageStep * rate(repeats, days, step, step + 1);
	}
	return { byAge, rateAfter: rate(repeats, days, Math.max(0, used - 3), used) };
}

function rate(repeats: Float64Array, days: Float64Array, from: number, to: number): number {
	let bought = 0;
	let observed = 0;
	for (let step = from; step < to; step++) {
		bought += repeats[step] as number;
		observed += days[step] as number;
	}
	return observed === 0 ? 0 : bought / observed;
}

/**
 * Repeats that a customer of `age` days is expected to make in the next `days`, by the cohort curve.
 *
 * @example
 * const rates = { byAge: [0, 0.5, 0.75], rateAfter: 0.0078125 };
 * repeatsByCurve(rates, 15, 30) // => 0.375
 * repeatsByCurve(rates, 60, 64) // => 0.5
 */
export function repeatsByCurve(rates: AgeRates, age: number, days: number): number {
	return repeatsBy(rates, age + days) - repeatsBy(rates, age);
}

function repeatsBy({ byAge, rateAfter }: AgeRates, age: number): number {
	const end = byAge.length - 1;
	if (age >= end * ageStep) return (byAge[end] as number) + (age - end * ageStep) * rateAfter;
	const step = Math.floor(age / ageStep);
	const low = byAge[step] as number;
	return low + (((byAge[step + 1] as number) - low) * (age - step * ageStep)) / ageStep;
}
