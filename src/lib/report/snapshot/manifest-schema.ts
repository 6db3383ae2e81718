import * as v from 'valibot';
import { changedRules } from '#lib/core/dataset/append/types.ts';
import { columnKinds, columnRoles, gridContainers } from '#lib/core/dataset/recipe.ts';
import { issueCodes } from '#lib/core/dataset/row-issue.ts';

export const finite = v.pipe(v.number(), v.finite());
export const whole = v.pipe(finite, v.integer());
export const count = v.pipe(whole, v.minValue(0));
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const rowsAndAmount = v.strictObject({ rows: count, amount: whole });

const layout = { header: v.boolean(), skipRows: count, member: v.exactOptional(v.string()) };

const recipe = v.strictObject({
	version: v.literal(1),
	source: v.variant('kind', [
		v.strictObject({
			kind: v.exactOptional(v.literal('text')),
			encoding: v.picklist(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252']),
			delimiter: v.string(),
			quote: v.picklist(['"', "'", '']),
			escape: v.exactOptional(v.literal('\\')),
			headerRows: v.exactOptional(v.picklist([2, 3])),
			endLine: v.exactOptional(count),
			baskets: v.exactOptional(v.literal(true)),
			...layout
		}),
		v.strictObject({
			kind: v.literal('grid'),
			container: v.picklist(gridContainers),
			sheet: v.nullable(v.string()),
			...layout
		})
	]),
	columns: v.array(
		v.strictObject({
			index: count,
			header: v.string(),
			role: v.picklist(columnRoles),
			kind: v.exactOptional(v.picklist(columnKinds)),
			made: v.exactOptional(v.string()),
			dateOrder: v.exactOptional(
				v.picklist(['ymd', 'dmy', 'mdy', 'compact-ymd', 'serial-1900', 'serial-1904'])
			),
			numberStyle: v.exactOptional(
				v.strictObject({
					decimal: v.picklist(['.', ',']),
					group: v.picklist(['', ',', '.', ' ', "'"])
				})
			)
		})
	),
	statusRules: v.array(v.strictObject({ value: v.string(), treatment: v.picklist(['valid', 'cancelled']) })),
	choices: v.strictObject({
		duplicates: v.picklist(['keep', 'drop']),
		cancelled: v.picklist(['exclude', 'keep']),
		cancelPrefix: v.string(),
		zeroAmount: v.picklist(['exclude', 'keep']),
		noCustomer: v.picklist(['set-aside', 'walk-in'])
	}),
	currency: v.nullable(v.string()),
	zone: v.exactOptional(v.string())
});

const totals = v.strictObject({
	source: rowsAndAmount,
	kept: v.strictObject({ sales: rowsAndAmount, refunds: rowsAndAmount }),
	merged: rowsAndAmount,
	setAside: v.strictObject({
		noCustomer: rowsAndAmount,
		cancelled: rowsAndAmount,
		zeroAmount: rowsAndAmount,
		refundsUnmatched: rowsAndAmount,
		superseded: v.exactOptional(rowsAndAmount),
		filtered: v.exactOptional(rowsAndAmount)
	}),
	rejected: rowsAndAmount,
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

const file = v.strictObject({ name: v.string(), size: count });
const scale = v.pipe(count, v.maxValue(15));

/** One of the files that a dataset was made of. */
const source = v.strictObject({
	file,
	fingerprint: hash,
	recipe,
	totals,
	scale,
	importedAt: finite,
	recognised: count,
	added: count,
	rule: v.exactOptional(v.picklist(changedRules))
});

/** What is known of the dataset behind a snapshot: names, counts, choices; never a row of it. */
export const manifestSchema = v.strictObject({
	id: v.string(),
	workspaceId: v.string(),
	name: v.string(),
	file,
	fingerprint: hash,
	recipe,
	totals,
	sources: v.exactOptional(v.array(source)),
	customers: count,
	orders: v.nullable(count),
	firstDay: whole,
	lastDay: whole,
	scale,
	currency: v.nullable(v.string()),
	hasTimeOfDay: v.boolean(),
	attributes: v.array(v.string()),
	rejectsBytes: count,
	importedAt: finite,
	changedAt: v.exactOptional(finite)
});
