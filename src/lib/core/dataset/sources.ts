import type { ChangedRule } from './append/types.ts';
import type { DatasetManifest, DatasetSource } from './manifest.ts';
import { partName } from './overlap.ts';
import type { ImportRecipe, TableRecipe } from './recipe.ts';
import type { TableManifest, TableSource } from './table-manifest.ts';

/** A file as far as results depend on it. */
export interface ProvenanceInput {
	/** SHA-256 of the file's bytes, as 64 hex digits. */
	readonly fingerprint: string;
	readonly recipe: ImportRecipe;
	readonly rule?: ChangedRule;
}

/**
 * The files that a dataset was made of, in the order in which they were added; one at least.
 *
 * @example
 * const [none, two] = [{ rows: 0, amount: 0 }, { rows: 2, amount: 5 }];
 * const totals = { source: two, merged: none, rejected: none };
 * sourcesOf({ file: { name: 'a.csv', size: 9 }, totals })[0].added // => 2
 * sourcesOf({ sources: ['first', 'second'] }) // => ['first', 'second']
 */
export function sourcesOf(manifest: DatasetManifest): readonly DatasetSource[] {
	if (manifest.sources !== undefined) return manifest.sources;
	const { file, fingerprint, recipe, totals, scale, importedAt } = manifest;
	const { source, merged, rejected } = totals;
	const added = source.rows - merged.rows - rejected.rows;
	return [{ file, fingerprint, recipe, totals, scale, importedAt, recognised: 0, added }];
}

/**
 * The files that a table of another entity was made of, in the order in which they were added; one at least.
 *
 * @example
 * const totals = { source: 5, merged: 1, rejected: 2 };
 * tableSourcesOf({ totals, rows: 2 })[0].comparison // => { recognised: 0, replaced: 0, added: 2 }
 */
export function tableSourcesOf(manifest: TableManifest): readonly TableSource[] {
	const { sources, file, fingerprint, recipe, importedAt, rows } = manifest;
	const comparison = { recognised: 0, replaced: 0, added: rows };
	return sources ?? [{ file, fingerprint, recipe, importedAt, comparison }];
}

/**
 * The files as results depend on them. As long as none had a rule, the order in which they were added makes no difference,
 * and they stand in order of their fingerprints, and parts of one file in that of their names; else as they were added.
 *
 * @example
 * provenanceInputs([{ fingerprint: 'b', recipe: null }, { fingerprint: 'a', recipe: null }]).map(({ fingerprint }) => fingerprint) // => ['a', 'b']
 */
export function provenanceInputs(
	sources: readonly Pick<DatasetSource, 'fingerprint' | 'recipe' | 'rule'>[]
): readonly ProvenanceInput[] {
	const inputs = sources.map(({ fingerprint, recipe, rule }) =>
		rule === undefined ? { fingerprint, recipe } : { fingerprint, recipe, rule }
	);
	if (inputs.some(({ rule }) => rule !== undefined)) return inputs;
	return inputs.sort(
		(a, b) =>
			compare(a.fingerprint, b.fingerprint) || compare(partName(a.recipe.source), partName(b.recipe.source))
	);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The rule that somebody chose when a file was added; undefined where no order was changed and nobody was asked. Of
 * manifests that do not say, `newer`, which stands where nobody is asked, counts as chosen if lines gave way.
 *
 * @example
 * const [none, some] = [{}, { superseded: { rows: 1, amount: 5 } }].map((setAside) => ({ totals: { setAside } }));
 * chosenRule({ rule: 'kept', chosen: true }, none) // => 'kept'
 * chosenRule({ rule: 'newer', chosen: false }, some) // => undefined
 * chosenRule({ rule: 'newer' }, none) // => undefined
 * chosenRule({ rule: 'newer' }, some) // => 'newer'
 * chosenRule({ rule: 'both' }, none) // => 'both'
 */
export function chosenRule(
	{ rule, chosen }: Pick<DatasetSource, 'rule' | 'chosen'>,
	{ totals }: DatasetManifest
): ChangedRule | undefined {
	return (chosen ?? (rule !== 'newer' || totals.setAside.superseded !== undefined)) ? rule : undefined;
}

/** A linked table that numbers depend on: its file, how it was read, and which of its stored columns names customers. */
export interface LinkedSource {
	/** Attributes are named by it. */
	readonly name: string;
	readonly file: { readonly name: string; readonly size: number };
	readonly fingerprint: string;
	readonly recipe: TableRecipe;
	readonly column: number;
	/** All files in the order in which they were added; absent where there is one. */
	readonly sources?: readonly Pick<TableSource, 'file' | 'fingerprint' | 'recipe'>[];
}

/** What numbers depend on beside the files of the orders and how they were read. */
export interface SourcesBeside {
	readonly linked: readonly LinkedSource[];
	/** Customers that are one, by their places among all customers of the orders; the first names them all. */
	readonly merged: readonly (readonly number[])[];
}
