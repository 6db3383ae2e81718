import * as v from 'valibot';
import { entityRoles, linkRoles, tableEntities, valueTypes } from '#lib/core/dataset/entities.ts';
import { lossCauses } from '#lib/core/dataset/loss-reasons.ts';
import { headingWords, reportTemplates } from '#lib/core/dataset/report-layout.ts';
import { columnNatures, sharingPolicies } from '#lib/core/dataset/sharing.ts';
import { shownDay } from '#lib/core/result/frame-schema.ts';
import { besideSchema, count, currency, finite, hash, whole } from '../snapshot/manifest-schema.ts';
import { brand, remarks } from '../snapshot/schema.ts';
import { tableManifestSchema } from './table-manifest-schema.ts';

export const ROWS_FORMAT = 'clientele-rows';
export const ROWS_SCHEMA = 1;

/** Of all years that are shown. */
const MOST_MONTHS = 120_000;
const scale = v.pipe(count, v.maxValue(15));
const column = v.strictObject({
	name: v.pipe(v.string(), v.regex(/^[a-z]+(?:\.[a-z0-9]+){0,2}$/)),
	type: v.picklist(['u8', 'u32', 'i32', 'f64']),
	length: count,
	chunks: v.array(v.strictObject({ bytes: v.pipe(count, v.minValue(1)), sha256: hash }))
});
export type StoredColumnEntry = v.InferOutput<typeof column>;

const orders = v.strictObject({
	shape: v.strictObject({
		rows: count,
		scale,
		currency,
		attributes: v.array(v.string())
	}),
	columns: v.array(column)
});

const table = v.strictObject({
	manifest: tableManifestSchema,
	shape: v.strictObject({
		entity: v.picklist(tableEntities),
		rows: count,
		currency,
		columns: v.array(
			v.strictObject({
				header: v.string(),
				role: v.picklist(entityRoles),
				type: v.picklist(valueTypes),
				scale: v.exactOptional(scale)
			})
		)
	}),
	columns: v.array(column)
});

/** The orders, as an end of a link. */
export const ORDERS = -1;
const end = v.pipe(whole, v.minValue(ORDERS));
const link = v.strictObject({
	from: end,
	to: end,
	role: v.picklist(linkRoles),
	fromColumn: end,
	toColumn: end,
	rates: v.strictObject({
		fromValues: count,
		fromMatched: count,
		toValues: count,
		toMatched: count,
		fromRows: count,
		fromRowsMatched: count,
		byZeros: count
	})
});

const layoutItem = v.variant('kind', [
	v.strictObject({
		id: v.string(),
		kind: v.literal('heading'),
		text: v.string(),
		word: v.nullable(v.picklist(headingWords))
	}),
	v.strictObject({ id: v.string(), kind: v.literal('text'), text: v.string() }),
	v.strictObject({ id: v.string(), kind: v.literal('summary') }),
	v.strictObject({
		id: v.string(),
		kind: v.literal('piece'),
		method: v.string(),
		piece: v.string(),
		caption: v.string(),
		remarks,
		view: v.nullable(
			v.strictObject({
				params: v.record(v.string(), v.unknown()),
				asOf: v.nullable(shownDay),
				window: v.variant('kind', [
					v.strictObject({ kind: v.literal('all') }),
					v.strictObject({ kind: v.literal('months'), months: v.pipe(count, v.maxValue(MOST_MONTHS)) }),
					v.strictObject({ kind: v.literal('from'), day: shownDay })
				])
			})
		)
	})
]);

/** Settings of a workspace on which numbers and its report depend; what new imports would do is none of them. */
const settings = v.strictObject({
	weekStart: v.pipe(whole, v.minValue(1), v.maxValue(7)),
	yearStart: v.exactOptional(v.pipe(whole, v.minValue(2), v.maxValue(12))),
	refunds: v.picklist(['net', 'gross']),
	currency: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
	zone: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
	tiers: v.exactOptional(v.strictObject({ a: finite, b: finite })),
	lossReasons: v.exactOptional(
		v.strictObject({
			table: v.nullable(v.string()),
			column: v.string(),
			mapped: v.array(
				v.strictObject({
					value: v.string(),
					cause: v.nullable(v.picklist(lossCauses)),
					name: v.exactOptional(v.string())
				})
			)
		})
	),
	contractStatuses: v.exactOptional(
		v.array(v.strictObject({ column: v.string(), value: v.string(), ended: v.boolean() }))
	),
	report: v.exactOptional(
		v.strictObject({
			template: v.picklist(reportTemplates),
			title: v.string(),
			preparedFor: v.string(),
			notes: v.string(),
			items: v.array(layoutItem),
			brand
		})
	)
});

const ids = v.array(v.pipe(v.string(), v.minLength(1)));

const body = v.strictObject({
	/** The checksum of the snapshot beside it. */
	snapshot: hash,
	workspace: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
	settings,
	/** Customers that are one, and pairs that are not, by their ids in the rows. */
	same: v.strictObject({
		merged: v.array(v.pipe(ids, v.minLength(2))),
		apart: v.array(v.strictTuple([v.string(), v.string()]))
	}),
	/** What became of each column that holds the client's own values. */
	rules: v.array(
		v.strictObject({
			column: v.string(),
			nature: v.picklist(columnNatures),
			policy: v.picklist(sharingPolicies)
		})
	),
	orders,
	tables: v.array(table),
	links: v.array(link),
	/** The files behind orders and tables, for whoever verifies from them. */
	beside: besideSchema
});

/** What stands beside the snapshot in a file with rows: docs/schemas/snapshot-rows.schema.json. */
export const rowsFileSchema = v.strictObject({
	format: v.literal(ROWS_FORMAT),
	schema: v.literal(ROWS_SCHEMA),
	checksum: hash,
	body
});

export const rowsBodySchema = body;
export type RowsBody = v.InferOutput<typeof body>;
