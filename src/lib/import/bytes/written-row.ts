import { KEY_PADDING } from '#lib/core/columns/key-words.ts';
import { Utf8Scratch } from '#lib/core/columns/utf8-scratch.ts';
import type { ByteBuffer, PlacedCells } from './placed-cells.ts';

/** Cells that there is room for at first. */
const FIRST_CELLS = 64;

/**
 * A row whose cells are strings, written down as bytes: what could only be read as text goes on as the rows around it
 * do, and is told from them by the same bytes.
 */
export class WrittenRow implements PlacedCells, ByteBuffer {
	from = new Int32Array(FIRST_CELLS);
	to = new Int32Array(FIRST_CELLS);
	count = 0;
	readonly start = 0;
	end = 0;
	/** Cells stand here without what parts them. */
	readonly quoted = true;
	readonly delimiter: number;
	readonly #scratch = new Utf8Scratch(KEY_PADDING);

	constructor(delimiter: number) {
		this.delimiter = delimiter;
	}

	get bytes(): Uint8Array {
		return this.#scratch.bytes;
	}

	get view(): DataView {
		return this.#scratch.view;
	}

	/** Takes another row. */
	of(cells: readonly string[]): void {
		if (cells.length > this.from.length) {
			this.from = new Int32Array(2 * cells.length);
			this.to = new Int32Array(2 * cells.length);
		}
		this.count = cells.length;
		let at = 0;
		for (let i = 0; i < cells.length; i++) {
			this.from[i] = at;
			at += this.#scratch.write(cells[i] as string, at);
			this.to[i] = at;
		}
		this.end = at;
	}
}
