import type { Analysis, OpenDataset, ReportAgain, ReportRequest } from '#lib/api/analysis-api.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { CoreError } from '#lib/core/errors.ts';
import { methods } from '#lib/core/methods/registry.ts';
import type { ReportInput } from '../types.ts';

/** A snapshot as reports are made from: what only the data would say is not known, and nothing is hidden. */
export function snapshotInput(
	snapshot: OpenSnapshot,
	locale: ReportRequest['locale'],
	analyses: readonly Analysis[]
): ReportInput {
	const { refunds, appVersion, createdAt } = snapshot;
	return {
		request: {
			...{ title: '', preparedFor: '', notes: '', locale, sections: [], nowMs: createdAt, appVersion },
			hideBelow: null,
			sharing: null
		},
		dataset: datasetOf(snapshot),
		analyses,
		definitions: Object.values(methods).map(({ definition }) => definition),
		refunds
	};
}

/**
 * The report of a snapshot, to be made again: its results, items, own words and look, in the languages that are asked for.
 * In the languages that it had it is the same file as the data gave, but for the day and the program that it was made with.
 *
 * @throws CoreError `snapshot-without-results` where small groups are hidden: there is nothing to draw from.
 */
export function reportAgain(
	snapshot: OpenSnapshot,
	{ locale, also, interactive, nowMs, appVersion }: Omit<ReportAgain, 'snapshot'>
): ReportInput {
	if (snapshot.disclosed !== null) throw new CoreError('snapshot-without-results');
	const { title, preparedFor, notes, items, brand, definitions, beside, analyses } = snapshot;
	const bare = snapshotInput(snapshot, locale, analyses);
	return {
		...bare,
		request: {
			...{ ...bare.request, title, preparedFor, notes, also, interactive, nowMs, appVersion },
			...(items && { items }),
			...(brand && { brand })
		},
		definitions,
		...(beside && { beside })
	};
}

function datasetOf({ dataset: manifest, facts }: OpenSnapshot): OpenDataset {
	const { customers, orders, firstDay, lastDay, attributes } = manifest;
	return {
		...{ manifest, attributes, customers, firstDay, lastDay, eventTables: [], reasonColumns: [] },
		...{ orders: orders ?? NaN, revenue: NaN, ordersNettedAway: NaN },
		...facts,
		...{ prospects: 0, merged: null, decided: 0 }
	};
}
