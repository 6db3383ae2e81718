import type { CustomerPage, CustomerQuery, LifecycleCustomers, RfmCustomers } from '#lib/api/index.ts';
import { bitsetOf, intersection, type Bitset } from '#lib/core/columns/bitset.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { gather } from '#lib/core/columns/order-index.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import { Cache } from './cache.ts';
import { customersSorted } from './customer-order.ts';
import type { Question } from './question.ts';
import { rosterOf, type Roster } from './roster.ts';
import { foundIn, nameOf } from './search-index.ts';
import type { Session } from './session.ts';

/** The customers that a query means, in its order. */
export interface Matches {
	readonly roster: Roster;
	readonly rows: Uint32Array;
	readonly revenue: number;
}

/** Lists of customers: each step is kept, so that scrolling costs a page and a new search one scan. */
export class CustomerLists {
	readonly #session: Session;
	readonly #rosters = new Cache<Roster>(2);
	readonly #orders = new Cache<Uint32Array>(8);
	readonly #matches = new Cache<Matches>(4);

	constructor(session: Session) {
		this.#session = session;
	}

	/** One window of the list. Linear in its rows when the query differs from an earlier one only in the window. */
	async page(query: CustomerQuery): Promise<CustomerPage> {
		const { roster, rows, revenue } = await this.matches(query);
		const { otherIds, table } = this.#session.data;
		const { names, customers } = table;
		const offset = wholeNumber(query.offset, 'offset');
		const window = rows.subarray(offset, offset + wholeNumber(query.limit, 'limit'));
		return {
			matches: rows.length,
			all: roster.all,
			revenue,
			offset,
			keys: Array.from(window, (who) => stringAt(customers, who)),
			mergedIds:
				otherIds.size === 0
					? null
					: Array.from(window, (who) => otherIds.get(stringAt(customers, who)) ?? []),
			names: names === null ? null : Array.from(window, (who) => nameOf(names, who)),
			recency: gather(roster.recency, window),
			frequency: gather(roster.frequency, window),
			monetary: gather(roster.monetary, window),
			r: gather(roster.r, window),
			f: gather(roster.f, window),
			m: gather(roster.m, window),
			segment: gather(roster.segment, window),
			stage: gather(roster.stage, window),
			firstDay: gather(roster.firstDay, window),
			lastDay: gather(roster.lastDay, window)
		};
	}

	/** Everyone whom a query means. Throws `params-invalid`, `selection-invalid`, `method-unknown`, `cancelled`. */
	async matches(query: CustomerQuery): Promise<Matches> {
		const { rfm, lifecycle, sort, descending, search, selection } = query;
		if (rfm.method !== 'rfm' || lifecycle.method !== 'lifecycle') {
			throw new CoreError('params-invalid', {
				method: `${rfm.method}, ${lifecycle.method}`,
				param: 'method'
			});
		}
		const { data } = this.#session;
		const scored = await this.#session.question(rfm);
		const staged = await this.#session.question(lifecycle);
		const selected = selection === null ? null : await this.#session.question(selection.request);
		// From here on nothing waits. Another dataset may have been opened meanwhile: its customers are other people.
		if (this.#session.data !== data) throw new CoreError('cancelled');
		const { key: rosterKey, roster } = this.#roster(scored, staged, rfm.refunds);
		const who = selection === null ? '' : JSON.stringify([selected?.key, selection.table, selection.row]);
		const key = JSON.stringify([rosterKey, who, search, sort, descending]);
		return this.#matches.get(key, () => {
			let wanted = roster.known;
			if (search !== '') wanted = intersection(wanted, foundIn(data.searchIndex, search));
			if (selection !== null && selected !== null) {
				const { method, params } = selected;
				const input = this.#session.inputOf(selected);
				const members = method.members(input, params, selection.table, selection.row);
				wanted = intersection(wanted, bitsetOf(roster.size, members));
			}
			return matching(roster, this.#order(rosterKey, roster, query), wanted);
		});
	}

	#roster(scored: Question, staged: Question, refunds: RefundRule): { key: string; roster: Roster } {
		const key = JSON.stringify([scored.key, staged.key]);
		// First and last day and revenue are those of orders, whatever rows customers are scored by.
		const { frame } = scored.input;
		const roster = this.#rosters.get(key, () =>
			rosterOf(
				this.#session.data.ledgerAsOf(refunds, frame.asOf),
				frame,
				this.#session.outcome(scored).customers as RfmCustomers | null,
				this.#session.outcome(staged).customers as LifecycleCustomers | null
			)
		);
		return { key, roster };
	}

	#order(rosterKey: string, roster: Roster, { sort, descending }: CustomerQuery): Uint32Array {
		const { data } = this.#session;
		return this.#orders.get(JSON.stringify([rosterKey, sort, descending]), () =>
			customersSorted(roster, sort, descending, () => data.nameRanks)
		);
	}
}

function wholeNumber(value: number, param: string): number {
	if (!(Number.isSafeInteger(value) && value >= 0))
		throw new CoreError('params-invalid', { method: '', param });
	return value;
}

/** Those of `order` that are wanted, still in that order, and what they spent. */
function matching(roster: Roster, order: Uint32Array, { words }: Bitset): Matches {
	const rows = new Uint32Array(order.length);
	let count = 0;
	let revenue = 0;
	for (let i = 0; i < order.length; i++) {
		const who = order[i] as number;
		if ((((words[who >>> 5] as number) >>> (who & 31)) & 1) === 0) continue;
		rows[count++] = who;
		revenue += roster.revenue[who] as number;
	}
	return { roster, rows: rows.slice(0, count), revenue };
}
