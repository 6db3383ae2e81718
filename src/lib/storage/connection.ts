import { eraseDatabase } from './erase.ts';
import { databaseName, openDatabase, type ClienteleDatabase } from './database.ts';
import { toStorageError } from './errors.ts';

/** One thread's way to the database: opened at first use, and again after another tab had it closed. */
export interface Connection {
	/** Runs `task` on the open database; whatever fails is thrown as a coded error. */
	use<T>(task: (database: ClienteleDatabase) => Promise<T>): Promise<T>;
	/** Deletes everything; the next `use` starts with an empty database. */
	erase(): Promise<void>;
	close(): void;
}

/** A connection to the database of that name. Nothing is opened yet. */
export function connect(name = databaseName): Connection {
	let opening: Promise<ClienteleDatabase> | undefined;
	let current: ClienteleDatabase | undefined;

	async function open(): Promise<ClienteleDatabase> {
		if (current?.isOpen() === true) return current;
		// A failed or closed one is forgotten, so that the next use tries again.
		opening ??= openDatabase(name).finally(() => (opening = undefined));
		current = await opening;
		return current;
	}
	function close(): void {
		current?.close();
		current = undefined;
	}
	return {
		async use(task) {
			const database = await open();
			try {
				return await task(database);
			} catch (thrown) {
				throw toStorageError(thrown);
			}
		},
		async erase() {
			close();
			await eraseDatabase(name);
		},
		close
	};
}
