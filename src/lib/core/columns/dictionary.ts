/**
 * A list of strings as two typed arrays: UTF-8 bytes end to end, and `size + 1` offsets. It moves between
 * threads and into storage without a copy per string. Entry i is bytes[offsets[i] .. offsets[i+1]).
 */
export interface Dictionary {
	readonly size: number;
	readonly bytes: Uint8Array;
	readonly offsets: Uint32Array;
}

/** The code that stands for "no value" in a column of dictionary codes. */
export const NO_CODE = 0xffffffff;
