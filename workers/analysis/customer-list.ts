import type {
	CustomerPage,
	CustomerQuery,
	LifecycleCustomers,
	MoveSelection,
	RfmCustomers,
	Selection
} from '#lib/api/index.ts';
import { bitsetOf, countBits, intersection, type Bitset } from '#lib/core/columns/bitset.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { gather } from '#lib/core/columns/order-index.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import { Cache } from './cache.ts';
import type { Movers } from './comparison/movers.ts';
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
	readonly profit: CustomerPage['profit'];
	/** Those behind the selection whom the dataset does not have, or not by the as-of date. */
	readonly beyond: number;
}

/** Those behind a selection, named by a key; `all` counts those whom the dataset does not have too. */
interface Behind {
	readonly key: string;
	readonly members: () => Pick<Movers, 'who'> & { readonly all: number | null };
}

/** Lists of customers: each step is kept, so that scrolling costs a page and a new search one scan. */
export class CustomerLists {
	readonly #session: Session;
	readonly #moversOf: (selection: MoveSelection) => Promise<Movers>;
	readonly #rosters = new Cache<Roster>(2);
	readonly #orders = new Cache<Uint32Array>(8);
	readonly #matches = new Cache<Matches>(4);

	constructor(session: Session, moversOf: (selection: MoveSelection) => Promise<Movers>) {
		this.#session = session;
		this.#moversOf = moversOf;
	}

	/** One window of the list. Linear in its rows when the query differs from an earlier one only in the window. */
	async page(query: CustomerQuery): Promise<CustomerPage> {
		const { roster, rows, revenue, profit, beyond } = await this.matches(query);
		const { otherIds, table } = this.#session.data;
		const { names, customers } = table;
		const offset = wholeNumber(query.offset, 'offset');
		const window = rows.subarray(offset, offset + wholeNumber(query.limit, 'limit'));
		return {
			matches: rows.length,
			...(beyond > 0 && { beyond }),
			all: roster.all,
			revenue,
			profit,
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
			revenues: gather(roster.revenue, window),
			profits: roster.profit && gather(roster.profit.own, window),
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
		const behind = selection === null ? null : await this.#behind(selection);
		// From here on nothing waits. Another dataset may have been opened meanwhile: its customers are other people.
		if (this.#session.data !== data) throw new CoreError('cancelled');
		const { key: rosterKey, roster } = this.#roster(scored, staged, rfm.refunds);
		const key = JSON.stringify([rosterKey, behind?.key ?? '', search, sort, descending]);
		return this.#matches.get(key, () => {
			let wanted = roster.known;
			let beyond = 0;
			if (behind !== null) {
				const { who, all } = behind.members();
				wanted = intersection(wanted, bitsetOf(roster.size, who));
				if (all !== null) beyond = all - countBits(wanted);
			}
			if (search !== '') wanted = intersection(wanted, foundIn(data.searchIndex, search));
			return { ...matching(roster, this.#order(rosterKey, roster, query), wanted), beyond };
		});
	}

	async #behind(selection: Selection | MoveSelection): Promise<Behind> {
		if ('states' in selection) {
			const movers = await this.#moversOf(selection);
			return { key: JSON.stringify([selection, this.#session.data.key]), members: () => movers };
		}
		const { request, table, row } = selection;
		const question = await this.#session.question(request);
		const { method, params, key } = question;
		return {
			key: JSON.stringify([key, table, row]),
			members: () => ({
				who: method.members(this.#session.inputOf(question), params, table, row),
				all: null
			})
		};
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

/** Those of `order` that are wanted, still in that order, and what they spent and brought. */
function matching(roster: Roster, order: Uint32Array, { words }: Bitset): Omit<Matches, 'beyond'> {
	const rows = new Uint32Array(order.length);
	let count = 0;
	let revenue = 0;
	let [sum, ofRevenue] = [0, 0];
	for (let i = 0; i < order.length; i++) {
		const who = order[i] as number;
		if ((((words[who >>> 5] as number) >>> (who & 31)) & 1) === 0) continue;
		rows[count++] = who;
		revenue += roster.revenue[who] as number;
		sum += roster.profit?.own[who] || 0;
		ofRevenue += roster.profit?.ofRevenue[who] ?? 0;
	}
	const profit = roster.profit && { sum, known: revenue > 0 ? ofRevenue / revenue : NaN };
	return { roster, rows: rows.slice(0, count), revenue, profit };
}
