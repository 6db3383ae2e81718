import type { Transaction } from 'dexie';

/** One step of the schema. Once released its file is never edited: the next change is a new file. */
export interface Migration {
	/** The schema number that it leads to. */
	readonly schema: number;
	/** Tables whose indexes are new or changed, in Dexie's notation; null drops a table. */
	readonly stores: Readonly<Record<string, string | null>>;
	/** Rewrites records of the schema before; runs inside the upgrade's transaction. */
	readonly upgrade?: (transaction: Transaction) => Promise<void>;
}
