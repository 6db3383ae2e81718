/** Typed arrays of unknown final length: they double when full, so that n pushes cost n copies at most. */

type Grown = Float64Array | Int32Array | Uint32Array | Uint8Array;

const FIRST_LENGTH = 4096;

/**
 * A column that is filled row by row. `values` is only valid up to `length`, and only until the next push.
 *
 * @example
 * const column = new Growable(Int32Array);
 * column.push(7)
 * column.push(-1)
 * column.take() // => [7, -1]
 */
export class Growable<A extends Grown> {
	readonly #make: new (length: number) => A;
	values: A;
	length = 0;

	constructor(make: new (length: number) => A) {
		this.#make = make;
		this.values = new make(FIRST_LENGTH);
	}

	push(value: number): void {
		if (this.length === this.values.length) {
			const larger = new this.#make(2 * this.length);
			larger.set(this.values);
			this.values = larger;
		}
		this.values[this.length++] = value;
	}

	/** The column at its length, as an array of its own; the growable is spent. */
	take(): A {
		const taken = this.values.slice(0, this.length) as A;
		this.values = new this.#make(0);
		this.length = 0;
		return taken;
	}
}
