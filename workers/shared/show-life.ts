import type { WorkerLife } from '#lib/api/index.ts';

/** Holds a lock of that name for as long as this worker lives, and tells the page once it is held. */
export function showLife(
	lifeLock: string,
	tell: (life: WorkerLife) => void,
	locks: Pick<LockManager, 'request'> | undefined
): void {
	const held = locks?.request(lifeLock, () => {
		tell({ lifeLock });
		return new Promise<never>(() => undefined);
	});
	// Refused where locks are forbidden: then only errors tell of an end.
	held?.catch(() => undefined);
}
