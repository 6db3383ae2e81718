import { NO_CODE } from '../columns/dictionary.ts';
import type { EntityColumnProfile, ValueProfile } from '../dataset/column-profile.ts';
import { NO_DAY, type ColumnValues, type EntityTable } from '../dataset/entity-table.ts';
import { profileNumbers } from './profile-numbers.ts';
import { profileTexts } from './profile-texts.ts';

/**
 * Describes every stored column of a table of another entity, as `profileTable` does those of orders: how many rows are empty,
 * what is most frequent, how numbers and days are spread and what lies far out. Of prose only what is empty is counted. Does not
 * depend on the order of the rows. Time of a sort per column of numbers or days, of a pass per other column.
 *
 * @example
 * const tier = { header: 'Tier', role: 'level', type: 'number', values: Float64Array.of(1, NaN, 3) };
 * const [column] = profileEntityTable({ entity: 'membership', rows: 3, columns: [tier], currency: null });
 * [column.missing, column.values.median] // => [1, 2]
 */
export function profileEntityTable({ rows, columns }: EntityTable): EntityColumnProfile[] {
	return columns.map((column) => {
		const { header, role, type } = column;
		const scale = column.type === 'money' ? column.scale : 0;
		return { header, role, type, scale, rows, ...profileOf(column, rows) };
	});
}

function profileOf(column: ColumnValues, rows: number): Pick<ValueProfile, 'missing' | 'values'> {
	switch (column.type) {
		case 'key':
		case 'category': {
			const { codes, dictionary } = column;
			return { missing: countOf(codes, (code) => code === NO_CODE), values: profileTexts(codes, dictionary) };
		}
		case 'text': {
			const { offsets } = column.text;
			let missing = 0;
			for (let row = 0; row < rows; row++) if (offsets[row] === offsets[row + 1]) missing++;
			return { missing, values: null };
		}
		case 'date': {
			const days = Float64Array.from(column.day, (day) => (day === NO_DAY ? NaN : day));
			return { missing: countOf(days, Number.isNaN), values: profileNumbers(days, 'day') };
		}
		default: {
			const { type, values } = column;
			return { missing: countOf(values, Number.isNaN), values: profileNumbers(values, type) };
		}
	}
}

function countOf(values: ArrayLike<number>, isMissing: (value: number) => boolean): number {
	let count = 0;
	for (let row = 0; row < values.length; row++) if (isMissing(values[row] as number)) count++;
	return count;
}
