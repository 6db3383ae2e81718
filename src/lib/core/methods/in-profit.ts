import { profitKnown, profitLedger } from '../ledger/profit-ledger.ts';
import { remark } from './remarks.ts';
import type { MethodInput, Warning } from './types.ts';

/** What a method counts in the place of revenue; absent: revenue. */
export type Basis = 'profit';

/** Under this share of the orders, or of their money, a known profit says too little of all. */
const leastKnown = 0.5;

/** What a method computes from, and what is to be said of it. */
export interface Measured {
	readonly input: MethodInput;
	/** Why there is no answer; null where there can be one. */
	readonly missing: Warning | null;
	readonly warnings: readonly Warning[];
}

/** On which orders a method rests: those of its window, or all up to the as-of date. */
type Rests = 'window' | 'history';

/**
 * The input on the basis asked for. By profit, the orders are those whose profit is known, with it in the place of
 * their amount: whatever sums amounts sums profits, and an order of unknown profit does not exist. Where none is known,
 * or too little of what the method rests on, an empty input and what is missing.
 *
 * @example
 * const ledger = { customers: { size: 0 }, offsets: Uint32Array.of(0), firstSeen: new Int32Array(0), amount: Float64Array.of(100), day: Int32Array.of(1), orderLines: Uint32Array.of(1), orders: 1 };
 * measured({ ledger, frame: { asOf: 1, from: null, weekStart: 1 } }, 'profit', 'window').missing // => { code: 'no-profit', params: {} }
 */
export function measured(input: MethodInput, basis: Basis | undefined, rests: Rests): Measured {
	if (basis === undefined || input.ledger.orders === 0) return { input, missing: null, warnings: [] };
	const own = onBasis(input, basis);
	if (own.ledger.orders === 0) return { input: own, missing: remark('no-profit'), warnings: [] };
	const { asOf, from } = input.frame;
	const known = profitKnown(input.ledger, rests === 'window' ? (from ?? -Infinity) : -Infinity, asOf);
	if (known.orders < leastKnown || known.revenue < leastKnown) {
		const missing = remark('profit-too-little', { ...known, minimum: leastKnown });
		return { input: { ...own, ledger: noOrders(own.ledger) }, missing, warnings: [] };
	}
	return {
		input: own,
		missing: null,
		warnings: known.orders < 1 ? [remark('profit-partly-known', known)] : []
	};
}

/** The input on the basis asked for, however little is known: for who has been told already that it is enough. */
export function onBasis(input: MethodInput, basis: Basis | undefined): MethodInput {
	if (basis === undefined) return input;
	const keep: MethodInput['keep'] =
		input.keep && ((name, make) => input.keep?.(`profit ${name}`, make) ?? make());
	return { ...input, ledger: profitLedger(input.ledger), ...(keep && { keep }) };
}

/** The same customers, of whom nothing is known. */
const noOrders = (ledger: MethodInput['ledger']): MethodInput['ledger'] =>
	profitLedger({ ...ledger, profit: new Float64Array(ledger.orders).fill(NaN) });
