import type { Analysis } from '#lib/api/analysis-api.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import type { Verification } from '#lib/api/verification.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { provenanceInputs, sourcesOf } from '#lib/core/dataset/sources.ts';
import { CoreError } from '#lib/core/errors.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { recompute } from '#lib/core/methods/recompute.ts';
import { overallProvenance } from '../provenance.ts';
import { compareFindings } from './compare-findings.ts';
import { compareResults } from './compare-results.ts';
import { Tally } from './tally.ts';

/** The original file, read by the snapshot's own recipe. */
export interface ReadAgain {
	readonly table: OrderTable;
	readonly fingerprint: string;
}

/** Called before each analysis: lets others have their turn, and throws where the work is not wanted any more. */
export type BetweenAnalyses = (done: number, total: number) => Promise<void>;

/**
 * Computes everything that a snapshot says again from its file, with its own recipe, parameters and frames, and says what
 * is another number: method, table, row and column, and both values. The snapshot's hash is compared as well: equal, it
 * names the same file, recipe, versions and parameters.
 *
 * @throws CoreError `verify-several-files` where the dataset was made of more than one; what `recompute` throws.
 */
export async function verifySnapshot(
	snapshot: OpenSnapshot,
	{ table, fingerprint }: ReadAgain,
	between: BetweenAnalyses
): Promise<Verification> {
	const sources = sourcesOf(snapshot.dataset);
	const [source] = sources;
	if (source === undefined || sources.length > 1) {
		throw new CoreError('verify-several-files', { n: sources.length });
	}
	const from = {
		table,
		full: buildLedger(table, snapshot.refunds),
		inputs: provenanceInputs([{ ...source, fingerprint }])
	};
	const asked = snapshot.disclosed?.sections ?? snapshot.analyses.map(({ result }) => result);
	const found: Analysis[] = [];
	for (const [i, question] of asked.entries()) {
		await between(i, asked.length);
		found.push(await recompute(from, question, (bytes) => crypto.subtle.digest('SHA-256', bytes)));
	}
	const tally = new Tally();
	if (snapshot.disclosed === null) {
		for (const [i, { result }] of snapshot.analyses.entries()) {
			compareResults(result, (found[i] as Analysis).result, tally);
		}
	} else {
		// The words of reports are large, and only such snapshots have them.
		const { shownWhole } = await import('./shown-whole.ts');
		const whole = shownWhole(snapshot, snapshot.disclosed, found);
		for (const [i, section] of snapshot.disclosed.sections.entries()) {
			compareFindings(section, whole.sections[i] ?? section, tally);
		}
	}
	const { compared, hidden, differing, differences } = tally;
	return {
		...{ compared, hidden, differing, differences },
		sameFile: fingerprint === source.fingerprint,
		otherVersions: asked.flatMap(({ method, version }, i) =>
			found[i]?.result.version === version ? [] : [method]
		),
		provenance: { saved: snapshot.provenance, found: overallProvenance(found) }
	};
}
