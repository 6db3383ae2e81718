import * as v from 'valibot';
import { columnKinds } from '#lib/core/result/json-column.ts';
import { count, finite, hash, manifestSchema, whole } from './manifest-schema.ts';

/** The one form of snapshot files that this version writes, and the newest that it reads. */
export const SNAPSHOT_FORMAT = 'clientele-snapshot';
export const SNAPSHOT_SCHEMA = 1;

const words = v.strictObject({ en: v.string(), 'zh-CN': v.string() });

const definition = v.strictObject({
	id: v.string(),
	version: v.pipe(whole, v.minValue(1)),
	name: words,
	purpose: words,
	needs: v.array(v.picklist(['customer', 'date', 'amount', 'order'])),
	formulas: v.array(v.strictObject({ id: v.string(), name: words, text: words })),
	assumptions: v.array(words),
	sources: v.array(
		v.strictObject({
			title: v.string(),
			// Never a script: addresses are shown, and might be made a link.
			url: v.exactOptional(v.pipe(v.string(), v.regex(/^https?:\/\//)))
		})
	)
});

function bodyWith<const S extends v.GenericSchema>(result: S) {
	return v.strictObject({
		title: v.string(),
		preparedFor: v.string(),
		notes: v.string(),
		createdAt: finite,
		appVersion: v.string(),
		refunds: v.picklist(['net', 'gross']),
		dataset: manifestSchema,
		definitions: v.array(definition),
		analyses: v.array(v.strictObject({ result, provenance: hash })),
		provenance: hash
	});
}

/** The body as it is read: results are checked afterwards, number by number, by core's own reader. */
export const bodySchema = bodyWith(v.unknown());

const remark = v.strictObject({
	code: v.string(),
	params: v.record(v.string(), v.union([v.string(), finite]))
});

const table = v.strictObject({
	rows: count,
	columns: v.record(
		v.string(),
		v.strictObject({
			kind: v.picklist(columnKinds),
			values: v.array(v.nullable(v.union([v.number(), v.string()])))
		})
	),
	types: v.record(
		v.string(),
		v.picklist(['text', 'count', 'number', 'money', 'share', 'day', 'days', 'code', 'flag'])
	)
});

const result = v.strictObject({
	method: v.string(),
	version: v.pipe(whole, v.minValue(1)),
	params: v.record(v.string(), v.unknown()),
	frame: v.strictObject({
		asOf: whole,
		from: v.nullable(whole),
		weekStart: v.pipe(whole, v.minValue(1), v.maxValue(7))
	}),
	status: v.picklist(['ok', 'not-enough-data']),
	missing: v.array(remark),
	n: count,
	warnings: v.array(remark),
	scalars: v.record(v.string(), v.nullable(finite)),
	tables: v.record(v.string(), table)
});

/** A whole snapshot file, spelled out for those who read the format: docs/schemas/snapshot.schema.json. */
export const snapshotFileSchema = v.strictObject({
	format: v.literal(SNAPSHOT_FORMAT),
	schema: v.literal(SNAPSHOT_SCHEMA),
	checksum: hash,
	body: bodyWith(result)
});
