import * as v from 'valibot';
import { cutLedger } from '../../ledger/cut-ledger.ts';
import { rfm } from '../rfm/method.ts';
import { segmentIds } from '../rfm/types.ts';
import { selectCustomers } from '../select-customers.ts';
import type { MethodInput } from '../types.ts';
import type { Sources } from './sources.ts';
import type { FindingsTables } from './types.ts';

export type SegmentShares = FindingsTables['segments'];

/** The code of customers without an order before the two periods: one more than the last segment. */
export const NOT_BEFORE = segmentIds.length;

/** Each customer's RFM segment on the day before the earlier of the two periods, or `NOT_BEFORE`. */
export function segmentsBefore({ ledger, frame }: MethodInput, day: number): Uint8Array {
	const found = new Uint8Array(ledger.customers.size).fill(NOT_BEFORE);
	if (ledger.orders === 0 || day < ledger.firstDay) return found;
	const { customers } = rfm.run(
		{ ledger: cutLedger(ledger, day), frame: { ...frame, asOf: day, from: null } },
		v.parse(rfm.params, {})
	);
	const { customer, segment } = customers?.columns ?? {};
	for (let i = 0; i < (customer?.length ?? 0); i++) {
		const code = segment?.[i] as number;
		found[customer?.[i] as number] = code < NOT_BEFORE ? code : NOT_BEFORE;
	}
	return found;
}

/**
 * Revenue of the last complete period and of the one before, by the segment of `segmentsBefore`: segments are those that
 * customers were in before either period, so that no segment wins by holding those who bought. The parts add up to the
 * change. One pass over the customers of both periods.
 */
export function segmentShares(sources: Sources, segment: Uint8Array): SegmentShares {
	const rows = NOT_BEFORE + 1;
	const before = new Float64Array(rows);
	const now = new Float64Array(rows);
	const customers = new Uint32Array(rows);
	const counted = new Uint8Array(segment.length);
	for (const [row, sums] of [
		[sources.before, before],
		[sources.last, now]
	] as const) {
		const { customer, revenue } = sources.spend.of(row);
		for (let i = 0; i < customer.length; i++) {
			const who = customer[i] as number;
			const code = segment[who] as number;
			sums[code] = (sums[code] as number) + (revenue[i] as number);
			if (counted[who] === 0) customers[code] = (customers[code] as number) + 1;
			counted[who] = 1;
		}
	}
	return segmentsTable(
		Array.from(customers, (count, code) => [count, before[code] as number, now[code] as number])
	);
}

/**
 * The table of sums by segment: customers, revenue before and now, in the order of the codes.
 *
 * @example
 * segmentsTable([[2, 30, 50], [1, 40, 20]]).columns.change // => [20, -20]
 */
export function segmentsTable(sums: readonly (readonly [number, number, number])[]): SegmentShares {
	const change = Float64Array.from(sums, ([, before, now]) => now - before);
	const total = change.reduce((sum, money) => sum + money, 0);
	return {
		rows: sums.length,
		columns: {
			segment: Uint8Array.from(sums, (_, code) => code),
			customers: Uint32Array.from(sums, ([customers]) => customers),
			before: Float64Array.from(sums, ([, before]) => before),
			now: Float64Array.from(sums, ([, , now]) => now),
			change,
			share: change.map((money) => (total === 0 ? Number.NaN : money / total + 0))
		},
		types: {
			segment: 'code',
			customers: 'count',
			before: 'money',
			now: 'money',
			change: 'money',
			share: 'number'
		}
	};
}

/** The customers of one segment who ordered in either period. */
export function segmentMembers(sources: Sources, segment: Uint8Array, code: number): Uint32Array {
	const ordered = new Uint8Array(segment.length);
	for (const row of [sources.before, sources.last]) {
		for (const who of sources.spend.of(row).customer) ordered[who] = 1;
	}
	return selectCustomers(segment.length, (who) => ordered[who] === 1 && segment[who] === code);
}
