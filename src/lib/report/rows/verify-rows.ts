import type { Analysis } from '#lib/api/analysis-api.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import type { RowsVerification } from '#lib/core/dataset/workspace.ts';
import { overallProvenance } from '../provenance.ts';
import { compareResults } from '../verify/compare-results.ts';
import { Tally } from '../verify/tally.ts';
import type { BetweenAnalyses } from '../verify/verify-snapshot.ts';
import { reckonRows, type RowsToReckon } from './reckon-rows.ts';

/** Differences listed of a workspace; the rest is counted. */
const listed = 20;

/**
 * Computes what a snapshot says again from the rows that came with it, and says which numbers are others. Analyses that ask for a
 * column which was left out of the rows are counted: they can't be computed by anyone who has the file alone.
 *
 * @throws whatever `between`, called before each analysis, throws.
 */
export async function verifyRows(
	{ analyses, dataset, provenance }: Pick<OpenSnapshot, 'analyses' | 'dataset' | 'provenance'>,
	rows: Omit<RowsToReckon, 'attributesBefore'>,
	between: BetweenAnalyses
): Promise<RowsVerification> {
	let done = 0;
	const pause = () => between(done, analyses.length);
	const again = await reckonRows({ ...rows, attributesBefore: dataset.attributes }, pause);
	const tally = new Tally();
	const hashes: Pick<Analysis, 'provenance'>[] = [];
	let without = 0;
	for (const saved of analyses) {
		const found = await again(saved.result);
		if (found === null) without++;
		else compareResults(saved.result, found.result, tally);
		hashes.push(found ?? saved);
		done++;
	}
	const { compared, differing, differences } = tally;
	return {
		...{ compared, differing, without, differences: differences.slice(0, listed) },
		provenance: { saved: provenance, found: overallProvenance(hashes) }
	};
}
