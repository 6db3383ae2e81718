import { CoreError } from '#lib/core/errors.ts';
import { Dexie, type DexieOptions, type Table } from 'dexie';
import { toStorageError } from './errors.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type {
	ChunkRecord,
	DatasetRecord,
	LogRecord,
	MetaRecord,
	SnapshotRecord,
	WorkspaceRecord
} from './records.ts';

export const databaseName = 'clientele';

/** How long another tab may take to let go of the database before this one gives up, in ms. */
const blockedPatienceMs = 5000;

/** Dexie multiplies its version by ten, so that a native version number is ten schemas' worth. */
const nativePerSchema = 10;

/** What Dexie would otherwise look for once, when it is loaded. */
const platform = (): Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> => ({ indexedDB, IDBKeyRange });

/** Deletes a database; asks the connections of other tabs to close. */
export function deleteDatabase(name: string): Promise<void> {
	return new Dexie(name, platform()).delete();
}

/** The database with its tables. Every transaction is strict: what was acknowledged survives a kill. */
export class ClienteleDatabase extends Dexie {
	declare readonly workspaces: Table<WorkspaceRecord, string>;
	declare readonly datasets: Table<DatasetRecord, string>;
	declare readonly chunks: Table<ChunkRecord, [string, string, number]>;
	declare readonly snapshots: Table<SnapshotRecord, string>;
	declare readonly log: Table<LogRecord, number>;
	declare readonly meta: Table<MetaRecord, string>;

	/** The schema that this code knows. */
	readonly schema: number;

	constructor(name: string, migrations: readonly Migration[]) {
		// Without autoOpen a connection that another tab's upgrade closed stays closed: see `openDatabase`.
		super(name, { ...platform(), chromeTransactionDurability: 'strict', autoOpen: false });
		this.schema = migrations.length;
		for (const migration of migrations) {
			this.version(migration.schema)
				.stores({ ...migration.stores })
				.upgrade(async (transaction) => {
					await migration.upgrade?.(transaction);
					await transaction.table<MetaRecord>('meta').put({ key: 'schema', value: migration.schema });
				});
		}
		this.on('populate', (transaction) => {
			void transaction.table<MetaRecord>('meta').put({ key: 'schema', value: this.schema });
		});
	}
}

/**
 * Opens the database, creating or upgrading it to the schema of `migrations`. A database of a newer schema is
 * left untouched: Dexie itself would open and write it, which would lose what newer code put there.
 *
 * Throws `storage-newer-schema`, `storage-unavailable` (no IndexedDB, or it does not open), `storage-busy`
 * (another tab holds an older version open), `storage-quota`.
 */
export async function openDatabase(
	name = databaseName,
	migrations: readonly Migration[] = allMigrations
): Promise<ClienteleDatabase> {
	if (typeof indexedDB === 'undefined') throw new CoreError('storage-unavailable');
	const database = new ClienteleDatabase(name, migrations);
	try {
		await openOrGiveUp(database);
		await refuseNewer(database);
	} catch (thrown) {
		database.close();
		throw toStorageError(thrown, 'storage-unavailable');
	}
	// Another tab wants to upgrade or erase: let go at once, so that it need not wait.
	database.on('versionchange', () => database.close());
	return database;
}

async function openOrGiveUp(database: ClienteleDatabase): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const blocked = new Promise<never>((_, reject) => {
		database.on('blocked', () => {
			timer = setTimeout(() => reject(new CoreError('storage-busy')), blockedPatienceMs);
		});
	});
	try {
		await Promise.race([database.open(), blocked]);
	} finally {
		clearTimeout(timer);
	}
}

/** Reads only. The number in `meta` is ours; the native version stands in for it where it is missing. */
async function refuseNewer(database: ClienteleDatabase): Promise<void> {
	const native = Math.floor(database.backendDB().version / nativePerSchema);
	const own = native > database.schema ? undefined : await database.meta.get('schema');
	const found = Math.max(native, typeof own?.value === 'number' ? own.value : 0);
	if (found > database.schema) {
		throw new CoreError('storage-newer-schema', { found, known: database.schema });
	}
}
