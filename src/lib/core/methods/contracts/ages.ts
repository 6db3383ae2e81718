import { civilDate, daysInMonth } from '../../calendar/day.ts';
import type { Spell } from './spells.ts';
import type { ContractsParams } from './types.ts';

/** Lengths in periods of tenure: how many are complete, and whether none was begun after them. */
export interface Periods {
	readonly complete: number;
	readonly exact: boolean;
}

/**
 * Whole months of the calendar between two days. The last day of a month completes one that began on a later day.
 *
 * @example
 * monthsBetween(0, 31) // => { complete: 1, exact: true }
 * monthsBetween(0, 364) // => { complete: 11, exact: false }
 * monthsBetween(30, 58) // => { complete: 1, exact: true }
 */
export function monthsBetween(from: number, to: number): Periods {
	const a = civilDate(from);
	const b = civilDate(to);
	const due = Math.min(a.day, daysInMonth(b.year, b.month));
	const months = (b.year - a.year) * 12 + b.month - a.month;
	return { complete: b.day >= due ? months : months - 1, exact: b.day === due };
}

/**
 * A spell's length in periods of tenure as of a day.
 *
 * @example
 * const params = { age: 'year', tenureIn: 'month' };
 * periodsOf({ start: 0, end: 365, tenure: NaN }, params, 900) // => { complete: 1, exact: true }
 * periodsOf({ start: 0, end: null, tenure: 30 }, params, 900) // => { complete: 2, exact: false }
 */
export function periodsOf(
	{ start, end, tenure }: Pick<Spell, 'start' | 'end' | 'tenure'>,
	{ age, tenureIn }: Pick<ContractsParams, 'age' | 'tenureIn'>,
	asOf: number
): Periods {
	if (!Number.isNaN(tenure)) {
		const months = { day: 12 / 365.25, month: 1, year: 12 }[tenureIn];
		const length = (tenure * months) / (age === 'year' ? 12 : 1);
		return { complete: Math.floor(length), exact: Number.isInteger(length) };
	}
	const { complete, exact } = monthsBetween(start, end ?? asOf);
	if (age === 'month') return { complete, exact };
	return { complete: Math.floor(complete / 12), exact: exact && complete % 12 === 0 };
}

/** How a spell stands in renewals: it ended at renewal `at`, or is known to have come through so many. */
export interface AgeOfSpell {
	readonly left: boolean;
	readonly at: number;
}

/**
 * The renewal that a spell ended at (the first at the earliest), or how many it has come through. One whose contract ended and may
 * still be renewed has not come to that renewal.
 *
 * @example
 * const params = { age: 'year', tenureIn: 'month' };
 * ageOf({ start: 0, end: 365, tenure: NaN, state: 'ended' }, params, 900) // => { left: true, at: 1 }
 * ageOf({ start: 0, end: 364, tenure: NaN, state: 'grace' }, params, 370) // => { left: false, at: 0 }
 * ageOf({ start: 0, end: null, tenure: NaN, state: 'running' }, params, 800) // => { left: false, at: 2 }
 */
export function ageOf(
	spell: Pick<Spell, 'start' | 'end' | 'tenure' | 'state'>,
	params: Pick<ContractsParams, 'age' | 'tenureIn'>,
	asOf: number
): AgeOfSpell {
	const { complete, exact } = periodsOf(spell, params, asOf);
	if (spell.state === 'running') return { left: false, at: complete };
	const renewal = Math.max(1, exact ? complete : complete + 1);
	return spell.state === 'ended' ? { left: true, at: renewal } : { left: false, at: renewal - 1 };
}
