import { logRank, type LogRankTest } from '../../math/survival/log-rank.ts';
import { tallyLengths, type SpellTally } from '../../math/survival/tally.ts';
import type { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import { groupKinds } from './types.ts';
import type { GroupSums } from './walk.ts';

/**
 * Whether the groups differ in how soon a second order follows the first: a log-rank test over the groups of one value
 * each, those still waiting censored at the as-of date. `others`, `none` and `all` are not groups of a kind and stay out.
 */
export function testSecondOrders(sums: GroupSums, kind: Uint8Array): LogRankTest {
	const value = groupKinds.indexOf('value');
	const spells: SpellTally[] = [];
	for (let row = 0; row < sums.rows; row++) {
		if (kind[row] !== value || sums.customers[row] === 0) continue;
		spells.push(spellsOf(sums.toSecond[row], sums.waiting[row]));
	}
	return logRank(spells);
}

function spellsOf(ended: WholeNumberCounts | undefined, waiting: WholeNumberCounts | undefined): SpellTally {
	const events = ended?.toArray() ?? new Uint32Array(0);
	const censored = waiting?.toArray() ?? new Uint32Array(0);
	const length = Math.max(events.length, censored.length);
	return tallyLengths(padded(events, length), padded(censored, length));
}

function padded(counts: Uint32Array, length: number): Uint32Array {
	const full = new Uint32Array(length);
	full.set(counts);
	return full;
}
