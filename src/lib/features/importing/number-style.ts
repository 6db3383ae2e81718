import type { NumberStyle } from '#lib/api/index.ts';

/** A key for a number style. */
export function styleKey(style: NumberStyle): string {
	return `${style.decimal}${style.group}`;
}

/**
 * A number written in a style, to choose it by.
 *
 * @example
 * sampleNumber({ decimal: ',', group: '.' }) // => '1.234,56'
 */
export function sampleNumber(style: NumberStyle): string {
	return `1${style.group}234${style.decimal}56`;
}
