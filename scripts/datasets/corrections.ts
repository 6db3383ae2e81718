import type { EntityKind } from '../../src/lib/core/dataset/entities.ts';

/** Something that a person would change in the review of a file. */
export type Correction =
	/** Choose what the rows are. */
	| { readonly kind: 'read-as'; readonly entity: EntityKind; readonly why: string }
	/** Switch "each line is a basket" on. */
	| { readonly kind: 'baskets'; readonly why: string };

/** The files of the data folder that are not read as they should be by themselves, and what helps. */
export const corrections: Readonly<Record<string, readonly Correction[]>> = {
	'crm-sales/data_dictionary.csv': [
		{ kind: 'read-as', entity: 'other', why: 'it describes the columns of other files and holds no data' }
	],
	'groceries/incomeesl_baskets.csv': [
		{ kind: 'baskets', why: 'most lines have an item of each of 14 questions in one order, as a table has' }
	]
};

/** More corrections than these are a fault of the import. */
export const MOST_CORRECTIONS = 2;
