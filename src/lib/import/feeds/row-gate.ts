import type { RowCells } from '../row-cells.ts';
import type { RowCollector } from '../row-collector.ts';

/** Lets the rows of the table through to the collector: not what stands above it, not its header, not blank rows. */
export class RowGate {
	blankLines = 0;
	readonly #skipRows: number;
	readonly #collected: RowCollector;
	#headerToCome: boolean;

	constructor(source: { readonly skipRows: number; readonly header: boolean }, collected: RowCollector) {
		this.#skipRows = source.skipRows;
		this.#headerToCome = source.header;
		this.#collected = collected;
	}

	/** One row of the file; see `RowCollector.add`. */
	pass(cells: RowCells, line: number, unclosed: boolean, damaged: boolean): void {
		// The names that a file itself gives its columns are line 0, and are not above the table.
		if (line <= this.#skipRows && line > 0) return;
		if (!cells.hasTextFrom(0)) this.blankLines++;
		else if (this.#headerToCome) this.#headerToCome = false;
		else this.#collected.add(cells, line, unclosed, damaged);
	}
}
