import { NO_CODE } from '../columns/dictionary.ts';
import { RowKind, type OrderTable } from '../dataset/order-table.ts';

/** Stands for an order that is not there. */
export const NO_PLACE = -1;

/**
 * Finds one customer's orders by their ids without a map: an id belongs to the customer at hand when it carries the
 * customer's stamp (index + 1), and its order is then at its place. Takes no memory until the first id is noted.
 */
export class OrderPlaces {
	readonly #ids: number;
	#stampOf = new Uint32Array(0);
	#placeOf = new Uint32Array(0);

	/** @param ids how many different order ids there are */
	constructor(ids: number) {
		this.#ids = ids;
	}

	/** The place of a customer's order, or `NO_PLACE`; `NO_CODE` names no order. */
	placeOf(customer: number, id: number): number {
		return this.#stampOf[id] === customer + 1 ? (this.#placeOf[id] as number) : NO_PLACE;
	}

	note(customer: number, id: number, place: number): void {
		if (this.#stampOf.length === 0) {
			this.#stampOf = new Uint32Array(this.#ids);
			this.#placeOf = new Uint32Array(this.#ids);
		}
		this.#stampOf[id] = customer + 1;
		this.#placeOf[id] = place;
	}

	/**
	 * Notes the orders of a customer's rows from..to − 1, of which the first is at place `start`: those whose ids have
	 * risen so far, as all do until this is called in their midst, and those noted before.
	 */
	noteRows(
		customer: number,
		table: OrderTable,
		order: Uint32Array,
		from: number,
		to: number,
		start: number
	): void {
		let place = start;
		for (let row = from; row < to; row++) {
			if (table.kind[row] !== RowKind.SALE) continue;
			const id = order[row] as number;
			if (id === NO_CODE) place++;
			else if (this.placeOf(customer, id) === NO_PLACE) this.note(customer, id, place++);
		}
	}
}
