import type { SameCustomers, SameDecision } from './types.ts';

/** Nothing decided yet. */
export const undecided: SameCustomers = { merged: [], apart: [], version: 0 };

/**
 * What is decided after one more step. Merging joins the groups that the ids of a pair are in; the first id of a pair
 * names what its group becomes. Splitting takes a group apart whole: its customers are again as the data have them. Merging
 * a pair forgets that it was not the same.
 *
 * @example
 * const one = decide(undecided, { kind: 'merge', pairs: [['a', 'b'], ['c', 'b']] });
 * one.merged // => [['c', 'a', 'b']]
 * decide(one, { kind: 'split', id: 'b' }).merged // => []
 * const two = decide(one, { kind: 'apart', pair: ['z', 'y'] });
 * two.apart // => [['y', 'z']]
 * decide(two, { kind: 'forget', pair: ['z', 'y'] }).apart // => []
 */
export function decide(current: SameCustomers, decision: SameDecision): SameCustomers {
	const version = current.version + 1;
	switch (decision.kind) {
		case 'merge': {
			const groups = groupsById(current);
			for (const [a, b] of decision.pairs) join(groups, a, b);
			const joined = new Set(decision.pairs.map(pairKey));
			return {
				merged: [...new Set(groups.values())].map(({ ids }) => ids),
				apart: current.apart.filter((pair) => !joined.has(pairKey(pair))),
				version
			};
		}
		case 'apart': {
			const pair = sorted(decision.pair);
			const others = current.apart.filter((other) => pairKey(other) !== pairKey(pair));
			return { ...current, apart: [...others, pair], version };
		}
		case 'split':
			return { ...current, merged: current.merged.filter((ids) => !ids.includes(decision.id)), version };
		case 'forget': {
			const key = pairKey(decision.pair);
			return { ...current, apart: current.apart.filter((pair) => pairKey(pair) !== key), version };
		}
	}
}

/**
 * A text that names a pair of ids, whichever comes first.
 *
 * @example
 * pairKey(['b', 'a']) === pairKey(['a', 'b']) // => true
 */
export function pairKey(pair: readonly [string, string]): string {
	return JSON.stringify(sorted(pair));
}

function sorted([a, b]: readonly [string, string]): readonly [string, string] {
	return a < b ? [a, b] : [b, a];
}

interface Group {
	ids: string[];
}

function groupsById({ merged }: SameCustomers): Map<string, Group> {
	const groups = new Map<string, Group>();
	for (const ids of merged) {
		const group = { ids: [...ids] };
		for (const id of ids) groups.set(id, group);
	}
	return groups;
}

/** The smaller group goes into the larger one's list, behind it where the pair's first id names it. */
function join(groups: Map<string, Group>, a: string, b: string): void {
	const one = groups.get(a) ?? { ids: [a] };
	const other = groups.get(b) ?? { ids: [b] };
	groups.set(a, one);
	if (one === other || a === b) return;
	one.ids.push(...other.ids);
	for (const id of other.ids) groups.set(id, one);
}
