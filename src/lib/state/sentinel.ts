import type { StoredLists } from '#lib/api/index.ts';
import { readRecord, writeRecord, type KeyValueStore } from './key-value-store.ts';

const sentinelKey = 'clientele.sentinel';

/** One thing that was acknowledged as stored: the name to speak of it by, and the hash of its content. */
interface Kept {
	readonly name: string;
	readonly hash: string;
}

/** What was acknowledged as stored, by id; kept apart from the database, which may be emptied or replaced. */
export type Sentinel = Readonly<Record<string, Kept>>;

/** What the database holds, as far as the sentinel watches it. */
export type Holdings = Pick<StoredLists, 'datasets' | 'tables' | 'snapshots' | 'bin' | 'inventory'>;

/** The sentinel for what the database holds now. */
export function sentinelOf(holdings: Holdings): Sentinel {
	const named = [...holdings.datasets, ...holdings.tables, ...holdings.snapshots];
	return Object.fromEntries(
		named.map(({ id, name }) => [id, { name, hash: holdings.inventory[id] ?? '' }] as const)
	);
}

/**
 * Compares what an earlier visit left with what there is: names of what is gone (and not merely in the bin), and
 * of what has another content than was acknowledged.
 *
 * @example
 * const nothing = { datasets: [], tables: [], snapshots: [], bin: [], inventory: {} };
 * compareWithSentinel({ a: { name: 'orders', hash: 'f0' } }, nothing) // => { lost: ['orders'], altered: [] }
 */
export function compareWithSentinel(
	sentinel: Sentinel,
	holdings: Holdings
): { readonly lost: readonly string[]; readonly altered: readonly string[] } {
	const binned = new Set(holdings.bin.map((item) => item.id));
	const lost: string[] = [];
	const altered: string[] = [];
	for (const [id, kept] of Object.entries(sentinel)) {
		const hash = holdings.inventory[id];
		if (hash === undefined) {
			if (!binned.has(id)) lost.push(kept.name);
		} else if (hash !== kept.hash) altered.push(kept.name);
	}
	return { lost, altered };
}

/**
 * What a sentinel kept before and still keeps after: what another tab stored or removed in between is not held
 * against the browser.
 *
 * @example
 * const [a, b] = [{ name: 'a', hash: 'f0' }, { name: 'b', hash: 'f1' }];
 * keptThroughout({ a, b }, { b }) // => { b: { name: 'b', hash: 'f1' } }
 */
export function keptThroughout(before: Sentinel, after: Sentinel): Sentinel {
	return Object.fromEntries(Object.entries(before).filter(([id]) => after[id] !== undefined));
}

/** The sentinel left by an earlier visit; empty when there is none. */
export function readSentinel(store: KeyValueStore | null): Sentinel {
	const kept = Object.entries(readRecord(store, sentinelKey) ?? {}).flatMap(([id, value]) =>
		isKept(value) ? [[id, { name: value.name, hash: value.hash }] as const] : []
	);
	return Object.fromEntries(kept);
}

export function writeSentinel(store: KeyValueStore | null, holdings: Holdings): void {
	writeRecord(store, sentinelKey, sentinelOf(holdings));
}

function isKept(value: unknown): value is Kept {
	return (
		typeof value === 'object' &&
		value !== null &&
		'name' in value &&
		typeof value.name === 'string' &&
		'hash' in value &&
		typeof value.hash === 'string'
	);
}
