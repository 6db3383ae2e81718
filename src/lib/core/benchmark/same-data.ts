import type { BenchmarkClient } from './types.ts';

type Told = Pick<BenchmarkClient, 'key' | 'from' | 'createdAt' | 'workspace' | 'fingerprints' | 'frame'>;

/**
 * Which clients are there twice: those of one workspace, or made of one file at least that is the same, also by way of a
 * third. Of each such group one counts: the one asked about, else the one that is open, else the latest as-of date, the
 * latest made, the first key. Answers for each of the others whose place it would take: the key of the one that counts;
 * null for whoever counts. The order of the clients does not matter. Quadratic in the clients.
 *
 * @param self the key of the client asked about
 * @example
 * const of = (key, workspace, asOf) => ({ key, workspace, fingerprints: [key], frame: { asOf }, createdAt: 0, from: 'file' });
 * sameData([of('a', 'w', 1), of('b', 'w', 2), of('c', 'x', 1)], null) // => ['b', null, null]
 * sameData([of('a', 'w', 1), of('b', 'w', 2), of('c', 'x', 1)], 'a') // => [null, 'a', null]
 */
export function sameData(clients: readonly Told[], self: string | null): (string | null)[] {
	const groups = clients.map((_, i) => i);
	for (const [i, one] of clients.entries()) {
		for (const [j, other] of clients.entries()) {
			if (j >= i || !areSame(one, other)) continue;
			const [from, to] = [groups[i], groups[j]];
			for (const [at, group] of groups.entries()) if (group === from) groups[at] = to as number;
		}
	}
	return clients.map(({ key }, i) => {
		const group = clients.filter((_, at) => groups[at] === groups[i]);
		const counts = group.reduce((best, other) => (comesFirst(other, best, self) ? other : best));
		return counts.key === key ? null : counts.key;
	});
}

function areSame(a: Told, b: Told): boolean {
	return a.workspace === b.workspace || a.fingerprints.some((hash) => b.fingerprints.includes(hash));
}

function comesFirst(a: Told, b: Told, self: string | null): boolean {
	const worth = ({ key, from, frame, createdAt }: Told): number[] => [
		key === self ? 1 : 0,
		from === 'now' ? 1 : 0,
		frame.asOf,
		createdAt
	];
	const [mine, theirs] = [worth(a), worth(b)];
	for (const [i, value] of mine.entries()) {
		if (value !== theirs[i]) return value > (theirs[i] as number);
	}
	return a.key < b.key;
}
