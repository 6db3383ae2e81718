/** Below this length, insertion sort beats a call into the platform's sort. */
const shortRange = 24;

/**
 * Rows in the order of their customers, each customer's by first days, equal ones in the order given. Time and memory: rows and
 * customers; a customer's rows are sorted only where they are not in order.
 *
 * @example
 * inTurn(Uint32Array.of(0, 1, 2, 3), Uint32Array.of(7, 2, 7, 2), Int32Array.of(30, 9, 10, 9)) // => [1, 3, 2, 0]
 */
export function inTurn(rows: Uint32Array, customer: Uint32Array, start: Int32Array): Uint32Array {
	let most = 0;
	for (let i = 0; i < rows.length; i++) most = Math.max(most, customer[rows[i] as number] as number);
	const places = new Uint32Array(most + 2);
	for (let i = 0; i < rows.length; i++) {
		const next = (customer[rows[i] as number] as number) + 1;
		places[next] = (places[next] as number) + 1;
	}
	for (let who = 0; who <= most; who++)
		places[who + 1] = (places[who + 1] as number) + (places[who] as number);
	const order = new Uint32Array(rows.length);
	const next = places.slice();
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i] as number;
		const who = customer[row] as number;
		const at = next[who] as number;
		order[at] = row;
		next[who] = at + 1;
	}
	for (let who = 0; who <= most; who++)
		sortRows(order, places[who] as number, places[who + 1] as number, start);
	return order;
}

/** Sorts `order[from .. to)` by first days, in place; equal ones stay as they stand. */
function sortRows(order: Uint32Array, from: number, to: number, start: Int32Array): void {
	if (to - from > shortRange) {
		const place = new Map(Array.from(order.subarray(from, to), (row, at) => [row, at]));
		order
			.subarray(from, to)
			.sort(
				(a, b) => (start[a] as number) - (start[b] as number) || (place.get(a) ?? 0) - (place.get(b) ?? 0)
			);
		return;
	}
	for (let i = from + 1; i < to; i++) {
		const row = order[i] as number;
		const day = start[row] as number;
		let hole = i;
		while (hole > from && (start[order[hole - 1] as number] as number) > day) {
			order[hole] = order[hole - 1] as number;
			hole--;
		}
		order[hole] = row;
	}
}
