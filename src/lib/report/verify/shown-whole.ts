import type { Analysis } from '#lib/api/analysis-api.ts';
import type { DisclosedFindings } from '#lib/api/disclosed-findings.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { disclosedFindings } from '../disclose/disclosed-findings.ts';
import { snapshotInput } from '../snapshot/snapshot-input.ts';

/** The tables of a snapshot's report as they are when no group is hidden. */
export function shownWhole(
	snapshot: OpenSnapshot,
	{ locale }: DisclosedFindings,
	analyses: readonly Analysis[]
): DisclosedFindings {
	return disclosedFindings(snapshotInput(snapshot, locale, analyses));
}
