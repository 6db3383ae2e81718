import { sha256Hex } from '../sha256.ts';

/** Digits of a hash that names a cell. */
const NAME_LENGTH = 20;

/**
 * Which cells earlier files of a workspace have hidden. They stay hidden: two files of which one shows what the other
 * hides, or what was hidden beside it, give both away. Cells are named by hashes, as heads of rows may be the data's own.
 */
export class HiddenMemory {
	readonly #before: ReadonlySet<string>;
	readonly #now = new Set<string>();

	constructor(before: Iterable<string> = []) {
		this.#before = new Set(before);
	}

	/** Names of all cells that are hidden now and were not before. */
	get fresh(): string[] {
		return [...this.#now].filter((name) => !this.#before.has(name));
	}

	/** The memory of one table: what it is, its place, and its parameters, in the words of the report. */
	table(of: readonly string[]): TableMemory {
		const nameOf = (cell: readonly string[]) => sha256Hex(JSON.stringify([of, cell])).slice(0, NAME_LENGTH);
		return {
			has: (...cell) => this.#before.has(nameOf(cell)),
			note: (...cell) => void this.#now.add(nameOf(cell))
		};
	}
}

/** What of one table was hidden, by the heads of its rows and columns. */
export interface TableMemory {
	readonly has: (...cell: readonly string[]) => boolean;
	readonly note: (...cell: readonly string[]) => void;
}
