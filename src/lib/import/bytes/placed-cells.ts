/** Bytes that are UTF-8, which may be others the next time they are asked for. */
export interface ByteBuffer {
	readonly bytes: Uint8Array;
	readonly view: DataView;
}

/** The cells of one row as places in bytes, without their quotes. */
export interface PlacedCells {
	readonly from: Int32Array;
	readonly to: Int32Array;
	readonly count: number;
	/** Where the row stands, without its line end. */
	readonly start: number;
	readonly end: number;
	/** Whether the bytes between `start` and `end` are more or less than cells and delimiters. */
	readonly quoted: boolean;
	readonly delimiter: number;
}
