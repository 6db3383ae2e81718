/** Rows by which one of two tables has to be longer: a last row or two may lack what stands on one side. */
const LONGER = 3;

/**
 * Whether two tables stand beside one another: columns without a name and without a value part them, and one of them ends
 * before the other. Answers the column in which the second begins, from 1; null where there is one table.
 *
 * @param headers `#n` where the file names none
 * @param rows in their order; linear in their cells
 * @example
 * const rows = Array.from({ length: 6 }, (_, i) => [`A${i}`, '5', '', i < 2 ? `P${i}` : '']);
 * sideBySide(['Order', 'Amount', '#3', 'Product'], rows) // => 4
 * sideBySide(['Order', 'Amount', 'Note', 'Product'], rows) // => null
 */
export function sideBySide(headers: readonly string[], rows: readonly (readonly string[])[]): number | null {
	const ends = headers.map((_, column) => {
		let end = rows.length;
		while (end > 0 && (rows[end - 1]?.[column] ?? '').trim() === '') end--;
		return end;
	});
	for (let gap = 1; gap < headers.length - 1; gap++) {
		if (ends[gap] !== 0 || headers[gap] !== `#${gap + 1}`) continue;
		const next = headers.findIndex((header, i) => i > gap && header !== `#${i + 1}`);
		if (next < 0) return null;
		const [left, right] = [Math.max(...ends.slice(0, gap)), Math.max(...ends.slice(next))];
		if (right > 0 && left > 0 && Math.abs(left - right) >= LONGER) return next + 1;
	}
	return null;
}
