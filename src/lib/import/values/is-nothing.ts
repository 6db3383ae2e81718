/**
 * Whether a cell of an amount stands for nothing: it is empty, or a dash as accountants write it.
 *
 * @example
 * ['', ' - ', '–', '0', '-5'].map(isNothing) // => [true, true, true, false, false]
 */
export const isNothing = (cell: string): boolean => /^[-–—]?$/.test(cell.trim());
