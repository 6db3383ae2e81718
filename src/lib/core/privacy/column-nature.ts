import { decodeAll, type Dictionary } from '../columns/dictionary.ts';
import { personalIn } from '../dataset/personal-data.ts';
import type { ColumnNature } from '../dataset/sharing.ts';

/** Values looked at: enough to know a column by. */
const LOOKED_AT = 1000;
/** More different values than this, and more than one in twenty rows, are no groups. */
const GROUPS = 50;
const PER_ROWS = 20;
const LONG = 40;

/**
 * What an attribute holds, judged by its values and on the safe side: `contact` where one in ten looks like an e-mail
 * address, a phone or identity number; `text` where values are many or long; `category` else. `rows`: rows with a value.
 * Looks at the first thousand values.
 */
export function columnNature(values: Dictionary, rows: number): ColumnNature {
	const some = Math.min(values.size, LOOKED_AT);
	const texts = decodeAll({ size: some, bytes: values.bytes, offsets: values.offsets.subarray(0, some + 1) });
	const personal = texts.filter((text) => personalIn(text).length > 0).length;
	if (personal > 0 && personal * 10 >= some) return 'contact';
	if (values.size > GROUPS && values.size * PER_ROWS > rows) return 'text';
	return texts.some((text) => [...text].length > LONG) ? 'text' : 'category';
}
