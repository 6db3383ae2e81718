import { DictionaryBuilder } from '../../columns/dictionary-builder.ts';
import { NO_CODE, stringAt, type Dictionary } from '../../columns/dictionary.ts';
import { gather } from '../../columns/order-index.ts';
import { TextBuilder, textAt } from '../../columns/text-column.ts';
import { withUsedCodes } from '../../columns/used-codes.ts';
import { CoreError } from '../../errors.ts';
import { NO_DAY, type ColumnValues, type EntityColumn } from '../entity-table.ts';
import type { ComparedColumn } from './content-codes.ts';
import { scaledAmounts } from './scaled-amounts.ts';

const DAY_MS = 86_400_000;

/** A column of two tables laid end to end, the rows of the first first; what one of them lacks is empty in its rows. */
export interface JoinedColumn {
	/** Equal numbers where the cells are equal. */
	readonly compared: ComparedColumn;
	/** Takes the cell of one row over into another. */
	copy(from: number, to: number): void;
	/** The column with these rows, in this order. */
	pick(rows: Uint32Array): EntityColumn;
}

/**
 * The column of two tables, one of which may lack it (null), with `split` rows of the first and `added` of the second.
 *
 * @throws CoreError `append-type` {header}, `amount-sum-too-large`: see `unifiedColumns`.
 * @example
 * const column = (...values) => ({ header: 'Score', role: 'score', type: 'number', values: Float64Array.from(values) });
 * joinedColumn(column(1), column(2, 3), 1, 2).pick(Uint32Array.of(2, 0)).values // => [3, 1]
 */
export function joinedColumn(
	one: EntityColumn | null,
	other: EntityColumn | null,
	split: number,
	added: number
): JoinedColumn {
	const known = (one ?? other) as EntityColumn;
	if (one !== null && other !== null && kindOf(one) !== kindOf(other))
		throw new CoreError('append-type', { header: one.header });
	const named = { header: known.header, role: known.role };
	const rows = split + added;
	switch (known.type) {
		case 'key':
		case 'category': {
			const { codes, dictionary } = joinedCodes([asCoded(one), asCoded(other)], split, rows);
			const { type } = known;
			return ofArray(codes, (picked) => {
				const used = withUsedCodes(dictionary, picked);
				return { ...named, type, dictionary: used.dictionary, codes: used.codes };
			});
		}
		case 'text':
			return joinedTexts([asText(one), asText(other)], split, rows, named);
		case 'date':
			return joinedDates([asDates(one), asDates(other)], split, rows, named);
		default: {
			const { type } = known;
			const scale = Math.max(scaleOf(one), scaleOf(other));
			const values = new Float64Array(rows).fill(NaN);
			const parts = [one, other].map((side) => ({ amounts: numbersOf(side), scale: scaleOf(side) }));
			// Numbers that are no money are not added up.
			const [first, second] =
				type === 'money' ? scaledAmounts(parts, scale) : parts.map(({ amounts }) => amounts);
			values.set((first ?? NONE).subarray(0, split));
			values.set((second ?? NONE).subarray(0, added), split);
			return ofArray(values, (picked) =>
				type === 'money' ? { ...named, type, values: picked, scale } : { ...named, type, values: picked }
			);
		}
	}
}

/** Keys and categories are both codes; all else is read alike or not at all. */
const kindOf = ({ type }: EntityColumn): string => (type === 'key' ? 'category' : type);
const scaleOf = (column: EntityColumn | null): number => (column?.type === 'money' ? column.scale : 0);

type Of<T extends ColumnValues['type']> = Extract<EntityColumn, { readonly type: T }> | null;
type Two<T extends ColumnValues['type']> = readonly [Of<T>, Of<T>];
type Named = Pick<EntityColumn, 'header' | 'role'>;
const asCoded = (column: EntityColumn | null): Of<'key' | 'category'> =>
	column?.type === 'key' || column?.type === 'category' ? column : null;
const asText = (column: EntityColumn | null): Of<'text'> => (column?.type === 'text' ? column : null);
const asDates = (column: EntityColumn | null): Of<'date'> => (column?.type === 'date' ? column : null);

function ofArray<A extends Uint32Array | Float64Array>(
	array: A,
	built: (picked: A) => EntityColumn
): JoinedColumn {
	return {
		compared: array,
		copy: (from, to) => {
			array[to] = array[from] as number;
		},
		pick: (rows) => built(gather<A>(array, rows))
	};
}

function joinedCodes(
	[one, other]: Two<'key' | 'category'>,
	split: number,
	rows: number
): { readonly codes: Uint32Array; readonly dictionary: Dictionary } {
	const builder = new DictionaryBuilder();
	const codes = new Uint32Array(rows).fill(NO_CODE);
	const take = (side: Of<'key' | 'category'>, at: number, size: number): void => {
		if (side === null) return;
		const common = new Uint32Array(side.dictionary.size);
		for (let i = 0; i < common.length; i++) common[i] = builder.intern(stringAt(side.dictionary, i));
		for (let row = 0; row < size; row++) {
			const code = side.codes[row] as number;
			if (code !== NO_CODE) codes[at + row] = common[code] as number;
		}
	};
	take(one, 0, split);
	take(other, split, rows - split);
	return { codes, dictionary: builder.build() };
}

/** Prose is looked at row by row; a row's text may be that of another. */
function joinedTexts([one, other]: Two<'text'>, split: number, rows: number, named: Named): JoinedColumn {
	const source = Uint32Array.from({ length: rows }, (_, row) => row);
	const at = (row: number): string => {
		const from = source[row] as number;
		if (from < split) return one === null ? '' : textAt(one.text, from);
		return other === null ? '' : textAt(other.text, from - split);
	};
	const builder = new DictionaryBuilder();
	const compared = Uint32Array.from({ length: rows }, (_, row) => builder.intern(at(row)));
	return {
		compared,
		copy: (from, to) => {
			source[to] = source[from] as number;
		},
		pick: (picked) => {
			const texts = new TextBuilder();
			for (const row of picked) texts.add(at(row));
			return { ...named, type: 'text', text: texts.build() };
		}
	};
}

/** Days, and instants where one of the tables has them: days of the other stand at midnight, and are compared as days. */
function joinedDates([one, other]: Two<'date'>, split: number, rows: number, named: Named): JoinedColumn {
	const day = new Int32Array(rows).fill(NO_DAY);
	if (one !== null) day.set(one.day.subarray(0, split));
	if (other !== null) day.set(other.day.subarray(0, rows - split), split);
	const sides = [one, other].filter((side) => side !== null);
	const instant = sides.some((side) => side.instant !== null)
		? Float64Array.from(day, (on) => (on === NO_DAY ? NaN : on * DAY_MS))
		: null;
	if (instant !== null && one?.instant) instant.set(one.instant.subarray(0, split));
	if (instant !== null && other?.instant) instant.set(other.instant.subarray(0, rows - split), split);
	return {
		compared: instant !== null && sides.every((side) => side.instant !== null) ? instant : day,
		copy: (from, to) => {
			day[to] = day[from] as number;
			if (instant !== null) instant[to] = instant[from] as number;
		},
		pick: (picked) => ({
			...named,
			type: 'date',
			day: gather(day, picked),
			instant: instant === null ? null : gather(instant, picked)
		})
	};
}

const NONE = new Float64Array(0);

const numbersOf = (column: EntityColumn | null): Float64Array =>
	column?.type === 'number' || column?.type === 'money' ? column.values : NONE;
