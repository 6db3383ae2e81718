/**
 * Which labels of an axis are written: at most `most`, evenly spaced; those of class `thin` leave a narrow screen.
 * Null writes none.
 *
 * @example
 * labelClass(1, 36, 9) // => null
 * labelClass(4, 36, 9) // => 'name thin'
 */
export function labelClass(index: number, count: number, most: number): 'name' | 'name thin' | null {
	const every = Math.ceil(count / most);
	if (index % every !== 0) return null;
	const wide = Math.ceil(count / (most / 2));
	const sparse = Math.ceil(wide / every) * every;
	return index % sparse === 0 ? 'name' : 'name thin';
}
