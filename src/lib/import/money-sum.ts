import { CoreError } from '#lib/core/errors.ts';

/** Powers of ten that money is scaled by. */
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/**
 * The scale that all money of an import shares: the most decimals seen so far. When a row has more, everything
 * already kept is multiplied up; that happens six times at most. Sums stay below 2^53 because the sum of all
 * absolute amounts does.
 */
export class MoneyScale {
	#decimals = 0;
	#absolute = 0;
	readonly #onRaise: (factor: number) => void;

	constructor(onRaise: (factor: number) => void) {
		this.#onRaise = onRaise;
	}

	get decimals(): number {
		return this.#decimals;
	}

	/**
	 * An amount in the shared unit.
	 *
	 * @throws CoreError `amount-sum-too-large` {scale} when the sum of all amounts leaves the exact whole numbers.
	 */
	align(units: number, decimals: number): number {
		if (decimals > this.#decimals) this.#raiseTo(decimals);
		const aligned = this.inUnits(units, decimals);
		this.#absolute += Math.abs(aligned);
		if (this.#absolute > Number.MAX_SAFE_INTEGER) {
			throw new CoreError('amount-sum-too-large', { scale: this.#decimals });
		}
		return aligned;
	}

	/** Makes the unit so fine for money that is not an amount, unless the amounts so far have no room for it: false. */
	raisedTo(decimals: number): boolean {
		if (decimals <= this.#decimals) return true;
		if (this.#absolute * (POWERS[decimals - this.#decimals] as number) > Number.MAX_SAFE_INTEGER)
			return false;
		this.#raiseTo(decimals);
		return true;
	}

	/** Money of no more decimals than the scale, in the shared unit; it is not counted as an amount. */
	inUnits(units: number, decimals: number): number {
		return units * (POWERS[this.#decimals - decimals] as number);
	}

	/**
	 * `align` of the rows `from` .. `to`, none of which has more decimals than the scale, in place; gives their sum.
	 *
	 * @throws CoreError as `align`
	 */
	alignAll(units: Float64Array, decimals: Uint8Array, from: number, to: number): number {
		const scale = this.#decimals;
		let sum = 0;
		let absolute = this.#absolute;
		for (let i = from; i < to; i++) {
			const aligned = (units[i] as number) * (POWERS[scale - (decimals[i] as number)] as number);
			units[i] = aligned;
			sum += aligned;
			absolute += Math.abs(aligned);
		}
		this.#absolute = absolute;
		if (absolute > Number.MAX_SAFE_INTEGER) throw new CoreError('amount-sum-too-large', { scale });
		return sum;
	}

	#raiseTo(decimals: number): void {
		const factor = POWERS[decimals - this.#decimals] as number;
		this.#decimals = decimals;
		this.#absolute *= factor;
		this.#onRaise(factor);
	}
}
