import { frameSchema, shownDay } from '#lib/core/result/frame-schema.ts';
import * as v from 'valibot';
import { headingWords } from '#lib/core/dataset/report-layout.ts';
import { sharingPolicies } from '#lib/core/dataset/sharing.ts';
import { columnKinds } from '#lib/core/result/json-column.ts';
import { besideSchema, count, finite, hash, manifestSchema, whole } from './manifest-schema.ts';

export const SNAPSHOT_FORMAT = 'clientele-snapshot';
/** Of a snapshot that holds results. */
export const SNAPSHOT_SCHEMA = 9;
/** Of one whose small groups are hidden. */
export const DISCLOSED_SCHEMA = 12;
/** Of one that stays in its browser: results, and under codes where each customer stands. */
export const KEPT_SCHEMA = 11;
/** The newest that this version reads. */
export const NEWEST_SCHEMA = 15;
/** Of each kind when it says of its data that they came with another snapshot, or that customers went by codes. */
export const derivedSchemas = {
	[SNAPSHOT_SCHEMA]: 13,
	[DISCLOSED_SCHEMA]: 14,
	[KEPT_SCHEMA]: 15
} as const;
/**
 * Without small groups also as it was before a report could be made of it (10); each as it was before it said what its report looked like (6 to 8), before recipes had their steps (3 to 5), and
 * before reports had items of their own (1 and 2).
 */
const wholeSchemas = [1, 3, 6, SNAPSHOT_SCHEMA, 13] as const;
export const disclosedSchemas = [2, 4, 7, 10, DISCLOSED_SCHEMA, 14] as const;
export const keptSchemas = [5, 8, KEPT_SCHEMA, 15] as const;

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

export const remarks = v.array(v.strictObject({ at: v.string(), text: v.string() }));

const piece = {
	kind: v.literal('piece'),
	section: count,
	piece: v.string(),
	caption: v.string(),
	remarks
};

/** What the report consists of, in reading order; a piece is of the analysis at its place. */
const item = v.variant('kind', [
	v.strictObject({
		kind: v.literal('heading'),
		text: v.string(),
		word: v.nullable(v.picklist(headingWords))
	}),
	v.strictObject({ kind: v.literal('text'), text: v.string() }),
	v.strictObject({ kind: v.literal('summary') }),
	v.strictObject(piece)
]);

export const brand = v.strictObject({
	organisation: v.string(),
	accent: v.nullable(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/))),
	// A bitmap and nothing else: it is shown as a picture.
	logo: v.nullable(v.pipe(v.string(), v.regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/)))
});

/** Absent in files that were made before reports had items of their own. */
const layout = { items: v.exactOptional(v.array(item)), brand: v.exactOptional(brand) };

/** The report's languages, and whether its page can be turned by its reader. */
const page = v.strictObject({
	locale: v.picklist(['zh-CN', 'en']),
	also: v.nullable(v.picklist(['zh-CN', 'en'])),
	interactive: v.boolean()
});

/** What the report's first page says of the data. */
const facts = v.strictObject({
	customers: count,
	orders: count,
	revenue: finite,
	firstDay: shownDay,
	lastDay: shownDay,
	ordersNettedAway: count
});

/** The snapshot that the data came with, rows and all; see `DerivedFrom`. */
const derivedFrom = v.strictObject({
	title: v.string(),
	createdAt: finite,
	provenance: hash,
	rows: hash,
	rules: v.array(v.strictObject({ column: v.string(), policy: v.picklist(sharingPolicies) }))
});

const about = {
	...layout,
	derivedFrom: v.exactOptional(derivedFrom),
	/** Customers went by codes: they stood in the order of these, by which ties are broken and samples are drawn. */
	coded: v.exactOptional(v.literal(true)),
	page: v.exactOptional(page),
	facts: v.exactOptional(facts),
	title: v.string(),
	preparedFor: v.string(),
	notes: v.string(),
	createdAt: finite,
	appVersion: v.string(),
	refunds: v.picklist(['net', 'gross']),
	dataset: manifestSchema,
	beside: v.exactOptional(besideSchema),
	stepsWithheld: v.exactOptional(v.literal(true)),
	definitions: v.array(definition),
	provenance: hash
};

function bodyWith<const S extends v.GenericSchema>(result: S) {
	return v.strictObject({ ...about, ...analysesOf(result) });
}

const analysesOf = <const S extends v.GenericSchema>(result: S) => ({
	analyses: v.array(v.strictObject({ result, provenance: hash }))
});

const groupCodes = v.array(v.pipe(count, v.maxValue(255)));
const standings = v.strictObject({
	codes: v.array(v.string()),
	orders: v.array(count),
	revenue: v.array(finite),
	segments: groupCodes,
	types: groupCodes,
	stages: groupCodes
});

function keptBodyWith<const S extends v.GenericSchema, const T extends v.GenericSchema>(result: S, where: T) {
	return v.strictObject({ ...about, ...analysesOf(result), standings: where });
}

/** Lists with an element per customer, as `standings` but in one pass each: a million take a second otherwise. */
const listOf = <T>(isOne: (value: unknown) => value is T) =>
	v.custom<readonly T[]>((value) => Array.isArray(value) && value.every(isOne));
const isText = (value: unknown): value is string => typeof value === 'string';
const isFinite = (value: unknown): value is number => Number.isFinite(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isCode = (value: unknown): value is number => isCount(value) && value <= 255;
const longStandings = v.strictObject({
	codes: listOf(isText),
	orders: listOf(isCount),
	revenue: listOf(isFinite),
	segments: listOf(isCode),
	types: listOf(isCode),
	stages: listOf(isCode)
});

/** The body as it is read: results are checked afterwards, number by number, by core's own reader. */
export const bodySchema = bodyWith(v.unknown());
export const keptBodySchema = keptBodyWith(v.unknown(), longStandings);

const cell = v.nullable(
	v.union([
		v.string(),
		v.strictObject({ value: finite, as: v.picklist(['count', 'number', 'money', 'share', 'day']) })
	])
);

/** The body of a snapshot whose small groups are hidden: sentences and tables in place of results. */
export const disclosedBodySchema = v.strictObject({
	...about,
	disclosed: v.strictObject({
		locale: v.picklist(['zh-CN', 'en']),
		hideBelow: v.pipe(whole, v.minValue(2)),
		sections: v.array(
			v.strictObject({
				method: v.string(),
				version: v.pipe(whole, v.minValue(1)),
				params: v.record(v.string(), v.unknown()),
				frame: frameSchema,
				provenance: hash,
				title: v.string(),
				findings: v.array(v.string()),
				warnings: v.array(v.string()),
				remarks: v.array(v.string()),
				tables: v.array(
					v.strictObject({
						title: v.string(),
						heads: v.array(v.string()),
						rows: v.array(v.array(cell)),
						note: v.string(),
						piece: v.exactOptional(v.string()),
						finding: v.exactOptional(v.string()),
						cellsFrom: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
						total: v.exactOptional(v.boolean())
					})
				),
				parameters: v.exactOptional(v.array(v.strictObject({ label: v.string(), value: v.string() }))),
				n: v.exactOptional(count)
			})
		)
	})
});

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
	frame: frameSchema,
	status: v.picklist(['ok', 'not-enough-data']),
	missing: v.array(remark),
	n: count,
	warnings: v.array(remark),
	scalars: v.record(v.string(), v.nullable(finite)),
	tables: v.record(v.string(), table)
});

const head = { format: v.literal(SNAPSHOT_FORMAT), checksum: hash };

/** A whole snapshot file, spelled out for those who read the format: docs/schemas/snapshot.schema.json. */
export const snapshotFileSchema = v.variant('schema', [
	v.strictObject({ ...head, schema: v.picklist(wholeSchemas), body: bodyWith(result) }),
	v.strictObject({ ...head, schema: v.picklist(disclosedSchemas), body: disclosedBodySchema }),
	v.strictObject({ ...head, schema: v.picklist(keptSchemas), body: keptBodyWith(result, standings) })
]);
