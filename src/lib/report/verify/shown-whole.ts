import type { Analysis } from '#lib/api/analysis-api.ts';
import type { DisclosedFindings } from '#lib/api/disclosed-findings.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { disclosedFindings } from '../disclose/disclosed-findings.ts';
import type { ReportInput } from '../types.ts';

/** A snapshot as reports are made from: what only the data would say stands empty, and nothing is hidden. */
export function snapshotInput(
	{ dataset, refunds, appVersion, createdAt }: OpenSnapshot,
	locale: DisclosedFindings['locale'],
	analyses: readonly Analysis[]
): ReportInput {
	return {
		request: {
			...{ title: '', preparedFor: '', notes: '', locale, sections: [], nowMs: createdAt, appVersion },
			hideBelow: null,
			sharing: null
		},
		dataset: {
			manifest: dataset,
			customers: dataset.customers,
			prospects: 0,
			orders: 0,
			revenue: 0,
			firstDay: dataset.firstDay,
			lastDay: dataset.lastDay,
			ordersNettedAway: 0,
			attributes: dataset.attributes,
			eventTables: [],
			reasonColumns: [],
			merged: null,
			decided: 0
		},
		analyses,
		definitions: Object.values(methods).map(({ definition }) => definition),
		refunds
	};
}

/** The tables of a snapshot's report as they are when no group is hidden. */
export function shownWhole(
	snapshot: OpenSnapshot,
	{ locale }: DisclosedFindings,
	analyses: readonly Analysis[]
): DisclosedFindings {
	return disclosedFindings(snapshotInput(snapshot, locale, analyses));
}
