import type { Ledger } from '../../ledger/types.ts';
import { sortRange } from '../../math/sort-range.ts';
import type { ChurnCuts } from './silences.ts';
import { riskBands, warningReasons, type ChurnParams } from './types.ts';

/** The band of a customer without an order. */
export const NO_BAND = 255;

const churnedBand = riskBands.indexOf('churned');
const reasonBit = (reason: (typeof warningReasons)[number]): number => 1 << warningReasons.indexOf(reason);
const [overdueBit, valueBit, frequencyBit, itemsBit] = [
	reasonBit('overdue'),
	reasonBit('value'),
	reasonBit('frequency'),
	reasonBit('items')
];

/** Fewest gaps for a rhythm of one's own, and fewest orders or gaps to be cut in halves. */
const fewestForRhythm = 2;
const fewestForHalves = 4;

/** What churn says of each customer on the as-of date, by customer index. */
export interface ChurnProfiles {
	/** Index into `riskBands`, or NO_BAND. */
	readonly band: Uint8Array;
	readonly daysSilent: Uint32Array;
	readonly stake: Float64Array;
	/** NaN with fewer than two gaps. */
	readonly usualGap: Float64Array;
	/** Later half ÷ earlier half; NaN with fewer than four. */
	readonly valueRatio: Float64Array;
	readonly gapRatio: Float64Array;
	/** Of the lines of the orders. */
	readonly itemsRatio: Float64Array;
	/** Bit r for `warningReasons[r]`; 0 for the churned, for whom a warning comes too late. */
	readonly reasons: Uint8Array;
}

/**
 * Puts every customer into a risk band and looks for signs of leaving. Rhythm: the median of the own gaps between order
 * days. Halves: the first and the last ⌊n/2⌋ of the orders (of the gaps), so that both have equally many; their sums are
 * whole and compared exactly. One pass over the orders, and a sort of each customer's own gaps.
 */
export function churnProfiles(
	ledger: Ledger,
	asOf: number,
	cuts: ChurnCuts,
	params: ChurnParams
): ChurnProfiles {
	const { offsets, day, amount, orderLines } = ledger;
	const size = ledger.customers.size;
	const none = (): Float64Array => new Float64Array(size).fill(Number.NaN);
	const band = new Uint8Array(size).fill(NO_BAND);
	const daysSilent = new Uint32Array(size);
	const stake = new Float64Array(size);
	const reasons = new Uint8Array(size);
	const [usualGap, valueRatio, gapRatio, itemsRatio] = [none(), none(), none(), none()];
	const gaps = new Int32Array(ledger.orders);
	for (let customer = 0; customer < size; customer++) {
		const start = offsets[customer] as number;
		let end = offsets[customer + 1] as number;
		while (end > start && (day[end - 1] as number) > asOf) end--;
		if (end === start) continue;
		const last = day[end - 1] as number;
		const silent = asOf - last;
		const own = silent > cuts.churned ? churnedBand : silent > cuts.atRisk ? 1 : 0;
		band[customer] = own;
		daysSilent[customer] = silent;
		for (let i = end - 1; i >= start && last - (day[i] as number) < params.stakeDays; i--) {
			stake[customer] = (stake[customer] as number) + (amount[i] as number);
		}
		let count = 0;
		for (let i = start + 1; i < end; i++) {
			const gap = (day[i] as number) - (day[i - 1] as number);
			if (gap > 0) gaps[count++] = gap;
		}
		let found = 0;
		const halfOrders = (end - start) >> 1;
		if (end - start >= fewestForHalves) {
			const early = sumOf(amount, start, start + halfOrders);
			const late = sumOf(amount, end - halfOrders, end);
			valueRatio[customer] = early === 0 ? Number.NaN : late / early;
			if (late * 100 < early * (100 - params.dropPercent)) found |= valueBit;
			const [before, after] = [
				sumOf(orderLines, start, start + halfOrders),
				sumOf(orderLines, end - halfOrders, end)
			];
			itemsRatio[customer] = after / before;
			if (after * 100 < before * (100 - params.dropPercent)) found |= itemsBit;
		}
		if (count >= fewestForHalves) {
			const half = count >> 1;
			const early = sumOf(gaps, 0, half);
			const late = sumOf(gaps, count - half, count);
			gapRatio[customer] = late / early;
			if (late * (100 - params.dropPercent) > early * 100) found |= frequencyBit;
		}
		if (count >= fewestForRhythm) {
			sortRange(gaps, 0, count);
			const usual = ((gaps[(count - 1) >> 1] as number) + (gaps[count >> 1] as number)) / 2;
			usualGap[customer] = usual;
			if (silent > params.overdueFactor * usual) found |= overdueBit;
		}
		if (own !== churnedBand) reasons[customer] = found;
	}
	return { band, daysSilent, stake, usualGap, valueRatio, gapRatio, itemsRatio, reasons };
}

function sumOf(values: Float64Array | Int32Array | Uint32Array, from: number, to: number): number {
	let sum = 0;
	for (let i = from; i < to; i++) sum += values[i] as number;
	return sum;
}
