/**
 * What a worker tells its page once, beside the calls: the name of a lock that it holds as long as it lives. No
 * browser reports a worker that is gone without an error; the lock, then free, does.
 */
export interface WorkerLife {
	readonly lifeLock: string;
}
