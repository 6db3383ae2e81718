import { isGrid, type SourceFormat } from './recipe.ts';

const sheetsOf = (format: SourceFormat): readonly (string | null)[] =>
	isGrid(format) ? [format.sheet, ...(format.more ?? [])] : [null];

/**
 * Whether two ways of reading one file read some of the same rows: other files of an archive and other sheets are not.
 *
 * @example
 * const sheet = (sheet, more) => ({ kind: 'grid', container: 'xlsx', sheet, more, header: true, skipRows: 0 });
 * overlap(sheet('Jan'), sheet('Feb')) // => false
 * overlap(sheet('Jan'), sheet('Feb', ['Jan'])) // => true
 * overlap({ ...sheet('Jan'), member: 'a.xlsx' }, { ...sheet('Jan'), member: 'b.xlsx' }) // => false
 */
export function overlap(a: SourceFormat, b: SourceFormat): boolean {
	if (a.member !== b.member) return false;
	const read = sheetsOf(b);
	return isGrid(a) !== isGrid(b) || sheetsOf(a).some((sheet) => read.includes(sheet));
}

/**
 * What is read of a file, as a text that is another for other parts of it.
 *
 * @example
 * partName({ kind: 'grid', container: 'xlsx', sheet: 'Jan', header: true, skipRows: 0 }) // => '[null,"Jan"]'
 */
export const partName = (format: SourceFormat): string =>
	JSON.stringify([format.member ?? null, ...sheetsOf(format)]);
