import * as v from 'valibot';
import { filterTests } from './cleaning-step.ts';
import { dateOrders } from './value-styles.ts';

/** Limits that no list made by a person comes near, so that a file that claims to be a recipe stays small. */
const MOST_STEPS = 200;
const MOST_PARTS = 1_000;
const MOST_PAIRS = 20_000;
const LONGEST = 4_096;

const text = v.pipe(v.string(), v.maxLength(LONGEST));
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16_383));
const column = v.union([position, v.pipe(v.string(), v.maxLength(40))]);
const columns = v.pipe(v.array(column), v.maxLength(MOST_PARTS));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,24}$/));

export const numberStyleSchema = v.strictObject({
	decimal: v.picklist(['.', ',']),
	group: v.picklist(['', ',', '.', ' ', "'"])
});
export const dateOrderSchema = v.picklist(dateOrders);
const styles = { numberStyle: numberStyleSchema, dateOrder: dateOrderSchema };

const step = v.variant('kind', [
	v.strictObject({
		id,
		kind: v.literal('trim'),
		columns,
		blanks: v.boolean(),
		invisible: v.boolean(),
		halfWidth: v.boolean(),
		letters: v.picklist(['keep', 'lower', 'upper'])
	}),
	v.strictObject({
		id,
		kind: v.literal('map-values'),
		column,
		pairs: v.pipe(v.array(v.strictObject({ from: text, to: text })), v.maxLength(MOST_PAIRS)),
		rest: v.exactOptional(text)
	}),
	v.strictObject({ id, kind: v.literal('drop-duplicates'), columns, keep: v.picklist(['first', 'last']) }),
	v.strictObject({
		id,
		kind: v.literal('fill'),
		column,
		more: v.exactOptional(columns),
		within: v.exactOptional(column),
		from: v.picklist(['above', 'value']),
		value: text
	}),
	v.strictObject({
		id,
		kind: v.literal('split'),
		column,
		by: v.picklist(['text', 'position']),
		text,
		position: v.pipe(v.number(), v.integer(), v.minValue(-LONGEST), v.maxValue(LONGEST)),
		names: v.pipe(v.array(text), v.maxLength(50))
	}),
	v.strictObject({ id, kind: v.literal('join'), columns, separator: text, name: text }),
	v.strictObject({
		id,
		kind: v.literal('derive'),
		name: text,
		formula: text,
		uses: v.pipe(v.array(v.strictObject({ name: text, column })), v.maxLength(MOST_PARTS)),
		...styles
	}),
	v.strictObject({
		id,
		kind: v.literal('filter'),
		match: v.picklist(['all', 'any']),
		conditions: v.pipe(
			v.array(v.strictObject({ column, test: v.picklist(filterTests), value: text })),
			v.maxLength(MOST_PARTS)
		),
		fate: v.picklist(['keep', 'set-aside']),
		...styles
	}),
	v.strictObject({
		id,
		kind: v.literal('convert-currency'),
		amount: column,
		currency: column,
		date: v.nullable(column),
		target: text,
		decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
		rates: v.pipe(
			v.array(v.strictObject({ currency: text, from: v.exactOptional(text), rate: text })),
			v.maxLength(MOST_PAIRS)
		),
		name: text,
		...styles
	}),
	v.strictObject({
		id,
		kind: v.literal('unpivot'),
		columns,
		label: text,
		value: text,
		year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2099)))
	})
]);

/** The cleaning steps of a recipe; no two have one id, for columns are named by it. */
export const stepsSchema = v.pipe(
	v.array(step),
	v.maxLength(MOST_STEPS),
	v.check((steps) => new Set(steps.map((one) => one.id)).size === steps.length)
);
