import type { Progress } from '#lib/api/index.ts';
import { releaseProxy } from 'comlink';

/** At most one call in this many milliseconds: five a second read as steady movement. */
const intervalMs = 200;

/**
 * Reports progress, at most five times a second, with the time since now added. What begins or ends a stage is
 * always told. The page may be gone: nobody waits for its answer.
 */
export function progressReporter(
	tell: (progress: Progress) => unknown,
	now: () => number
): (progress: Omit<Progress, 'elapsedMs'>) => void {
	const start = now();
	let last = -Infinity;
	let stage: Progress['stage'] | undefined;
	return (progress) => {
		const time = now();
		const isEdge = progress.stage !== stage || (progress.total > 0 && progress.done >= progress.total);
		if (!isEdge && time - last < intervalMs) return;
		last = time;
		stage = progress.stage;
		// On the wire this is a proxy, whose calls are promises.
		const told = tell({ ...progress, elapsedMs: time - start });
		if (told instanceof Promise) told.catch(() => undefined);
	};
}

/** Reports what share is done, at most five times a second. */
export function shareReporter(
	tell: ((share: number) => unknown) | undefined,
	now: () => number
): (share: number) => void {
	// What is soon done needs no word.
	let last = now();
	return (share) => {
		const time = now();
		if (tell === undefined || time - last < intervalMs) return;
		last = time;
		const told = tell(share);
		if (told instanceof Promise) told.catch(() => undefined);
	};
}

/** Lets go of a callback that came across the wall, so that its channel can be freed. Others are left alone. */
export function release(callback: unknown): void {
	const free = (callback as { readonly [releaseProxy]?: () => void } | null)?.[releaseProxy];
	if (typeof free === 'function') free.call(callback);
}
