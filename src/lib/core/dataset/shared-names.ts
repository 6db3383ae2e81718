import { CoreError } from '../errors.ts';
import { keptName, type ColumnPlan } from './recipe.ts';

type Named = Pick<ColumnPlan<string>, 'header' | 'keptAs' | 'role'>;

/**
 * Whether a column is kept under its name, and not for what it means.
 *
 * @example
 * isCut({ role: 'attribute' }) // => true
 * isCut({ role: 'amount' }) // => false
 */
export const isCut = ({ role }: Pick<Named, 'role'>): boolean => role === 'attribute' || role === 'product';

/** Place of the first column that is to be kept under the name of another that is kept too; −1 for none. */
function firstShared(columns: readonly Named[]): number {
	const taken = new Set(
		columns.filter((plan) => isCut(plan) && plan.keptAs === undefined).map(({ header }) => header)
	);
	return columns.findIndex((plan) => {
		if (!isCut(plan) || plan.keptAs === undefined) return false;
		if (taken.has(plan.keptAs)) return true;
		taken.add(keptName(plan));
		return false;
	});
}

/**
 * Columns of which none is kept under the name of another: who has a name by itself keeps it, of several that were given
 * it the first. The others are kept under their own. Linear in the columns for each that changes.
 *
 * @example
 * const area = { header: 'Area', role: 'attribute' };
 * withoutSharedNames([area, { header: 'Region', keptAs: 'Area', role: 'attribute' }]) // => [area, { header: 'Region', role: 'attribute' }]
 */
export function withoutSharedNames<Column extends Named>(columns: readonly Column[]): readonly Column[] {
	const shared = firstShared(columns);
	if (shared < 0) return columns;
	const own = columns.map((column, at) => (at === shared ? unnamed(column) : column));
	// Its own name may be one that another was given.
	return withoutSharedNames(own);
}

/**
 * A column under its own name.
 *
 * @example
 * unnamed({ header: 'Region', keptAs: 'Area' }) // => { header: 'Region' }
 */
export function unnamed<Column extends Pick<Named, 'keptAs'>>(column: Column): Column {
	const { keptAs: _, ...own } = column;
	return own as Column;
}

/**
 * Refuses columns of which two would be one without a word.
 *
 * @throws CoreError `recipe-invalid` {path}: `keptAs` of the column that takes another's name.
 * @example
 * refuseSharedNames([{ header: 'Area', role: 'attribute' }, { header: 'Region', keptAs: 'Area', role: 'product' }]) // => throws 'recipe-invalid'
 */
export function refuseSharedNames(columns: readonly Named[]): void {
	const shared = firstShared(columns);
	if (shared >= 0) throw new CoreError('recipe-invalid', { path: `columns.${shared}.keptAs` });
}
