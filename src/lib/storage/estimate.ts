/** What the browser says of its storage; null where it does not say. */
export interface StorageEstimateNumbers {
	readonly usage: number | null;
	readonly quota: number | null;
}

/** Bytes used and allowed, as the browser tells them. A hint: it can be off by gigabytes, in either direction. */
export async function estimateStorage(): Promise<StorageEstimateNumbers> {
	const storage = (globalThis as { navigator?: { storage?: StorageManager } }).navigator?.storage;
	if (typeof storage?.estimate !== 'function') return { usage: null, quota: null };
	try {
		const { usage, quota } = await storage.estimate();
		return { usage: usage ?? null, quota: quota ?? null };
	} catch {
		return { usage: null, quota: null };
	}
}
