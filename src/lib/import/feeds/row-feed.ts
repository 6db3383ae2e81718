import type { Breather } from '../breather.ts';

/** Hands the rows of a table to the collector, from the bytes of its file. */
export interface RowFeed {
	/** Rows without a text in any cell, as spreadsheets leave them below a table: counted, and not handed on. */
	readonly blankLines: number;
	push(bytes: Uint8Array, breather: Breather): Promise<void>;
	/** After the last bytes. */
	finish(breather: Breather): Promise<void>;
	/** Lets go of what it holds, once, at the end or where reading stopped; nothing is asked of it after that. */
	close?(): void;
}

/** Rows handed to the collector between two looks at the clock. */
export const ROWS_A_TURN = 1024;
