/** Whether the browser promised to keep what is stored; `unknown` before it was asked. */
export type Persistence = 'unknown' | 'granted' | 'refused' | 'unsupported';

/** The browser's promise not to clear what is stored, as far as it gives one. */
export interface StoragePledge {
	/** What it has promised so far, without asking. */
	state(): Promise<Persistence>;
	/** Asks for it; the browser may ask the user. */
	ask(): Promise<Persistence>;
}

/** The pledge of a real browser. */
export function browserPledge(storage: StorageManager | undefined): StoragePledge {
	if (typeof storage?.persisted !== 'function' || typeof storage.persist !== 'function') {
		return { state: async () => 'unsupported', ask: async () => 'unsupported' };
	}
	return {
		state: async () => ((await storage.persisted()) ? 'granted' : 'unknown'),
		ask: async () => ((await storage.persist().catch(() => false)) ? 'granted' : 'refused')
	};
}
