/**
 * Bounds that keep an import inside a browser tab. A refusal comes with the numbers, and before the work.
 */

/** Largest file content, after unpacking: 1.5 GiB, about twenty million order lines. */
export const MAX_CONTENT_BYTES = 1.5 * 2 ** 30;

/** The columns that a sheet has room for: cells may stand anywhere in it. */
export const MAX_COLUMNS = 16_384;

/** Columns of a table: more take seconds to understand, and nobody looks through them. */
export const MAX_TABLE_COLUMNS = 2_000;

/** A row that spans lines and does not end within so many UTF-16 units has lost its closing quote. */
export const MAX_ROW_UNITS = 2 ** 20;

/**
 * Units that may be looked at beyond the lines of rows that then turn out to span none, for the whole file and for each
 * of its lines: once they are spent, a row ends with its line. So reading takes time in line with the file.
 */
export const MAX_AHEAD_UNITS = 4 * MAX_ROW_UNITS;
export const MAX_AHEAD_UNITS_A_LINE = 64;

/** A single line longer than this cannot be read at all. */
export const MAX_LINE_UNITS = 2 ** 26;

/** How many lost quotes are repaired, a line each, before the file is called unreadable. */
export const MAX_LOST_QUOTES = 1_000;

/** Row issues listed one by one; all are counted. */
export const MAX_LISTED_ISSUES = 1_000;

/** Bytes of the file of rejected rows; what does not fit is counted in its last line. */
export const MAX_REJECTS_BYTES = 64 * 2 ** 20;

/** Decimals kept of an amount of money. More are rounded, half away from zero, and the row is remarked on. */
export const MAX_SCALE = 6;

/** Bytes looked at, at the start and the end of the content, to understand a file. */
export const HEAD_BYTES = 2 ** 20;
export const TAIL_BYTES = 2 ** 18;

/** Files in an archive, or parts of a workbook. */
export const MAX_ENTRIES = 200;

/** Bytes of all parts of a workbook together, unpacked; also of anything that must be unpacked whole. */
export const MAX_UNPACKED_BYTES = 300 * 2 ** 20;

/** How often a part may grow when it is unpacked, once it is larger than a mebibyte. */
export const MAX_RATIO = 200;

/** Cells of a sheet or table that is not text, the empty ones up to a row's last one included. */
export const MAX_CELLS = 20_000_000;

/** Seconds that reading such a table may take. */
export const GRID_SECONDS = 120;

/** Bytes unpacked to count the rows of sheets for the review; what lies beyond is not counted. */
export const SURVEY_BYTES = 96 * 2 ** 20;

/** UTF-16 units cut into rows in one go: some 25 ms of work, so that a cancel is heard in time. */
export const PIECE_UNITS = 2 ** 18;
