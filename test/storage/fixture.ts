import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { DBCore } from 'dexie';
import { NO_CODE, dictionaryOf } from '#lib/core/columns/dictionary.ts';
import type { ControlTotals } from '#lib/core/dataset/control-totals.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { openDatabase, type ClienteleDatabase } from '#lib/storage/database.ts';
import { saveDataset } from '#lib/storage/save-dataset.ts';
import type { SaveHooks } from '#lib/storage/write-columns.ts';
import { createWorkspace } from '#lib/storage/workspaces.ts';

/** A browser without any data. */
export function freshBrowser(): void {
	globalThis.indexedDB = new IDBFactory();
}

/** An open database that holds one workspace, `w`. */
export async function databaseWithWorkspace(): Promise<ClienteleDatabase> {
	const database = await openDatabase();
	await createWorkspace(database, { id: 'w', name: 'Client', kind: 'client', nowMs: 1 });
	return database;
}

const recipe: ImportRecipe = {
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [],
	statusRules: [],
	choices: {
		duplicates: 'keep',
		cancelled: 'exclude',
		cancelPrefix: '',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: null
};

const none = { rows: 0, amount: 0 };
const totals: ControlTotals = {
	source: none,
	kept: { sales: none, refunds: none },
	merged: none,
	setAside: { noCustomer: none, cancelled: none, zeroAmount: none, refundsUnmatched: none },
	rejected: none,
	rejectedBy: {},
	duplicatesSeen: 0,
	blankLines: 0
};

export function manifest(id: string, change: Partial<DatasetManifest> = {}): DatasetManifest {
	return {
		id,
		workspaceId: 'w',
		name: `Orders ${id}`,
		file: { name: 'orders.csv', size: 123 },
		fingerprint: 'f'.repeat(64),
		recipe,
		totals,
		customers: 3,
		orders: 4,
		firstDay: 1,
		lastDay: 9,
		scale: 2,
		currency: 'EUR',
		hasTimeOfDay: true,
		attributes: ['channel'],
		rejectsBytes: 5,
		importedAt: 1000,
		...change
	};
}

/** A table with every optional column, whose values are all different from row to row. */
export function fullTable(rows = 5): OrderTable {
	const codes = (size: number) => Uint32Array.from({ length: rows }, (_, row) => row % size);
	return {
		rows,
		customers: dictionaryOf(['1', '2', '王芳']),
		customer: codes(3).map((code, row) => (row === rows - 1 ? NO_CODE : code)),
		names: { dictionary: dictionaryOf(['Ann', '王芳']), codes: Uint32Array.of(0, NO_CODE, 1) },
		order: codes(4),
		orders: dictionaryOf(['a', 'b', 'c', 'd']),
		day: Int32Array.from({ length: rows }, (_, row) => row - 2),
		instant: Float64Array.from({ length: rows }, (_, row) => row * 1.5),
		amount: Float64Array.from({ length: rows }, (_, row) => row * 1001 - 7),
		quantity: Float64Array.from({ length: rows }, (_, row) => row + 0.25),
		profit: Float64Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? NaN : 5 - row)),
		kind: Uint8Array.from({ length: rows }, (_, row) => row % 6),
		attributes: [{ header: 'channel', dictionary: dictionaryOf(['web', '']), codes: codes(2) }],
		scale: 2,
		currency: 'EUR'
	};
}

/** A table with none of the optional columns. */
export function bareTable(): OrderTable {
	const { rows, customers, customer, day, amount, kind } = fullTable();
	return {
		rows,
		customers,
		customer,
		names: null,
		order: null,
		orders: null,
		day,
		instant: null,
		amount,
		quantity: null,
		profit: null,
		kind,
		attributes: [],
		scale: 0,
		currency: null
	};
}

export const rejects = new TextEncoder().encode('line,why');

export function save(
	database: ClienteleDatabase,
	id: string,
	hooks: SaveHooks = {},
	table: OrderTable = fullTable()
): Promise<DatasetManifest> {
	return saveDataset(database, { manifest: manifest(id), table, rejects, job: `job-${id}` }, hooks);
}

/** Makes the n-th writing request (from 0) of a database fail; counts how many there are. */
export function failWrites(
	database: ClienteleDatabase,
	error: () => Error,
	nth: number
): { readonly count: number } {
	const seen = { count: 0 };
	database.use({
		stack: 'dbcore',
		name: 'failing',
		create: (core: DBCore): DBCore => ({
			...core,
			table: (name) => {
				const table = core.table(name);
				return {
					...table,
					mutate: (request) => {
						if (seen.count++ === nth) return Promise.reject(error());
						return table.mutate(request);
					}
				};
			}
		})
	});
	return seen;
}

/** Makes one record of a table unreadable, as damaged bytes on disk do: its key stays, its value does not come. */
export function failReads(database: ClienteleDatabase, tableName: string, key: string): void {
	const lost = (): Error => new DOMException('the value could not be read', 'DataError');
	database.use({
		stack: 'dbcore',
		name: 'unreadable',
		create: (core: DBCore): DBCore => ({
			...core,
			table: (name) => {
				const table = core.table(name);
				if (name !== tableName) return table;
				return {
					...table,
					get: (request) => (request.key === key ? Promise.reject(lost()) : table.get(request)),
					query: (request) => (request.values === true ? Promise.reject(lost()) : table.query(request))
				};
			}
		})
	});
}

/** Everything that is stored, by table: how many records. */
export async function recordCounts(database: ClienteleDatabase): Promise<Record<string, number>> {
	const counts = await Promise.all(
		database.tables.map(async (table) => [table.name, await table.count()] as const)
	);
	return Object.fromEntries(counts);
}
