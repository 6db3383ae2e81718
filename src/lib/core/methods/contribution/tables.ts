import { gather } from '../../columns/order-index.ts';
import { topCount } from '../../math/concentration.ts';
import { selectCustomers } from '../select-customers.ts';
import { decompose, factorsOf } from './decompose.ts';
import { NO_MOVE, type Facts } from './facts.ts';
import { customerMoves, growthSteps, type ContributionCustomers, type ContributionTables } from './types.ts';

/** How many of the largest customers the table of the top looks at. */
export const topCounts = [1, 5, 10, 20, 50, 100] as const;

/**
 * From the earlier revenue over the three changes to the later: each bar begins where the one before ends.
 *
 * @example
 * const [sumBefore, sumNow] = [{ customers: 1, orders: 1, revenue: 100 }, { customers: 2, orders: 2, revenue: 240 }];
 * stepsTable({ sumBefore, sumNow }).columns.to // => [100, 210, 210, 240, 240]
 */
export function stepsTable({
	sumBefore,
	sumNow
}: Pick<Facts, 'sumBefore' | 'sumNow'>): ContributionTables['steps'] {
	const parts = decompose(sumBefore, sumNow);
	const change = [sumBefore.revenue, ...parts, sumNow.revenue];
	const from = [0];
	const to = [sumBefore.revenue];
	for (const part of parts) {
		const last = to.at(-1) as number;
		from.push(last);
		to.push(last + part);
	}
	return {
		rows: growthSteps.length,
		columns: {
			step: Uint8Array.from(growthSteps, (_, i) => i),
			change: Float64Array.from(change),
			from: Float64Array.from([...from, 0]),
			to: Float64Array.from([...to, sumNow.revenue]),
			before: Float64Array.from([NaN, ...factorsOf(sumBefore), NaN]),
			now: Float64Array.from([NaN, ...factorsOf(sumNow), NaN])
		},
		types: {
			step: 'code',
			change: 'money',
			from: 'money',
			to: 'money',
			before: 'number',
			now: 'number'
		}
	};
}

/**
 * Customers and exact money by what became of them. One pass.
 *
 * @example
 * const facts = { move: Uint8Array.of(0, 5), before: Float64Array.of(0, 30), now: Float64Array.of(70, 0) };
 * movesTable(facts).columns.change // => [70, 0, 0, 0, 0, -30]
 */
export function movesTable({
	move,
	before,
	now
}: Pick<Facts, 'move' | 'before' | 'now'>): ContributionTables['moves'] {
	const rows = customerMoves.length;
	const customers = new Uint32Array(rows);
	const then = new Float64Array(rows);
	const today = new Float64Array(rows);
	for (let who = 0; who < move.length; who++) {
		const row = move[who] as number;
		if (row === NO_MOVE) continue;
		customers[row] = (customers[row] as number) + 1;
		then[row] = (then[row] as number) + (before[who] as number);
		today[row] = (today[row] as number) + (now[who] as number);
	}
	return {
		rows,
		columns: {
			move: Uint8Array.from(customerMoves, (_, i) => i),
			customers,
			before: then,
			now: today,
			change: today.map((sum, row) => sum - (then[row] as number))
		},
		types: { move: 'code', customers: 'count', before: 'money', now: 'money', change: 'money' }
	};
}

/**
 * The largest customers of the later period, as many as there are. `ranks`: see `rankGroups`, by `topCounts`.
 *
 * @example
 * const sum = { customers: 1, orders: 1, revenue: 8 };
 * const facts = { now: Float64Array.of(8), before: Float64Array.of(2), sumNow: sum, sumBefore: sum };
 * topTable(facts, Uint32Array.of(0), Uint8Array.of(0), Float64Array.of(2)).columns.shareBefore // => [0.25]
 */
export function topTable(
	{ now, before, sumNow, sumBefore }: Pick<Facts, 'now' | 'before' | 'sumNow' | 'sumBefore'>,
	buyers: Uint32Array,
	ranks: Uint8Array,
	ascendingBefore: Float64Array
): ContributionTables['top'] {
	const counts = countsUpTo(sumNow.customers);
	const revenue = new Float64Array(counts.length);
	const then = new Float64Array(counts.length);
	for (let i = 0; i < buyers.length; i++) {
		const who = buyers[i] as number;
		for (let row = ranks[i] as number; row < counts.length; row++) {
			revenue[row] = (revenue[row] as number) + (now[who] as number);
			then[row] = (then[row] as number) + (before[who] as number);
		}
	}
	const share = (sum: number, total: number): number => (total > 0 ? sum / total : NaN);
	return {
		rows: counts.length,
		columns: {
			count: Uint32Array.from(counts),
			revenue,
			share: revenue.map((sum) => share(sum, sumNow.revenue)),
			before: then,
			shareBefore: Float64Array.from(counts, (count) =>
				share(topCount(ascendingBefore, count).sum, sumBefore.revenue)
			)
		},
		types: { count: 'count', revenue: 'money', share: 'share', before: 'money', shareBefore: 'share' }
	};
}

/**
 * The counts of the top that so many customers fill.
 *
 * @example
 * countsUpTo(12) // => [1, 5, 10]
 */
export function countsUpTo(customers: number): number[] {
	return topCounts.filter((count) => count <= customers);
}

/**
 * What the method says of every customer with an order in one of the periods.
 *
 * @example
 * const facts = { move: Uint8Array.of(255, 5), before: Float64Array.of(0, 30), now: Float64Array.of(0, 0) };
 * contributionCustomers(facts).columns.change // => [-30]
 */
export function contributionCustomers({
	move,
	before,
	now
}: Pick<Facts, 'move' | 'before' | 'now'>): ContributionCustomers & { rows: number } {
	const customer = selectCustomers(move.length, (who) => move[who] !== NO_MOVE);
	const [then, today] = [gather(before, customer), gather(now, customer)];
	return {
		rows: customer.length,
		columns: {
			customer,
			move: gather(move, customer),
			before: then,
			now: today,
			change: today.map((sum, i) => sum - (then[i] as number))
		},
		types: { customer: 'code', move: 'code', before: 'money', now: 'money', change: 'money' }
	};
}
