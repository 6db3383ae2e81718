import { LineKind, type Verdict } from '../line-judge.ts';
import type { RowCells } from '../row-cells.ts';
import type { RowSink } from '../row-sink.ts';

/** Lets rows through to the collector: those of the table, and those set apart, but not blank ones nor the header. */
export class RowGate {
	blankLines = 0;
	readonly #collected: RowSink;

	constructor(collected: RowSink) {
		this.#collected = collected;
	}

	/** One row of the file. `damaged`: it may have undecodable bytes. */
	pass({ kind, rejected, remark }: Verdict, cells: RowCells, line: number, damaged: boolean): void {
		if (kind === LineKind.ROW) this.#collected.add(cells, line, damaged, remark);
		else if (kind === LineKind.BLANK) this.blankLines++;
		else if (rejected !== null) this.#collected.setApart(cells, line, rejected);
	}

	/** One row in which there is nothing to look into. */
	passPlain(cells: RowCells, line: number, damaged: boolean): void {
		if (cells.hasTextFrom(0)) this.#collected.add(cells, line, damaged, null);
		else this.blankLines++;
	}
}
