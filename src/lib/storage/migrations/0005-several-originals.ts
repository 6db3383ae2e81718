import { isLostError } from '../errors.ts';
import type { Migration } from './migration.ts';

/** A record of before: of the one file of a dataset. */
interface Before {
	readonly manifest?: { readonly fingerprint: string };
	readonly original?: object;
	readonly originals?: readonly object[];
}

/** Each of several files of a dataset may be kept beside it, named by its fingerprint. */
export const severalOriginals: Migration = {
	schema: 5,
	stores: {},
	upgrade: async (transaction) => {
		const datasets = transaction.table<Before, string>('datasets');
		// One by one: a record that cannot be read stays as it is, and keeps nobody from the others.
		for (const key of await datasets.toCollection().primaryKeys()) {
			const record = await datasets.get(key).catch((thrown: unknown) => {
				if (!isLostError(thrown)) throw thrown;
				return undefined;
			});
			if (record?.original === undefined) continue;
			const { original, ...rest } = record;
			const originals = [{ ...original, fingerprint: record.manifest?.fingerprint }];
			await datasets.put({ ...rest, originals });
		}
	}
};
