import { readFileSync } from 'node:fs';
import type { EntityKind } from '../../src/lib/core/dataset/entities.ts';
import type { ColumnFacts, Rows } from './facts.ts';
import type { ReadDataset } from './read-dataset.ts';

/** What a file is and holds, as declared by hand and reckoned by Python: `test/oracle/make/datasets.py`. */
export interface Expected {
	readonly entity: EntityKind;
	/** Role and type of each column by its header. */
	readonly means: Readonly<Record<string, string>>;
	readonly rows: Rows;
	readonly columns: Readonly<Record<string, ColumnFacts>>;
}

/** The expected figures by path in the data folder. */
export const expectedDatasets = (): Readonly<Record<string, Expected>> =>
	JSON.parse(readFileSync('test/oracle/golden/datasets.json', 'utf8')) as Readonly<Record<string, Expected>>;

/** Sums of fractions in another order differ in their last digits. */
const TOLERANCE = 1e-9;

/** Where the import and the expected figures differ, in words; empty when nowhere. */
export function differences(read: ReadDataset, expected: Expected): string[] {
	const found: string[] = [];
	const compare = (what: string, ours: unknown, theirs: unknown) => {
		const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
		if (a !== b) found.push(`${what}: ${a} instead of ${b}`);
	};
	compare('entity', read.entity, expected.entity);
	compare(
		'columns',
		Object.fromEntries(read.columns.map(({ header, means }) => [header, means])),
		expected.means
	);
	compare('rows', read.facts.rows, expected.rows);
	const names = new Set([...Object.keys(read.facts.columns), ...Object.keys(expected.columns)]);
	for (const name of names) {
		const [ours, theirs] = [read.facts.columns[name], expected.columns[name]];
		compare(name, rounded(ours, theirs), theirs);
	}
	return found;
}

/** Our facts with their sum where it is theirs within the tolerance. */
function rounded(ours: ColumnFacts | undefined, theirs: ColumnFacts | undefined): ColumnFacts | undefined {
	if (ours === undefined || theirs === undefined || !('sum' in ours) || !('sum' in theirs)) return ours;
	const isNear = Math.abs(ours.sum - theirs.sum) <= TOLERANCE * Math.abs(theirs.sum);
	return isNear ? { ...ours, sum: theirs.sum } : ours;
}
