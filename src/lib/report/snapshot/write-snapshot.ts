import type { OpenDataset } from '#lib/api/open-base.ts';
import type { SourcesBeside } from '#lib/core/dataset/sources.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { resultToJson } from '#lib/core/result/json.ts';
import { disclosedFindings } from '../disclose/disclosed-findings.ts';
import { buildReportModel, titleOf } from '../model/build-model.ts';
import { plainItems, toldItems } from '../model/chapters.ts';
import { voiceFor } from '../model/voice.ts';
import { overallProvenance } from '../provenance.ts';
import { sha256Hex } from '../sha256.ts';
import type { ReportInput } from '../types.ts';
import { sendable } from './personal-steps.ts';
import { derivedSchemas, DISCLOSED_SCHEMA, KEPT_SCHEMA, SNAPSHOT_FORMAT, SNAPSHOT_SCHEMA } from './schema.ts';
import { standingsToJson } from './standings-json.ts';

const nothing: SourcesBeside = { linked: [], merged: [] };

/**
 * The findings as one JSON file that opens in the app without the data: results, parameters, recipe, definitions,
 * control totals and provenance, sealed by a SHA-256 over the canonical JSON of its body. It holds no row of the
 * data and, unless the input says where customers stand, nothing about single customers. Where small groups are hidden it holds sentences and tables in place of
 * results. See docs/snapshot-format.md.
 *
 * @throws CoreError `internal` when a result holds an infinite number.
 */
export function writeSnapshot(input: ReportInput): string {
	const { request, dataset, analyses, definitions, refunds, standings, beside = nothing } = input;
	const used = new Set(analyses.map(({ result }) => result.method));
	const about = {
		title: titleOf(input, voiceFor(request.locale, dataset.manifest)),
		preparedFor: request.preparedFor,
		notes: request.notes,
		createdAt: request.nowMs,
		appVersion: request.appVersion,
		refunds,
		...sendable(dataset.manifest, beside, request.sharing),
		definitions: definitions.filter(({ id }) => used.has(id)),
		provenance: overallProvenance(analyses),
		...(request.brand && { brand: request.brand }),
		page: {
			locale: request.locale,
			also: request.also ?? null,
			interactive: request.interactive ?? false
		},
		...factsOf(dataset),
		...derivation(input)
	};
	const schemaOf = (plain: keyof typeof derivedSchemas) =>
		input.derived === undefined && input.coded === undefined ? plain : derivedSchemas[plain];
	const items = request.items ?? plainItems(analyses.length);
	if (request.hideBelow !== null) {
		const model = buildReportModel(input);
		const told = { items: toldItems(items, model.sections), disclosed: disclosedFindings(input, model) };
		return sealed(schemaOf(DISCLOSED_SCHEMA), { ...about, ...told });
	}
	const results = analyses.map(({ result, provenance }) => ({ result: resultToJson(result), provenance }));
	return standings === undefined
		? sealed(schemaOf(SNAPSHOT_SCHEMA), { ...about, items, analyses: results })
		: sealed(schemaOf(KEPT_SCHEMA), {
				...about,
				items,
				analyses: results,
				standings: standingsToJson(standings)
			});
}

/** Recipes that came without their steps do not have them here either. */
function derivation({ derived, coded }: ReportInput) {
	const order = coded && { coded };
	if (derived === undefined) return { ...order };
	const { stepsWithheld, ...derivedFrom } = derived;
	return { ...order, derivedFrom, ...(stepsWithheld && { stepsWithheld }) };
}

/** Of a snapshot of before they were told, they are not known. */
function factsOf({ customers, orders, revenue, firstDay, lastDay, ordersNettedAway }: OpenDataset) {
	const facts = { customers, orders, revenue, firstDay, lastDay, ordersNettedAway };
	return Object.values(facts).every(Number.isFinite) ? { facts } : {};
}

/** The body is written as it was hashed, after a head that says what the file is. */
function sealed(schema: number, body: unknown): string {
	const text = canonicalJson(body);
	const head = canonicalJson({ checksum: sha256Hex(text), format: SNAPSHOT_FORMAT, schema });
	return `${head.slice(0, -1)},"body":${text}}\n`;
}
