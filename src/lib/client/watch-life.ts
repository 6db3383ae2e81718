import type { WorkerLife } from '#lib/api/index.ts';

/** The part of the Web Locks API that is needed here, so that tests can bring their own. */
export type LifeLocks = Pick<LockManager, 'request'>;

/**
 * Calls `gone` when a worker has ended, for whatever reason, even one that no event tells of. Needs Web Locks;
 * without them only errors tell.
 */
export function watchLife(
	worker: Pick<EventTarget, 'addEventListener'>,
	gone: () => void,
	locks: LifeLocks | undefined = locksHere()
): void {
	worker.addEventListener('message', (event) => {
		const name = lockIn((event as MessageEvent<unknown>).data);
		// The worker holds it: the request is granted when the worker no longer can.
		if (name !== null) locks?.request(name, async () => gone()).catch(() => undefined);
	});
}

function locksHere(): LifeLocks | undefined {
	return (globalThis as { readonly navigator?: { readonly locks?: LifeLocks } }).navigator?.locks;
}

function lockIn(data: unknown): string | null {
	const { lifeLock } = (typeof data === 'object' && data !== null ? data : {}) as Partial<WorkerLife>;
	return typeof lifeLock === 'string' ? lifeLock : null;
}
