import { NO_CODE } from '../../columns/dictionary.ts';
import { entitySpecs } from '../entity-specs.ts';
import type { EntityTable } from '../entity-table.ts';
import { contentCodes } from './content-codes.ts';
import type { Pause, TableComparison } from './types.ts';
import { unifiedColumns, type UnifiedColumn } from './unified-columns.ts';

/** Money of a column of the table made of two, in its smallest units, by what became of its rows. */
export interface AppendedMoney {
	/** Places of the column in the two tables. */
	readonly places: UnifiedColumn['places'];
	readonly recognised: number;
	readonly replaced: number;
}

/** Two tables of one entity as one. */
export interface AppendedTable {
	readonly table: EntityTable;
	readonly comparison: TableComparison;
	/** Of each column of money of the table, in order. */
	readonly money: readonly AppendedMoney[];
}

/**
 * Adds the rows of a table to another of the same entity. Rows are the same when all columns that both have are; they match
 * one to one, so that two equal rows of one file stay two. A row that is not there, but whose key is, takes the place of the
 * row of that key: it is newer. Entities without a key, and tables in which it has no column, go by content alone. What only
 * one of two matched rows has a column for is kept from that one. Nothing given is changed. Linear in the cells.
 *
 * @throws CoreError those of `unifiedColumns`; whatever `pause` throws.
 */
export async function appendEntityTables(
	there: EntityTable,
	added: EntityTable,
	pause: Pause
): Promise<AppendedTable> {
	const columns = unifiedColumns(there, added);
	await pause();
	const split = there.rows;
	const rows = split + added.rows;
	const shared = columns.filter(({ places: [one, other] }) => one !== null && other !== null);
	const twin = twinsByContent(shared, split, rows);
	await pause();
	const key = keyOf(shared, there);
	const heir = key === null ? new Uint32Array(rows).fill(NO_CODE) : heirsByKey(key, twin, split);
	const money = moneyOf(columns, there, added, { twin, heir, split });
	// Of a row that is there and one that is not in its stead, each keeps what the other has no column for.
	for (const column of columns) {
		const [one, other] = column.places;
		for (let row = split; row < rows; row++) {
			if (one === null && twin[row] !== NO_CODE) column.copy(row, twin[row] as number);
			if (other === null && heir[row] !== NO_CODE) column.copy(heir[row] as number, row);
		}
	}
	await pause();
	const order = rowsInOrder(twin, heir, split);
	const picked = [];
	for (const column of columns) {
		picked.push(column.pick(order));
		await pause();
	}
	const recognised = countOf(twin);
	const replaced = countOf(heir);
	return {
		table: {
			entity: there.entity,
			rows: order.length,
			columns: picked,
			currency: there.currency ?? added.currency
		},
		comparison: { recognised, replaced, added: added.rows - recognised - replaced },
		money
	};
}

/** Per row of the second table the row of the first that it is; NO_CODE elsewhere. */
function twinsByContent(shared: readonly UnifiedColumn[], split: number, rows: number): Uint32Array {
	const twin = new Uint32Array(rows).fill(NO_CODE);
	if (shared.length === 0) return twin;
	const { codes, distinct } = contentCodes(
		shared.map(({ compared }) => compared),
		rows
	);
	const open = new Open(codes, distinct, split);
	for (let row = split; row < rows; row++) twin[row] = open.take(codes[row] as number);
	return twin;
}

/** Rows of the first table by a code, each handed out once, in order. */
class Open {
	readonly #head: Uint32Array;
	readonly #after: Uint32Array;

	constructor(
		codes: Uint32Array,
		size: number,
		split: number,
		isOpen: (row: number) => boolean = () => true
	) {
		this.#head = new Uint32Array(size).fill(NO_CODE);
		this.#after = new Uint32Array(split).fill(NO_CODE);
		for (let row = split - 1; row >= 0; row--) {
			const code = codes[row] as number;
			if (code === NO_CODE || !isOpen(row)) continue;
			this.#after[row] = this.#head[code] as number;
			this.#head[code] = row;
		}
	}

	take(code: number): number {
		const row = code === NO_CODE ? NO_CODE : (this.#head[code] as number);
		if (row !== NO_CODE) this.#head[code] = this.#after[row] as number;
		return row;
	}
}

/** The codes of the column that names rows, where both tables have it. */
function keyOf(shared: readonly UnifiedColumn[], { entity, columns }: EntityTable): Uint32Array | null {
	const { key } = entitySpecs[entity];
	const found = shared.find(({ places: [one] }) => one !== null && columns[one]?.role === key);
	return key !== null && found?.compared instanceof Uint32Array ? found.compared : null;
}

/** Per row of the second table the row of the first whose place it takes; NO_CODE elsewhere. */
function heirsByKey(key: Uint32Array, twin: Uint32Array, split: number): Uint32Array {
	const taken = new Uint8Array(split);
	for (const row of twin) if (row !== NO_CODE) taken[row] = 1;
	let size = 0;
	for (const code of key) if (code !== NO_CODE && code >= size) size = code + 1;
	const open = new Open(key, size, split, (row) => taken[row] === 0);
	return twin.map((same, row) => (row < split || same !== NO_CODE ? NO_CODE : open.take(key[row] as number)));
}

/** The rows of the first table with those that were replaced in their places, then what is new. */
function rowsInOrder(twin: Uint32Array, heir: Uint32Array, split: number): Uint32Array {
	const order = Uint32Array.from({ length: twin.length }, (_, row) => row);
	let size = split;
	for (let row = split; row < twin.length; row++) {
		const place = heir[row] as number;
		if (place !== NO_CODE) order[place] = row;
		else if (twin[row] === NO_CODE) order[size++] = row;
	}
	return order.slice(0, size);
}

const countOf = (codes: Uint32Array): number =>
	codes.reduce((sum, code) => sum + (code === NO_CODE ? 0 : 1), 0);

/** What a column that only one table has holds is not lost with a row, and no money of it is either. */
function moneyOf(
	columns: readonly UnifiedColumn[],
	there: EntityTable,
	added: EntityTable,
	{ twin, heir, split }: { readonly twin: Uint32Array; readonly heir: Uint32Array; readonly split: number }
): AppendedMoney[] {
	return columns.flatMap(({ places, compared }) => {
		const [one, other] = places;
		const known = one === null ? added.columns[other ?? -1] : there.columns[one];
		if (known?.type !== 'money') return [];
		let [recognised, replaced] = [0, 0];
		if (one !== null && other !== null) {
			for (let row = split; row < twin.length; row++) {
				if (twin[row] !== NO_CODE) recognised += unitsAt(compared, row);
				if (heir[row] !== NO_CODE) replaced += unitsAt(compared, heir[row] as number);
			}
		}
		return [{ places, recognised, replaced }];
	});
}

function unitsAt(values: UnifiedColumn['compared'], row: number): number {
	const units = values[row] as number;
	return Number.isNaN(units) ? 0 : units;
}
