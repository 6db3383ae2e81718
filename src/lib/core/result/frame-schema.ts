import * as v from 'valibot';
import { FIRST_DAY, LAST_DAY } from '../calendar/shown-days.ts';

const whole = v.pipe(v.number(), v.integer());
/** A day that screens can show. */
export const shownDay = v.pipe(whole, v.minValue(FIRST_DAY), v.maxValue(LAST_DAY));

/** A frame as files have it. A year that begins in January is not written, so that one frame has one text. */
export const frameSchema = v.strictObject({
	asOf: shownDay,
	from: v.nullable(shownDay),
	weekStart: v.pipe(whole, v.minValue(1), v.maxValue(7)),
	yearStart: v.exactOptional(v.pipe(whole, v.minValue(2), v.maxValue(12)))
});
