import type { ColumnProfile } from './infer.ts';
import { plainName } from './synonyms.ts';
import { decideStyle } from './values/number-style.ts';
import { newReading, NumberStatus, readNumber } from './values/read-number.ts';

/** Headers of a cost that do not say of what: beside a price and a quantity, mostly of a piece. */
const bare: ReadonlySet<string> = new Set([
	...['cost', '成本', '商品成本', 'kosten', 'cout', 'coste', 'costo', 'custo', '原価']
]);

/**
 * Whether a header names a cost and not whether it is that of the row or of a piece.
 *
 * @example
 * isBareCost('Cost (USD)') // => true
 * isBareCost('成本金额') // => false
 */
export const isBareCost = (header: string): boolean => bare.has(plainName(header));

/** The numbers of a column's cells, NaN for other texts; null where it is open how they are written. */
function numbersOf({ cells, numbers }: ColumnProfile): number[] | null {
	const { style } = decideStyle(numbers);
	if (style === undefined) return null;
	const reading = newReading();
	return cells.map((cell) =>
		readNumber(cell, style, reading) === NumberStatus.OK ? reading.mantissa / 10 ** reading.decimals : NaN
	);
}

/**
 * Whether the values say that a cost is that of the row: of several pieces it is mostly more than the price of one.
 *
 * Takes time in proportion to the cells of the sample.
 */
export function isCostOfRow(cost: ColumnProfile, quantity: ColumnProfile, price: ColumnProfile): boolean {
	const [costs, pieces, prices] = [numbersOf(cost), numbersOf(quantity), numbersOf(price)];
	if (costs === null || pieces === null || prices === null) return false;
	let several = 0;
	let more = 0;
	costs.forEach((value, row) => {
		const limit = prices[row] ?? NaN;
		if (!((pieces[row] ?? NaN) > 1) || Number.isNaN(value) || Number.isNaN(limit)) return;
		several++;
		if (value > limit) more++;
	});
	return several > 0 && 2 * more >= several;
}
