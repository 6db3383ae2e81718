import * as v from 'valibot';
import { entityRoles, tableEntities, valueTypes } from '#lib/core/dataset/entities.ts';
import { issueCodes } from '#lib/core/dataset/row-issue.ts';
import { tableRecipeSchema } from '#lib/core/dataset/table-recipe-schema.ts';
import { count, currency, file, finite, hash, whole } from '../snapshot/manifest-schema.ts';

const byIssue = v.strictObject(v.entriesFromList(issueCodes, v.exactOptional(count)));

const totals = v.strictObject({
	source: count,
	kept: count,
	merged: count,
	filtered: v.exactOptional(count),
	replaced: v.exactOptional(count),
	rejected: count,
	rejectedBy: byIssue,
	remarks: byIssue,
	duplicatesSeen: count,
	blankLines: count,
	money: v.array(
		v.strictObject({
			header: v.string(),
			scale: v.pipe(count, v.maxValue(15)),
			source: whole,
			kept: whole,
			merged: whole,
			filtered: v.exactOptional(whole),
			replaced: v.exactOptional(whole),
			rejected: whole
		})
	),
	steps: v.exactOptional(
		v.array(v.strictObject({ step: v.string(), fate: v.picklist(['merged', 'filtered']), rows: count }))
	)
});

/** What is known of a table of another entity: names, counts, choices; never a row of it. */
export const tableManifestSchema = v.strictObject({
	entity: v.picklist(tableEntities),
	name: v.string(),
	file,
	fingerprint: hash,
	recipe: tableRecipeSchema,
	totals,
	sources: v.exactOptional(
		v.array(
			v.strictObject({
				file,
				fingerprint: hash,
				recipe: tableRecipeSchema,
				importedAt: finite,
				comparison: v.strictObject({ recognised: count, replaced: count, added: count })
			})
		)
	),
	rows: count,
	columns: v.array(
		v.strictObject({
			header: v.string(),
			role: v.picklist(entityRoles),
			type: v.picklist(valueTypes),
			filled: count,
			distinct: v.nullable(count)
		})
	),
	currency,
	rejectsBytes: count,
	importedAt: finite,
	changedAt: v.exactOptional(finite)
});
