import type { CustomerPair, DuplicateList, ErrorRecord, SameDecision } from '#lib/api/index.ts';
import { errorText } from '#lib/i18n/coded.ts';
import type { App } from './app.svelte.ts';
import { Resource } from './resource.svelte.ts';

/** Customers that may be one, pair by pair, and what is decided of them. */
export class DuplicateReview {
	readonly #app: App;
	readonly #found = new Resource<DuplicateList>();
	/** Of the list as it was found: pairs that were decided since. */
	#decided = $state.raw<ReadonlySet<CustomerPair>>(new Set());
	#at = $state(0);
	#turn = 0;

	constructor(app: App) {
		this.#app = app;
	}

	get list(): DuplicateList | null {
		return this.#found.current;
	}

	get loading(): boolean {
		return this.#found.loading;
	}

	get error(): ErrorRecord | null {
		return this.#found.error;
	}

	/** The pairs that are left to decide. */
	get pairs(): readonly CustomerPair[] {
		return (this.list?.pairs ?? []).filter((pair) => !this.#decided.has(pair));
	}

	/** Place of the pair in hand among those left. */
	get at(): number {
		return Math.min(this.#at, Math.max(0, this.pairs.length - 1));
	}

	get pair(): CustomerPair | null {
		return this.pairs[this.at] ?? null;
	}

	/** How many pairs are left to decide, those beyond the list included. */
	get left(): number {
		return (this.list?.found ?? 0) - this.#decided.size;
	}

	/** The ids of the pairs left with the same id, phone or address under a like name. */
	get exact(): DuplicateList['exact']['pairs'] {
		const decided = new Set(
			[...this.#decided].map(({ first, second }) => JSON.stringify([first.id, second.id]))
		);
		return (this.list?.exact.pairs ?? []).filter((pair) => !decided.has(JSON.stringify(pair)));
	}

	/** Looks for pairs among the customers as they are now. */
	async look(): Promise<void> {
		const { workbench, analysisApi } = this.#app;
		this.#decided = new Set();
		this.#at = 0;
		await this.#found.ask(String(++this.#turn), () => analysisApi.duplicates(workbench.refunds));
	}

	close(): void {
		this.#found.clear();
	}

	next(): void {
		if (this.at < this.pairs.length - 1) this.#at = this.at + 1;
	}

	previous(): void {
		this.#at = Math.max(0, this.at - 1);
	}

	async accept(): Promise<void> {
		const { pair } = this;
		if (pair === null) return;
		// Who came first goes on naming the customer.
		const [older, newer] =
			pair.second.firstDay < pair.first.firstDay ? [pair.second, pair.first] : [pair.first, pair.second];
		await this.#decide({ kind: 'merge', pairs: [[older.id, newer.id]] }, pair);
	}

	async refuse(): Promise<void> {
		const { pair } = this;
		if (pair === null) return;
		await this.#decide({ kind: 'apart', pair: [pair.first.id, pair.second.id] }, pair);
	}

	/** Merges all pairs with the same id, phone or address under a like name. */
	async acceptExact(): Promise<void> {
		if (await this.#decide({ kind: 'merge', pairs: this.exact }, null)) this.close();
	}

	/** Takes a merged customer apart again. */
	async split(id: string): Promise<void> {
		if (await this.#decide({ kind: 'split', id }, null)) this.close();
	}

	/** Takes back that two customers are not the same: the pair is proposed again. */
	async forget(pair: readonly [string, string]): Promise<void> {
		if (await this.#decide({ kind: 'forget', pair }, null)) this.close();
	}

	async #decide(decision: SameDecision, about: CustomerPair | null): Promise<boolean> {
		const { workbench, library, speaker, settings } = this.#app;
		if (workbench.workspace === null) return false;
		if (about !== null) this.#decided = new Set([...this.#decided, about]);
		const answer = await library.decideSameCustomers(workbench.workspace.id, decision);
		if (answer.ok) return true;
		speaker.problem(errorText(settings.t, answer.error));
		if (about !== null) this.#decided = new Set([...this.#decided].filter((pair) => pair !== about));
		return false;
	}
}
