import * as v from 'valibot';
import { changedRules } from '#lib/core/dataset/append/types.ts';
import { recipeSchema } from '#lib/core/dataset/recipe-schema.ts';
import { tableRecipeSchema } from '#lib/core/dataset/table-recipe-schema.ts';
import { issueCodes } from '#lib/core/dataset/row-issue.ts';
import { shownDay } from '#lib/core/result/frame-schema.ts';

export const finite = v.pipe(v.number(), v.finite());
export const whole = v.pipe(finite, v.integer());
export const count = v.pipe(whole, v.minValue(0));
/** A currency that can be shown; recipes have it in any case. */
export const currency = v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z]{3}$/)));
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const rowsAndAmount = v.strictObject({ rows: count, amount: whole });

const placedRows = {
	source: rowsAndAmount,
	kept: v.strictObject({ sales: rowsAndAmount, refunds: rowsAndAmount }),
	merged: rowsAndAmount,
	setAside: v.strictObject({
		noCustomer: rowsAndAmount,
		cancelled: rowsAndAmount,
		zeroAmount: rowsAndAmount,
		refundsUnmatched: rowsAndAmount,
		superseded: v.exactOptional(rowsAndAmount),
		undated: v.exactOptional(rowsAndAmount),
		filtered: v.exactOptional(rowsAndAmount)
	}),
	rejected: rowsAndAmount
};

const totals = v.strictObject({
	...placedRows,
	profit: v.exactOptional(v.strictObject(placedRows)),
	rejectedBy: v.strictObject(v.entriesFromList(issueCodes, v.exactOptional(count))),
	remarks: v.exactOptional(v.strictObject(v.entriesFromList(issueCodes, v.exactOptional(count)))),
	duplicatesSeen: count,
	blankLines: count,
	steps: v.exactOptional(
		v.array(
			v.strictObject({
				step: v.string(),
				fate: v.picklist(['merged', 'filtered']),
				rows: count,
				amount: whole
			})
		)
	)
});

export const file = v.strictObject({ name: v.string(), size: count });
const scale = v.pipe(count, v.maxValue(15));

/** One of the files that a dataset was made of. */
const source = v.strictObject({
	file,
	fingerprint: hash,
	recipe: recipeSchema,
	totals,
	scale,
	importedAt: finite,
	recognised: count,
	added: count,
	rule: v.exactOptional(v.picklist(changedRules)),
	chosen: v.exactOptional(v.boolean())
});

/** What is known of the dataset behind a snapshot: names, counts, choices; never a row of it. */
export const manifestSchema = v.strictObject({
	id: v.string(),
	workspaceId: v.string(),
	name: v.string(),
	file,
	fingerprint: hash,
	recipe: recipeSchema,
	totals,
	sources: v.exactOptional(v.array(source)),
	customers: count,
	orders: v.nullable(count),
	firstDay: shownDay,
	lastDay: shownDay,
	scale,
	currency,
	hasTimeOfDay: v.boolean(),
	attributes: v.array(v.string()),
	rejectsBytes: count,
	importedAt: finite,
	changedAt: v.exactOptional(finite)
});

/** Linked tables and merged customers: names, hashes, choices and places; never a row. */
export const besideSchema = v.strictObject({
	linked: v.array(
		v.strictObject({
			name: v.string(),
			file,
			fingerprint: hash,
			recipe: tableRecipeSchema,
			column: count,
			sources: v.exactOptional(
				v.pipe(
					v.array(v.strictObject({ file, fingerprint: hash, recipe: tableRecipeSchema })),
					v.minLength(2)
				)
			)
		})
	),
	merged: v.array(v.pipe(v.array(count), v.minLength(2)))
});
