import * as v from 'valibot';

const whole = v.pipe(v.number(), v.integer());

/** A frame as files have it. A year that begins in January is not written, so that one frame has one text. */
export const frameSchema = v.strictObject({
	asOf: whole,
	from: v.nullable(whole),
	weekStart: v.pipe(whole, v.minValue(1), v.maxValue(7)),
	yearStart: v.exactOptional(v.pipe(whole, v.minValue(2), v.maxValue(12)))
});
