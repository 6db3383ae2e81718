/** The part of the Web Locks API that storage needs; the fallback below has the same face. */
interface Locks {
	request<T>(
		name: string,
		options: { mode: LockMode; ifAvailable: boolean },
		task: (held: object | null) => Promise<T>
	): Promise<T>;
}
type LockMode = 'shared' | 'exclusive';

/** Held, shared, by every import: erasing everything waits for none, it refuses. */
export const writingLock = 'clientele:writing';

/** Held by the import that writes a dataset: as long as it is, its chunks are nobody's leftovers. */
export const importLock = (datasetId: string): string => `clientele:import:${datasetId}`;

/**
 * Locks within one thread, for places without Web Locks (a page that is not a secure context, Node). There no
 * other tab can be seen anyway.
 */
function threadLocks(): Locks {
	const held = new Map<string, { exclusive: boolean; count: number; waiting: (() => void)[] }>();
	return {
		async request(name, { mode, ifAvailable }, task) {
			for (;;) {
				const lock = held.get(name);
				if (lock === undefined || (mode === 'shared' && !lock.exclusive)) break;
				if (ifAvailable) return task(null);
				await new Promise<void>((resolve) => lock.waiting.push(resolve));
			}
			const lock = held.get(name) ?? { exclusive: mode === 'exclusive', count: 0, waiting: [] };
			lock.count++;
			held.set(name, lock);
			try {
				return await task(lock);
			} finally {
				if (--lock.count === 0) {
					held.delete(name);
					for (const resume of lock.waiting) resume();
				}
			}
		}
	};
}

let fallback: Locks | undefined;

function locks(): Locks {
	const native = (globalThis as { navigator?: { locks?: Locks } }).navigator?.locks;
	return native ?? (fallback ??= threadLocks());
}

/** Runs `task` while the lock is held, by this tab and no other (or shared with others of the same mode). */
export function holdLock<T>(name: string, mode: LockMode, task: () => Promise<T>): Promise<T> {
	return locks().request(name, { mode, ifAvailable: false }, task);
}

/** Runs `task` when the lock is free, else answers `busy` at once. */
export function tryLock<T, B>(name: string, task: () => Promise<T>, busy: B): Promise<T | B> {
	return locks().request<T | B>(name, { mode: 'exclusive', ifAvailable: true }, (held) =>
		held === null ? Promise.resolve(busy) : task()
	);
}
