import { readableAccent } from '#lib/core/drawing/readable-accent.ts';

/**
 * Whether an accent colour has to be made darker by day, or lighter by night, to be read.
 *
 * @example
 * accentMoves('#ffee00') // => true
 */
export function accentMoves(accent: string): boolean {
	return readableAccent(accent).some(({ moved }) => moved);
}
