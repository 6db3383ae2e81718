/**
 * What stands where in the memory: places, then the bytes of the file, which go on as far as there is memory. The
 * other side reads these addresses from the module.
 */

/** Rows of a batch at most, and its cells with the gaps between columns. */
const ROWS: usize = 2048;
const CELLS: usize = 32768;
const COLUMNS: usize = 16384;

/** Keys whose words are read in one go. */
export const KEYS: i32 = 512;

/** By byte: what it says of a cell whose first it is. */
export const EDGE_KINDS: usize = 0;
/** By column: what its cells' first and last bytes say. */
export const EDGES: usize = EDGE_KINDS + 256;
/** By row: whether a cell of it was quoted. */
export const QUOTED: usize = EDGES + COLUMNS;
/** Where cells begin and end, column by column. */
export const FROM: usize = QUOTED + ROWS;
export const TO: usize = FROM + 4 * CELLS;
/** Where keys begin and end that do not stand as their cells do. */
export const KEY_FROM: usize = TO + 4 * CELLS;
export const KEY_TO: usize = KEY_FROM + 4 * ROWS;
/** Four words of each key, and its hash. */
export const WORDS: usize = KEY_TO + 4 * ROWS;
export const HASHES: usize = WORDS + 16 * <usize>KEYS;
/** Three words of each row. */
export const ROW_HASHES: usize = HASHES + 4 * <usize>KEYS;
/** By row: a time of day. */
export const TIMES: usize = ROW_HASHES + 12 * ROWS;
export const CONTENT: usize = TIMES + 4 * ROWS;
