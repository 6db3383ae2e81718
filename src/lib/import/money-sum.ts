import { CoreError } from '#lib/core/errors.ts';

/** Powers of ten that money is scaled by. */
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/**
 * The scale that all money of an import shares: the most decimals seen so far. When a row has more, everything
 * already kept is multiplied up; that happens six times at most. Sums stay below 2^53 because the sum of all
 * absolute amounts does. Money that is no amount may ask for decimals that no amount has; they are given back as soon as
 * the amounts need their room.
 */
export class MoneyScale {
	#decimals = 0;
	#ofAmounts = 0;
	#absolute = 0;
	/** Whether decimals that no amount has were given back: there are none to lend any more. */
	#isTight = false;
	readonly #onRaise: (factor: number) => void;
	readonly #onLower: (divisor: number) => void;

	/** @param onLower the unit is larger by so much: all amounts are multiples of it. */
	constructor(onRaise: (factor: number) => void, onLower: (divisor: number) => void = () => undefined) {
		this.#onRaise = onRaise;
		this.#onLower = onLower;
	}

	get decimals(): number {
		return this.#decimals;
	}

	/** The most decimals of an amount: no more than the scale has. */
	get ofAmounts(): number {
		return this.#ofAmounts;
	}

	/** Whether amounts of that sum, without their signs and in the unit of the moment, can be added exactly. */
	hasRoom(absolute: number): boolean {
		return this.#absolute + absolute <= Number.MAX_SAFE_INTEGER;
	}

	/**
	 * An amount in the shared unit.
	 *
	 * @throws CoreError `amount-sum-too-large` {scale} when the sum of all amounts leaves the exact whole numbers.
	 */
	align(units: number, decimals: number): number {
		if (decimals > this.#ofAmounts) this.#ofAmounts = decimals;
		if (decimals > this.#decimals) this.#raiseTo(decimals);
		let aligned = this.inUnits(units, decimals);
		if (this.#ofAmounts < this.#decimals && !this.hasRoom(Math.abs(aligned))) {
			this.#lower();
			aligned = this.inUnits(units, decimals);
		}
		this.#absolute += Math.abs(aligned);
		if (this.#absolute > Number.MAX_SAFE_INTEGER) {
			throw new CoreError('amount-sum-too-large', { scale: this.#decimals });
		}
		return aligned;
	}

	/** Makes the unit so fine for money that is not an amount, unless the amounts so far have no room for it: false. */
	raisedTo(decimals: number): boolean {
		if (decimals <= this.#decimals) return true;
		if (
			this.#isTight ||
			this.#absolute * (POWERS[decimals - this.#decimals] as number) > Number.MAX_SAFE_INTEGER
		)
			return false;
		this.#raiseTo(decimals);
		return true;
	}

	/** Money of no more decimals than the scale, in the shared unit; it is not counted as an amount. */
	inUnits(units: number, decimals: number): number {
		return units * (POWERS[this.#decimals - decimals] as number);
	}

	/**
	 * `align` of the rows `from` .. `to`, none of which has more decimals than amounts had before, in place; gives their sum.
	 * Where the scale has more than those, there must be room for them.
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

	#lower(): void {
		const divisor = POWERS[this.#decimals - this.#ofAmounts] as number;
		this.#decimals = this.#ofAmounts;
		this.#absolute /= divisor;
		this.#isTight = true;
		this.#onLower(divisor);
	}

	#raiseTo(decimals: number): void {
		const factor = POWERS[decimals - this.#decimals] as number;
		this.#decimals = decimals;
		this.#absolute *= factor;
		this.#onRaise(factor);
	}
}
