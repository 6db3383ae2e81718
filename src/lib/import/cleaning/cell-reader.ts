import type { Rational } from '#lib/core/formula/rational.ts';
import type { DateOrder, NumberStyle } from '#lib/core/dataset/value-styles.ts';
import { DateStatus, newDateReading, readDateIn, type DateStyle } from '../values/read-date.ts';
import type { StepContext } from './row-step.ts';
import { newReading, NumberStatus, readNumber } from '../values/read-number.ts';

/** Reads cells for steps that reckon with them: the same readers, in the styles that the step names. */
export class CellReader {
	/** The money sign beside the last number, '' for none. */
	sign = '';
	/** Whether the last number was a percentage. */
	percent = false;
	readonly #style: NumberStyle;
	readonly #dates: DateStyle;
	readonly #number = newReading();
	readonly #date = newDateReading();

	constructor(
		{ numberStyle, dateOrder }: { numberStyle: NumberStyle; dateOrder: DateOrder },
		{ zone }: Pick<StepContext, 'zone'>
	) {
		this.#style = numberStyle;
		this.#dates = { order: dateOrder, zone };
	}

	/** A number, exactly; null when the text is none. A percentage is a hundredth. */
	number(text: string): Rational | null {
		const reading = this.#number;
		if (readNumber(text, this.#style, reading) !== NumberStatus.OK) return null;
		this.sign = reading.sign;
		this.percent = reading.percent;
		const n = reading.big ?? BigInt(reading.mantissa);
		return { n, d: 10n ** BigInt(reading.decimals) };
	}

	/** A day as days since 1970-01-01; null when the text is no date. */
	date(text: string): number | null {
		return readDateIn(text, this.#dates, this.#date) === DateStatus.OK ? this.#date.day : null;
	}
}
