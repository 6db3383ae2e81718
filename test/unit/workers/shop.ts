import 'fake-indexeddb/auto';
import { NO_CODE, dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { sortDictionary } from '#lib/core/columns/sort-dictionary.ts';
import { RowKind, type OrderTable } from '#lib/core/dataset/order-table.ts';
import { methodById, methods as registry } from '#lib/core/methods/registry.ts';
import type { AnyMethod } from '#lib/core/methods/types.ts';
import { connect, createWorkspace, saveDataset, type Connection } from '#lib/storage/index.ts';
import { manifest } from '../../storage/fixture.ts';

/** An order line: customer key, name, day, amount. Each is an order of its own. */
export interface Line {
	readonly key: string;
	readonly name?: string;
	readonly day: number;
	readonly amount: number;
	readonly kind?: RowKind;
	/** NaN: not known. Where no line says it, the table has no profits. */
	readonly profit?: number;
}

/** Lines as a table in ledger order. */
export function tableOf(lines: readonly Line[], hasNames = true): OrderTable {
	const builder = new DictionaryBuilder();
	for (const { key } of lines) builder.intern(key);
	const { dictionary, newCode } = sortDictionary(builder.build());
	const rows = lines
		.map((line) => ({ ...line, who: newCode[builder.intern(line.key)] ?? 0 }))
		.sort((a, b) => a.who - b.who || a.day - b.day);
	const names = new DictionaryBuilder();
	const codes = new Uint32Array(dictionary.size).fill(NO_CODE);
	for (const { who, name } of rows) if (name !== undefined) codes[who] = names.intern(name);
	return {
		rows: rows.length,
		customers: dictionary,
		customer: Uint32Array.from(rows, ({ who }) => who),
		names: hasNames ? { dictionary: names.size === 0 ? dictionaryOf([]) : names.build(), codes } : null,
		order: null,
		orders: null,
		day: Int32Array.from(rows, ({ day }) => day),
		instant: null,
		amount: Float64Array.from(rows, ({ amount }) => amount),
		quantity: null,
		profit: rows.some(({ profit }) => profit !== undefined)
			? Float64Array.from(rows, ({ profit }) => profit ?? NaN)
			: null,
		kind: Uint8Array.from(rows, ({ kind }) => kind ?? RowKind.SALE),
		attributes: [],
		scale: 2,
		currency: 'EUR'
	};
}

/** Seven customers: two of them prospects (a cancelled order alone), one first seen late. */
export const shopLines: readonly Line[] = [
	{ key: '9', name: 'Anna', day: 10, amount: 1000 },
	{ key: '9', name: 'Anna', day: 40, amount: 500 },
	{ key: '10', name: '王芳', day: 12, amount: 700 },
	{ key: '10', name: '王芳', day: 90, amount: 2100 },
	{ key: '10', name: '王芳', day: 99, amount: 5 },
	{ key: '=cmd', name: 'bob, "the" builder', day: 30, amount: 12345 },
	{ key: 'K7', day: 50, amount: 700 },
	{ key: 'k8', name: 'ANNABEL', day: 100, amount: 333 },
	{ key: 'p1', name: 'Paul', day: 20, amount: 100, kind: RowKind.CANCELLED },
	{ key: 'p2', day: 95, amount: 100, kind: RowKind.CANCELLED }
];

export const methods: readonly AnyMethod[] = Object.values(registry);
export const definitions = () => methods.map(({ definition }) => definition);
export const findMethod = methodById;

/** A connection to storage that holds `table` as the dataset `id` of workspace `w`. */
export async function storedShop(table: OrderTable, id = 'shop'): Promise<Connection> {
	const attributes = table.attributes.map(({ header }) => header);
	const connection = connect();
	await connection.use(async (database) => {
		if ((await database.workspaces.get('w')) === undefined) {
			await createWorkspace(database, { id: 'w', name: 'Client', kind: 'client', nowMs: 1 });
		}
		await saveDataset(database, {
			manifest: manifest(id, { attributes }),
			table,
			rejects: new Uint8Array(),
			job: id
		});
	});
	return connection;
}
