import type { CustomerHistory, CustomerHistoryRequest, LinkedRecord } from '#lib/api/index.ts';
import { periodEnds } from '#lib/core/calendar/period-ends.ts';
import { codeOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { CoreError } from '#lib/core/errors.ts';
import {
	customerHistory,
	cuttingOn,
	type DayCutting,
	type HistoryParams
} from '#lib/core/history/customer-history.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { pause } from '../shared/pause.ts';
import { Cache } from './cache.ts';
import type { Session } from './session.ts';

/** Days that a history reaches back to: two years of months, five of quarters. */
const steps = { month: 24, quarter: 20 } as const;

/** What is known of one customer: where they stood on past days, and what linked tables say. */
export class CustomerCards {
	readonly #session: Session;
	/** What decided on each day is the same for all customers, and small. */
	readonly #cuttings = new Cache<DayCutting[]>(4);
	readonly #linked = new Cache<{ readonly records: readonly LinkedRecord[] }>(16);

	constructor(session: Session) {
		this.#session = session;
	}

	/** Throws `params-invalid`, `method-unknown`, `cancelled`. */
	async history(request: CustomerHistoryRequest, signal: AbortSignal): Promise<CustomerHistory> {
		const { data } = this.#session;
		const scored = await this.#session.question(request.rfm);
		const staged = await this.#session.question(request.lifecycle);
		// Both were checked by the schemas of their methods.
		const params = { rfm: scored.params, lifecycle: staged.params } as HistoryParams;
		const inputs = { rfm: scored.input, lifecycle: staged.input };
		const { frame } = staged.input;
		const first = Math.min(
			...[scored.input.ledger, staged.input.ledger].filter(hasOrders).map(({ firstDay }) => firstDay)
		);
		const days = periodEnds(
			frame.asOf,
			Number.isFinite(first) ? first : frame.asOf,
			request.unit,
			frame,
			steps[request.unit]
		);
		const key = JSON.stringify([scored.key, staged.key, request.unit]);
		let cuttings = this.#cuttings.find(key);
		if (cuttings === undefined) {
			const made: DayCutting[] = [];
			for (const day of days) {
				made.push(cuttingOn(inputs, params, day));
				await pause();
				// Another dataset may have been opened meanwhile: its customers are other people.
				if (signal.aborted || this.#session.data !== data) throw new CoreError('cancelled');
			}
			cuttings = this.#cuttings.keep(key, made);
		}
		return customerHistory(inputs, params, cuttings, this.#find(request.customer));
	}

	/** What linked tables have about a customer. Throws `params-invalid`, and what reading throws. */
	async linked(customer: string): Promise<readonly LinkedRecord[]> {
		const { data } = this.#session;
		this.#find(customer);
		const key = JSON.stringify([data.key, customer]);
		const held = this.#linked.find(key);
		if (held !== undefined) return held.records;
		const records = await data.beside.records([customer, ...(data.otherIds.get(customer) ?? [])]);
		return this.#linked.keep(key, { records }).records;
	}

	#find(customer: string): number {
		const found = codeOf(this.#session.data.table.customers, customer);
		if (found === NO_CODE) throw new CoreError('params-invalid', { method: '', param: 'customer' });
		return found;
	}
}

const hasOrders = ({ orders }: Ledger): boolean => orders > 0;
