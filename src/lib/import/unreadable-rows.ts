import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { Finding } from './finding.ts';
import { previewRows } from './preview.ts';

/** A few bad cells are the file's affair and are told afterwards; from this share on something is read wrongly. */
const TOO_MANY = 0.02;

/**
 * Columns because of which many of the rows looked at would be rejected: of a meaning that their cells do not have, in a style
 * that is another's, or made by a step that reads them so. Empty cells are no matter of reading.
 */
export function unreadable(rows: readonly (readonly string[])[], recipe: ImportRecipe): Finding[] {
	const hasAmount = recipe.columns.some(({ role }) => role === 'amount');
	const needed = ['date', hasAmount ? 'amount' : 'price'];
	const columns = recipe.columns.filter(({ role }) => needed.includes(role) || role === 'status');
	const read = previewRows(rows, { ...recipe, columns });
	return columns.flatMap(({ index, header, role }, at) => {
		const bad = read.flatMap((cells) => {
			const cell = cells[at];
			return cell?.issue === undefined || cell.raw.trim() === '' ? [] : [cell.raw];
		});
		if (bad.length <= TOO_MANY * rows.length) return [];
		const params = {
			column: index + 1,
			header,
			role,
			n: bad.length,
			rows: rows.length,
			example: bad[0] ?? ''
		};
		return [{ code: 'rows-unreadable', params }];
	});
}
