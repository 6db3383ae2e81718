import type { Analysis } from '#lib/api/analysis-api.ts';
import type { OpenDataset } from '#lib/api/open-base.ts';
import type { ReportAgain, ReportRequest } from '#lib/api/report-request.ts';
import type { DisclosedFindings } from '#lib/api/disclosed-findings.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { WHOLE_METHOD, type AskedItem } from '#lib/core/dataset/report-layout.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { askedOf } from '../model/told-content.ts';
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
 * Where small groups are hidden there are sentences and tables in place of results: it has no pictures, and speaks the
 * language of the file.
 */
export function reportAgain(
	snapshot: OpenSnapshot,
	{ locale, also, interactive, nowMs, appVersion }: Omit<ReportAgain, 'snapshot'>
): ReportInput {
	const { title, preparedFor, notes, items, brand, definitions, beside, disclosed: told } = snapshot;
	const analyses = told === null ? snapshot.analyses : told.sections.map(askedOf);
	const bare = snapshotInput(snapshot, told?.locale ?? locale, analyses);
	return {
		...bare,
		...(told && { told }),
		request: {
			...{ ...bare.request, title, preparedFor, notes, interactive, nowMs, appVersion },
			also: told === null ? also : null,
			...(items && { items: told === null ? items : placed(items, told) }),
			...(brand && { brand })
		},
		definitions,
		...(beside && { beside })
	};
}

/** Up to schema 10 a file does not say of which piece a table is: then all of an analysis stands where the first piece did. */
function placed(items: readonly AskedItem[], { sections }: DisclosedFindings): readonly AskedItem[] {
	const seen = new Set<number>();
	return items.flatMap((item): AskedItem[] => {
		if (item.kind !== 'piece' || sections[item.section]?.n !== undefined) return [item];
		if (seen.has(item.section)) return [];
		seen.add(item.section);
		return [{ ...item, piece: WHOLE_METHOD }];
	});
}

function datasetOf({ dataset: manifest, facts }: OpenSnapshot): OpenDataset {
	const { customers, orders, firstDay, lastDay, attributes } = manifest;
	return {
		...{
			manifest,
			attributes,
			customers,
			firstDay,
			lastDay,
			eventTables: [],
			contractTables: [],
			reasonColumns: []
		},
		...{ orders: orders ?? NaN, revenue: NaN, ordersNettedAway: NaN },
		...facts,
		...{ eventTables: [], contractTables: [], reasonColumns: [], prospects: 0, merged: null, decided: 0 }
	};
}
