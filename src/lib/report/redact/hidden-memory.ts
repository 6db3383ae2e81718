import { sha256Hex } from '../sha256.ts';

/** Digits of a hash that names a cell. */
const NAME_LENGTH = 16;

/**
 * What earlier files of a workspace have hidden, and what they have shown. Hidden cells stay hidden; what was shown is known
 * to its reader and protects nothing beside it any more. Cells are named by hashes, as heads of rows may be the data's own.
 */
export class HiddenMemory {
	readonly #before: ReadonlySet<string>;
	readonly #now = new Set<string>();

	constructor(before: Iterable<string> = []) {
		this.#before = new Set(before);
	}

	/** Names of all that is hidden or shown now and was not before. */
	get fresh(): string[] {
		return [...this.#now].filter((name) => !this.#before.has(name));
	}

	/** The memory of one table: what it is, its place, and its parameters, in the words of the report. */
	table(of: readonly string[]): TableMemory {
		const nameOf = (kind: 'hidden' | 'shown', cell: readonly (string | number)[]) =>
			sha256Hex(JSON.stringify([kind, of, cell])).slice(0, NAME_LENGTH);
		return {
			wasHidden: (cell) => this.#before.has(nameOf('hidden', cell)),
			wasShown: (cell, values) => this.#before.has(nameOf('shown', [...cell, ...values])),
			note: (cell, values, hidden) =>
				void this.#now.add(hidden ? nameOf('hidden', cell) : nameOf('shown', [...cell, ...values]))
		};
	}
}

/** What became of the cells of one table, by the heads of its rows and columns. */
export interface TableMemory {
	/** Whatever its value was. */
	readonly wasHidden: (cell: readonly string[]) => boolean;
	/** With these very values. */
	readonly wasShown: (cell: readonly string[], values: readonly number[]) => boolean;
	readonly note: (cell: readonly string[], values: readonly number[], hidden: boolean) => void;
}
