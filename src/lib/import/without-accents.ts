/** Marks over and under Latin letters; those of kana and hangul are letters of their own. */
const MARKS = /[\u0300-\u036f]/g;

/**
 * A text with the plain letters of accented ones.
 *
 * @example
 * withoutAccents('Größe, numéro') // => 'Grosse, numero'
 * withoutAccents('がぎ') // => 'がぎ'
 */
export const withoutAccents = (text: string): string =>
	text.normalize('NFD').replace(MARKS, '').normalize('NFC').replaceAll('ß', 'ss');
