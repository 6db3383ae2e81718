import { NO_CODE } from '../../columns/dictionary.ts';
import { contractStates } from '../../dataset/contract-states.ts';
import type { CustomerContracts } from '../../dataset/customer-contracts.ts';
import { NO_DAY } from '../../dataset/entity-table.ts';
import { inTurn } from './in-turn.ts';
import { leftOutReasons, type LeftOutReason } from './types.ts';

/** A time that a customer was under contract without a break: one contract, or several that renew each other. */
export interface Spell {
	readonly customer: number;
	/** Days; `NO_DAY` where the table has lengths alone. */
	readonly start: number;
	/** The day on which the last contract ended; null while one runs. */
	readonly end: number | null;
	readonly state: 'running' | 'grace' | 'ended';
	/** Length so far as the table gives it; NaN where it has days. */
	readonly tenure: number;
	/** What the contracts of its last day bring; 0 without amounts. */
	readonly amount: number;
	/** Code of the group that its first contract is in; `NO_CODE` for none. */
	readonly group: number;
	/** Whether the customer had none before. */
	readonly first: boolean;
}

/** Rows that were read as contracts. */
export interface ContractSpells {
	readonly spells: readonly Spell[];
	/** Days on which contracts ended that the customer's next or another one carried on. */
	readonly renewals: readonly number[];
	/** Rows that count as contracts, in the order of customers and first days. */
	readonly rows: Uint32Array;
	readonly leftOut: Readonly<Record<LeftOutReason, number>>;
}

const runs = (contracts: CustomerContracts, row: number, asOf: number): boolean => {
	const end = contracts.end[row] as number;
	return end === NO_DAY || end > asOf;
};

/**
 * Contracts as spells of their customers as of a day. A contract ends on its last day; a next one of the same customer that begins
 * within `grace` days of it, or runs already, renews it. What ended so late that it may still be renewed is neither. Where the
 * table has lengths in the place of days, each row is a spell, which ended if its status says so. Time: linear, but for rows of a customer that are
 * not in the order of their first days.
 *
 * @example
 * const row = { table: 't', by: '', amount: null, currency: null, groups: null, tenure: [NaN, NaN], status: [0, 0] };
 * const two = { ...row, customer: Uint32Array.of(0, 0), start: Int32Array.of(0, 370), end: Int32Array.of(365, 735) };
 * spellsOf(two, 800, 31).spells.map(({ start, end, state }) => [start, end, state]) // => [[0, 735, 'ended']]
 * spellsOf(two, 800, 31).renewals // => [365]
 * spellsOf(two, 400, 0).spells.map(({ end, state }) => [end, state]) // => [[365, 'ended'], [null, 'running']]
 */
export function spellsOf(contracts: CustomerContracts, asOf: number, grace: number): ContractSpells {
	const leftOut = Object.fromEntries(leftOutReasons.map((reason) => [reason, 0])) as Record<
		LeftOutReason,
		number
	>;
	const kept = new Uint32Array(contracts.customer.length);
	let count = 0;
	for (let row = 0; row < contracts.customer.length; row++) {
		const reason = reasonAgainst(contracts, row, asOf);
		if (reason === null) kept[count++] = row;
		else leftOut[reason]++;
	}
	const { start, customer } = contracts;
	const rows = kept.slice(0, count);
	if (start === null) return { spells: tenures(contracts, rows), renewals: [], rows, leftOut };
	const order = inTurn(rows, customer, start);
	const spells: Spell[] = [];
	const renewals: number[] = [];
	let from = 0;
	while (from < order.length) {
		const who = customer[order[from] as number] as number;
		let to = from;
		let last = -Infinity;
		do {
			const row = order[to] as number;
			const end = runs(contracts, row, asOf) ? Infinity : (contracts.end[row] as number);
			last = Math.max(last, end);
			to++;
		} while (
			to < order.length &&
			customer[order[to] as number] === who &&
			(start[order[to] as number] as number) <= last + grace
		);
		const first = from === 0 || customer[order[from - 1] as number] !== who;
		spells.push(spellOf(contracts, order, { from, to, last, asOf, grace, first }));
		for (let at = from; at < to; at++) {
			const row = order[at] as number;
			const end = contracts.end[row] as number;
			if (!runs(contracts, row, asOf) && end < last) renewals.push(end);
		}
		from = to;
	}
	return { spells, renewals, rows: order, leftOut };
}

function reasonAgainst(contracts: CustomerContracts, row: number, asOf: number): LeftOutReason | null {
	if (contracts.customer[row] === NO_CODE) return 'orphans';
	const end = contracts.end[row] as number;
	const ended = contractStates[contracts.status[row] as number] === 'ended';
	if (contracts.start === null) {
		const tenure = contracts.tenure[row] as number;
		if (Number.isNaN(tenure)) return 'undated';
		return tenure < 0 ? 'reversed' : null;
	}
	const start = contracts.start[row] as number;
	if (start === NO_DAY) return 'undated';
	if (end !== NO_DAY && end < start) return 'reversed';
	if (start > asOf) return 'later';
	return end === NO_DAY && ended ? 'endUnknown' : null;
}

function spellOf(
	{ customer, start, end, amount, groups }: CustomerContracts,
	order: Uint32Array,
	{
		from,
		to,
		last,
		asOf,
		grace,
		first
	}: Readonly<Record<'from' | 'to' | 'last' | 'asOf' | 'grace', number>> & { readonly first: boolean }
): Spell {
	const head = order[from] as number;
	let sum = 0;
	let group = NO_CODE;
	for (let at = from; at < to; at++) {
		const row = order[at] as number;
		// Of contracts that begin on one day whichever comes first among the values, however rows are ordered.
		if (start?.[row] === start?.[head]) group = Math.min(group, groups?.codes[row] ?? NO_CODE);
		const ends = end[row] === NO_DAY || (end[row] as number) > asOf ? Infinity : (end[row] as number);
		if (ends === last) sum += amount?.[row] || 0;
	}
	return {
		customer: customer[head] as number,
		start: start?.[head] ?? NO_DAY,
		end: last === Infinity ? null : last,
		state: last === Infinity ? 'running' : last + grace > asOf ? 'grace' : 'ended',
		tenure: Number.NaN,
		amount: sum,
		group,
		first
	};
}

function tenures(
	{ customer, tenure, status, amount, groups }: CustomerContracts,
	rows: Uint32Array
): Spell[] {
	const seen = new Set<number>();
	return Array.from(rows, (row): Spell => {
		const who = customer[row] as number;
		const first = !seen.has(who);
		seen.add(who);
		return {
			customer: who,
			start: NO_DAY,
			end: null,
			state: contractStates[status[row] as number] === 'ended' ? 'ended' : 'running',
			tenure: tenure[row] as number,
			amount: amount?.[row] || 0,
			group: groups?.codes[row] ?? NO_CODE,
			first
		};
	});
}
