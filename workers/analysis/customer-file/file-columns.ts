import {
	attributeOf,
	segmentIds,
	stageIds,
	type ColumnNature,
	type CustomerFileColumn,
	type CustomerFileRequest,
	type CustomerLabels,
	type SharingPolicy
} from '#lib/api/index.ts';
import { NO_CODE, stringAt } from '#lib/core/columns/dictionary.ts';
import { CoreError } from '#lib/core/errors.ts';
import { masked } from '#lib/core/privacy/mask.ts';
import type { Coder } from '#lib/report/disclose/pseudonyms.ts';
import type { SheetCell } from '#lib/report/sheets/sheet.ts';
import { nameOf } from '../search-index.ts';
import type { Selected } from './selected.ts';

/** A column of the file, ready to be written. */
export interface FileColumn {
	readonly header: string;
	/** The cell of the file's row `at`, which is about customer `who`. */
	readonly cell: (at: number, who: number) => SheetCell;
	/** Whether its texts are the data's own, as they are. */
	readonly asItIs: boolean;
}

const empty: SheetCell = null;
const textCell = (text: string): SheetCell => (text === '' ? empty : { text });

/**
 * The columns of a file of customers, those that are dropped left out. Pseudonyms are made for its own rows.
 *
 * @throws CoreError `params-invalid` for a column or an attribute that there is not.
 */
export async function fileColumns(
	selected: Selected,
	{ columns, labels }: Pick<CustomerFileRequest, 'columns' | 'labels'>,
	coder: () => Promise<Coder>
): Promise<FileColumn[]> {
	const found: FileColumn[] = [];
	for (const column of columns) {
		if (column.policy === 'drop' || lacks(selected, column.id)) continue;
		const reckoned = reckonedCell(column, labels, selected);
		if (reckoned !== null) {
			found.push({ header: column.header, cell: reckoned, asItIs: false });
			continue;
		}
		const source = await sourceOf(column, selected);
		const cell = await disclosedCell(column, source, selected.rows, coder);
		found.push({ header: column.header, cell, asItIs: column.policy === 'keep' });
	}
	return found;
}

const lacks = ({ data, matches }: Selected, id: CustomerFileColumn['id']): boolean =>
	(id === 'name' && data.table.names === null) || (id === 'profit' && matches.roster.profit === null);

/** Where the texts of a column are from. */
interface Source {
	/** What pseudonyms of it are made for: the same customer has the same code wherever it stands. */
	readonly kind: string;
	readonly nature: ColumnNature;
	readonly text: (who: number) => string;
}

async function sourceOf({ id }: CustomerFileColumn, { data }: Selected): Promise<Source> {
	const { table } = data;
	if (id === 'customer') {
		return { kind: id, nature: 'id', text: (who) => stringAt(table.customers, who) };
	}
	if (id === 'name') return { kind: id, nature: 'name', text: (who) => nameOf(table.names, who) };
	const attribute = attributeOf(id);
	if (attribute === null) throw new CoreError('params-invalid', { method: '', param: 'columns' });
	const { dictionary, codes, nature } = await data.columns.latest(attribute);
	return {
		kind: id,
		nature,
		text: (who) => (codes[who] === NO_CODE ? '' : stringAt(dictionary, codes[who] as number))
	};
}

async function disclosedCell(
	{ policy }: { readonly policy: SharingPolicy },
	{ kind, nature, text }: Source,
	rows: Uint32Array,
	coder: () => Promise<Coder>
): Promise<FileColumn['cell']> {
	if (policy === 'keep') return (_, who) => textCell(text(who));
	if (policy === 'mask') return (_, who) => textCell(masked(text(who), nature));
	const codes = await (await coder())(kind, Array.from(rows, text));
	return (at) => textCell(codes[at] ?? '');
}

/** Cells of what was reckoned of a customer; null for a column that comes from the data. */
function reckonedCell(
	{ id }: CustomerFileColumn,
	labels: CustomerLabels,
	{ matches: { roster } }: Selected
): FileColumn['cell'] | null {
	const number = (values: ArrayLike<number>, as: 'count' | 'money' | 'day' | 'number') =>
		((_, who) => {
			const value = values[who] as number;
			return Number.isNaN(value) ? empty : { value, as };
		}) satisfies FileColumn['cell'];
	switch (id) {
		case 'recency':
		case 'frequency':
			return number(roster[id], 'count');
		case 'monetary':
			return number(roster.monetary, roster.monetaryIsMoney ? 'money' : 'number');
		case 'revenue':
			// Whoever has no order has no revenue of nothing.
			return (_, who) =>
				Number.isNaN(roster.firstDay[who]) ? empty : { value: roster.revenue[who] as number, as: 'money' };
		case 'profit':
			return number(roster.profit?.own ?? [], 'money');
		case 'first':
			return number(roster.firstDay, 'day');
		case 'last':
			return number(roster.lastDay, 'day');
		case 'r':
		case 'f':
		case 'm':
			// Score 0 means "not scored".
			return (_, who) => (roster[id][who] === 0 ? empty : { value: roster[id][who] as number, as: 'count' });
		case 'segment':
			return named(roster.segment, labels.segments, segmentIds);
		case 'stage':
			return named(roster.stage, labels.stages, stageIds);
		default:
			return null;
	}
}

function named(codes: Uint8Array, names: readonly string[], ids: readonly string[]): FileColumn['cell'] {
	const texts = names.length === 0 ? ids : names;
	return (_, who) => textCell(texts[codes[who] as number] ?? '');
}
