import type { ColumnGuess, Readings } from '#lib/core/dataset/inspection.ts';
import type { DateOrder, NumberStyle } from '#lib/core/dataset/recipe.ts';
import { DateStatus, newDateReading, readDateIn } from './values/read-date.ts';
import { numberIn } from './values/read-number.ts';

/** The two styles that 1.234 and 1,234 can be of. */
const EITHER: readonly NumberStyle[] = [
	{ decimal: '.', group: ',' },
	{ decimal: ',', group: '.' }
];

/** What is open about a column. */
interface OpenChoices {
	readonly cells: readonly string[];
	readonly dateOrders: readonly DateOrder[];
	/** Whether the dates are read in none of the orders before somebody says so, be it the only one. */
	readonly undated?: boolean;
	readonly numberStyles: readonly NumberStyle[];
	readonly isMoney: boolean;
}

/**
 * The readings of a column to choose from, each shown on a value that tells them apart. Whole amounts show no style: should
 * 1,234 come further down, the import stops, and there must be something to choose.
 *
 * @example
 * choicesOf({ cells: ['5/5/2024', '3/4/2024'], dateOrders: ['dmy', 'mdy'], numberStyles: [], isMoney: false }).dateReadings // => { raw: '3/4/2024', values: [19816, 19786] }
 */
export function choicesOf({
	cells,
	dateOrders,
	undated = false,
	numberStyles,
	isMoney
}: OpenChoices): Pick<ColumnGuess, 'dateOrders' | 'dateReadings' | 'numberStyles' | 'numberReadings'> {
	const [only] = numberStyles;
	const styles =
		numberStyles.length === 1 && isMoney && only?.group === '' ? [only, ...EITHER] : numberStyles;
	const asked = undated || dateOrders.length > 1;
	const dateReadings = asked ? readingsOf(cells, dateOrders, dayIn) : null;
	const numberReadings = styles.length > 1 ? readingsOf(cells, styles, numberIn) : null;
	return {
		...(asked && { dateOrders }),
		...(dateReadings !== null && { dateReadings }),
		...(styles.length > 1 && { numberStyles: styles }),
		...(numberReadings !== null && { numberReadings })
	};
}

/** The first cell that the choices read otherwise, or that the only one can read; null where there is none. */
function readingsOf<Choice>(
	cells: readonly string[],
	choices: readonly Choice[],
	read: (raw: string, choice: Choice) => number | null
): Readings | null {
	for (const raw of cells) {
		const values = choices.map((choice) => read(raw, choice));
		const tells = choices.length === 1 ? values[0] !== null : values.some((value) => value !== values[0]);
		if (tells) return { raw, values };
	}
	return null;
}

function dayIn(raw: string, order: DateOrder): number | null {
	const reading = newDateReading();
	return readDateIn(raw, { order, zone: null }, reading) === DateStatus.OK ? reading.day : null;
}
