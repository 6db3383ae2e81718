import type { MoveSelection } from '#lib/api/index.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { moversIn, type MoveCell } from '#lib/core/comparison/movers-in.ts';
import { movePlaces } from '#lib/core/comparison/each-move.ts';
import { CoreError } from '#lib/core/errors.ts';
import { followed, type Followed } from '#lib/report/comparison/follow.ts';
import type { OpenData } from '../open-data.ts';
import { inTurns } from '../in-turns.ts';
import { statesOf, type StateTools } from './states.ts';

/** Those behind a mark of a comparison: indices into the customers of the open dataset, of all that there are. */
export interface Movers {
	readonly who: Uint32Array;
	readonly all: number;
}

/** Finds who moved. Both states and everyone's codes are kept for the next mark of the same comparison. */
export class MoverFinder {
	#states: { readonly key: string; readonly customers: Followed | null } | null = null;
	#codes: { readonly data: OpenData; readonly customerOf: ReadonlyMap<string, number> } | null = null;

	/**
	 * @throws CoreError `selection-invalid` for a cell that is not in the comparison, or where nobody can be followed; and
	 * what reading the states throws.
	 */
	async find({ states, of, part, row }: MoveSelection, tools: StateTools): Promise<Movers> {
		const { data } = tools.session;
		const customers = await this.#followed(states, data, tools);
		const groups = customers?.by.find((known) => known.of === of)?.groups;
		if (customers === null || groups === undefined) throw new CoreError('selection-invalid');
		const { matching, before, later } = customers;
		const { width } = movePlaces({ matching, first: before[of], second: later[of] }, groups);
		const codes = moversIn(matching, before, later, of, groups, cellOf(part, row, width));
		const customerOf = await this.#customersByCode(data, tools);
		const who = codes.flatMap((code) => customerOf.get(code) ?? []);
		return { who: Uint32Array.from(who).sort(), all: codes.length };
	}

	async #followed(
		states: MoveSelection['states'],
		data: OpenData,
		tools: StateTools
	): Promise<Followed | null> {
		const key = JSON.stringify([states, data.key]);
		if (this.#states?.key !== key) {
			const pair = await statesOf({ ...states, appVersion: '', nowMs: 0 }, tools);
			const found = await inTurns(followed(pair), tools.signal);
			this.#states = { key, customers: typeof found === 'string' ? null : found };
		}
		return this.#states.customers;
	}

	async #customersByCode(data: OpenData, { coder }: StateTools): Promise<ReadonlyMap<string, number>> {
		if (this.#codes?.data !== data) {
			const { customers } = data.table;
			const keys = Array.from({ length: customers.size }, (_, customer) => stringAt(customers, customer));
			const codes = await (await coder())('customer', keys);
			this.#codes = { data, customerOf: new Map(codes.map((code, customer) => [code, customer])) };
		}
		return this.#codes.customerOf;
	}
}

function cellOf(part: MoveSelection['part'], row: number, width: number): MoveCell {
	const places = part === 'cell' ? width * width : width;
	if (!(Number.isSafeInteger(row) && row >= 0 && row < places)) throw new CoreError('selection-invalid');
	if (part === 'first') return { from: row, to: null };
	if (part === 'second') return { from: null, to: row };
	return { from: Math.floor(row / width), to: row % width };
}
