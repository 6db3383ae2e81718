import { inLargerUnits } from '#lib/core/math/larger-units.ts';

/** Rows that there is room for at first. */
const FIRST_ROWS = 4096;

type Column = Float64Array | Int32Array | Uint32Array | Uint8Array;

/**
 * The columns of the rows that are kept, in the order of the file: arrays of one capacity, filled side by side and
 * valid up to `length`. Columns that the recipe has no use for stay empty. An array is only the column until the next
 * `grow`.
 */
export class RowColumns {
	length = 0;
	capacity = FIRST_ROWS;
	customer = new Uint32Array(FIRST_ROWS);
	day = new Int32Array(FIRST_ROWS);
	time = new Uint32Array(FIRST_ROWS);
	amount = new Float64Array(FIRST_ROWS);
	mark = new Uint8Array(FIRST_ROWS);
	name: Uint32Array;
	order: Uint32Array;
	quantity: Float64Array;
	profit: Float64Array;
	readonly attributes: Uint32Array[];

	constructor(has: {
		readonly name: boolean;
		readonly order: boolean;
		readonly quantity: boolean;
		readonly profit: boolean;
		readonly attributes: number;
	}) {
		this.name = new Uint32Array(has.name ? FIRST_ROWS : 0);
		this.order = new Uint32Array(has.order ? FIRST_ROWS : 0);
		this.quantity = new Float64Array(has.quantity ? FIRST_ROWS : 0);
		this.profit = new Float64Array(has.profit ? FIRST_ROWS : 0);
		this.attributes = Array.from({ length: has.attributes }, () => new Uint32Array(FIRST_ROWS));
	}

	/** Makes room for as many rows in all, and for more to come. */
	reserve(rows: number): void {
		if (rows > this.capacity) this.grow(Math.max(rows, 2 * this.capacity));
	}

	/** Makes room for as many rows, once; a guess that is too low costs a copy later, one too high nothing but address space. */
	grow(rows = 2 * this.capacity): void {
		if (rows <= this.capacity) return;
		this.capacity = rows;
		this.customer = this.#grown(this.customer);
		this.day = this.#grown(this.day);
		this.time = this.#grown(this.time);
		this.amount = this.#grown(this.amount);
		this.mark = this.#grown(this.mark);
		this.name = this.#grown(this.name);
		this.order = this.#grown(this.order);
		this.quantity = this.#grown(this.quantity);
		this.profit = this.#grown(this.profit);
		this.attributes.forEach((codes, i) => {
			this.attributes[i] = this.#grown(codes);
		});
	}

	/** The smallest unit of money became smaller by a factor. */
	raise(factor: number): void {
		const { amount, profit, length } = this;
		for (let i = 0; i < length; i++) amount[i] = (amount[i] as number) * factor;
		for (let i = 0; i < Math.min(length, profit.length); i++) profit[i] = (profit[i] as number) * factor;
	}

	/** No profit is known any more. Gives how many were, and what the amounts of their rows are. */
	forgetProfits(): { rows: number; amount: number } {
		const { amount, profit, length } = this;
		const known = { rows: 0, amount: 0 };
		for (let i = 0; i < length; i++) {
			if (Number.isNaN(profit[i])) continue;
			known.rows++;
			known.amount += amount[i] as number;
		}
		profit.fill(NaN);
		return known;
	}

	/**
	 * The smallest unit of money became larger: amounts are multiples of it, profits are rounded to it. Gives the rows whose
	 * profit was rounded, what their amounts are, and what all known profits are now.
	 */
	lower(divisor: number): { rows: number; amount: number; profit: number } {
		const { amount, profit, length } = this;
		const rounded = inLargerUnits(divisor);
		const changed = { rows: 0, amount: 0, profit: 0 };
		for (let i = 0; i < length; i++) amount[i] = (amount[i] as number) / divisor;
		for (let i = 0; i < Math.min(length, profit.length); i++) {
			const finer = profit[i] as number;
			if (Number.isNaN(finer)) continue;
			const whole = rounded(finer);
			profit[i] = whole;
			changed.profit += whole;
			if (whole * divisor === finer) continue;
			changed.rows++;
			changed.amount += amount[i] as number;
		}
		return changed;
	}

	#grown<C extends Column>(column: C): C {
		if (column.length === 0) return column;
		const larger = new (column.constructor as new (length: number) => C)(this.capacity);
		larger.set(column.subarray(0, this.length));
		return larger;
	}
}
