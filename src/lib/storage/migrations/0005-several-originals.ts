import type { Migration } from './migration.ts';

/** A record of before: of the one file of a dataset. */
interface Before {
	readonly manifest?: { readonly fingerprint: string };
	original?: object;
	originals?: readonly object[];
}

/** Each of several files of a dataset may be kept beside it, named by its fingerprint. */
export const severalOriginals: Migration = {
	schema: 5,
	stores: {},
	upgrade: async (transaction) => {
		await transaction
			.table<Before>('datasets')
			.filter(({ original }) => original !== undefined)
			.modify((record) => {
				record.originals = [{ ...record.original, fingerprint: record.manifest?.fingerprint }];
				delete record.original;
			});
	}
};
