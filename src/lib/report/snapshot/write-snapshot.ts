import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { resultToJson } from '#lib/core/result/json.ts';
import { overallProvenance } from '../provenance.ts';
import { sha256Hex } from '../sha256.ts';
import type { ReportInput } from '../types.ts';
import { SNAPSHOT_FORMAT, SNAPSHOT_SCHEMA } from './schema.ts';

/**
 * The findings as one JSON file that opens in the app without the data: results, parameters, recipe, definitions,
 * control totals and provenance, sealed by a SHA-256 over the canonical JSON of its body. It holds no row of the
 * data and nothing about single customers. See docs/snapshot-format.md.
 *
 * @throws CoreError `internal` when a result holds an infinite number.
 */
export function writeSnapshot({ request, dataset, analyses, definitions, refunds }: ReportInput): string {
	const used = new Set(analyses.map(({ result }) => result.method));
	const body = {
		title: request.title,
		preparedFor: request.preparedFor,
		notes: request.notes,
		createdAt: request.nowMs,
		appVersion: request.appVersion,
		refunds,
		dataset: withoutSteps(dataset.manifest),
		definitions: definitions.filter(({ id }) => used.has(id)),
		analyses: analyses.map(({ result, provenance }) => ({ result: resultToJson(result), provenance })),
		provenance: overallProvenance(analyses)
	};
	const sealed = canonicalJson(body);
	const head = canonicalJson({
		checksum: sha256Hex(sealed),
		format: SNAPSHOT_FORMAT,
		schema: SNAPSHOT_SCHEMA
	});
	// The body is written as it was hashed, after a head that says what the file is.
	return `${head.slice(0, -1)},"body":${sealed}}\n`;
}

/** Cleaning steps may hold values of the data, such as names that were mapped: they stay with the dataset. */
function withoutSteps(manifest: DatasetManifest): DatasetManifest {
	const { sources } = manifest;
	return {
		...manifest,
		recipe: bare(manifest.recipe),
		...(sources && { sources: sources.map((source) => ({ ...source, recipe: bare(source.recipe) })) })
	};
}

function bare({ steps: _, ...recipe }: ImportRecipe): ImportRecipe {
	return recipe;
}
