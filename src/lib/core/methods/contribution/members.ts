import { gather } from '../../columns/order-index.ts';
import { rankGroups } from '../../math/rank-groups.ts';
import { noSuchSelection, selectCustomers } from '../select-customers.ts';
import type { MethodInput } from '../types.ts';
import { contributionFacts, type Facts } from './facts.ts';
import { twoPeriods } from './periods.ts';
import { countsUpTo } from './tables.ts';
import { customerMoves, growthSteps, type ContributionParams } from './types.ts';

/**
 * The customers of the later period, and by their revenue the first of the top's counts that holds each.
 *
 * @example
 * const facts = { now: Float64Array.of(0, 5, 9), ordersNow: Uint32Array.of(0, 1, 1), sumNow: { customers: 2 } };
 * rankedBuyers(facts) // => { buyers: [1, 2], ranks: [1, 0] }
 */
export function rankedBuyers({ now, ordersNow, sumNow }: Pick<Facts, 'now' | 'ordersNow' | 'sumNow'>): {
	buyers: Uint32Array;
	ranks: Uint8Array;
} {
	const buyers = selectCustomers(ordersNow.length, (who) => (ordersNow[who] as number) > 0);
	const revenue = gather(now, buyers);
	return { buyers, ranks: rankGroups(revenue, countsUpTo(sumNow.customers)) };
}

/**
 * Who stands behind a row. Of the steps: who bought in the earlier period, who came or went, who bought in both (for
 * frequency and basket), who bought in the later one.
 *
 * @throws CoreError `selection-invalid` for a table or row without people.
 */
export function contributionMembers(
	input: MethodInput,
	params: ContributionParams,
	table: string,
	row: number
): Uint32Array {
	const periods = twoPeriods(input.frame, params);
	if (periods === null) throw noSuchSelection(table, row);
	const facts = contributionFacts(input.ledger, periods);
	const { move, ordersNow, ordersBefore, sumNow, sumBefore } = facts;
	const possible = sumNow.orders + sumBefore.orders > 0 && Number.isInteger(row) && row >= 0;
	const size = move.length;
	const isMoves = table === 'moves' || (table === 'profits' && input.ledger.profit !== undefined);
	if (possible && isMoves && row < customerMoves.length) {
		return selectCustomers(size, (who) => move[who] === row);
	}
	if (possible && table === 'steps' && row < growthSteps.length) {
		return selectCustomers(size, (who) => {
			const [then, today] = [(ordersBefore[who] as number) > 0, (ordersNow[who] as number) > 0];
			return [then, then !== today, then && today, then && today, today][row] as boolean;
		});
	}
	if (possible && table === 'top' && row < countsUpTo(sumNow.customers).length) {
		const { buyers, ranks } = rankedBuyers(facts);
		return buyers.filter((_, i) => (ranks[i] as number) <= row);
	}
	throw noSuchSelection(table, row);
}
