import type { ErrorRecord } from '#lib/core/errors.ts';

/** Every reply across a worker's wall: plain, cloneable data, never a thrown exception. */
export type Envelope<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorRecord };

/** How far a job is. `total` 0 means not known. `rate` is units a second since the start. */
export interface Progress {
	readonly stage: 'reading' | 'parsing' | 'sorting' | 'checking' | 'storing' | 'computing' | 'writing';
	readonly done: number;
	readonly total: number;
	readonly unit: 'bytes' | 'rows';
	readonly rows: number;
	readonly elapsedMs: number;
}

/** Called by the worker a few times a second (a Comlink proxy on the wire). */
export type OnProgress = (progress: Progress) => void;
