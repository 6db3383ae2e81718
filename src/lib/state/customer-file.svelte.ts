import {
	customerFileColumns,
	type CustomerFileColumn,
	type CustomerFileForm,
	type CustomerFilePreview,
	type CustomerFileRequest,
	type CustomerLabels,
	type Envelope,
	type SharedColumn
} from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import { Resource } from './resource.svelte.ts';
import type { Sharing } from './sharing.svelte.ts';

/** A reckoned column of a file of customers. */
export type ReckonedColumnId = Exclude<(typeof customerFileColumns)[number], 'customer' | 'name'>;
export const reckonedColumns = customerFileColumns.filter(
	(id): id is ReckonedColumnId => id !== 'customer' && id !== 'name'
);

/** The reckoned columns that there are, what heads columns, and names segments and stages, in the reader's language. */
export interface CustomerFileWords {
	readonly reckoned: readonly ReckonedColumnId[];
	readonly header: (id: (typeof customerFileColumns)[number]) => string;
	readonly labels: CustomerLabels;
}

/** A file of the customers listed, being put together. */
export class CustomerFile {
	/** Whether it is given away: then the workspace's rules hold, and the consent. Else it has everything as it is. */
	redacted = $state(true);
	#left = $state.raw<readonly ReckonedColumnId[]>([]);
	readonly #preview = new Resource<CustomerFilePreview>();
	readonly #app: App;
	readonly #sharing: Sharing;
	readonly #words: () => CustomerFileWords;

	constructor(app: App, sharing: Sharing, words: () => CustomerFileWords) {
		this.#app = app;
		this.#sharing = sharing;
		this.#words = words;
	}

	get preview(): Resource<CustomerFilePreview> {
		return this.#preview;
	}

	has(id: ReckonedColumnId): boolean {
		return !this.#left.includes(id);
	}

	/** Takes a reckoned column in, or leaves it out. */
	take(id: ReckonedColumnId, wanted: boolean): void {
		const others = this.#left.filter((left) => left !== id);
		this.#left = wanted ? others : [...others, id];
	}

	/** What is asked for; null while the columns are not known. */
	readonly request: CustomerFileRequest | null = $derived.by(() => {
		const query = this.#app.customers.everyone;
		const own = this.#sharing.columns;
		if (query === null || own === null) return null;
		const { reckoned, header, labels } = this.#words();
		const ids = own.filter(({ id }) => id === 'customer' || id === 'name');
		const columns = [
			...ids.map((column) => this.#disclosed(column, header(column.id as 'customer' | 'name'))),
			...reckoned
				.filter((id) => this.has(id))
				.map((id): CustomerFileColumn => ({ id, header: header(id), policy: 'keep' })),
			...own
				.filter((column) => !ids.includes(column))
				.map((column) => this.#disclosed(column, column.id.slice('attribute:'.length)))
		];
		return { query, columns, consent: this.redacted ? this.#sharing.consent : null, labels };
	});

	/** Whether customers' ids or names stand in the file as they are. */
	get names(): boolean {
		const columns = this.request?.columns ?? [];
		return columns.some(({ id, policy }) => (id === 'customer' || id === 'name') && policy === 'keep');
	}

	/** Columns of the data that are left out of the file, and those that are masked or replaced by codes. */
	get withheld(): { readonly dropped: number; readonly coded: number } {
		const policies = (this.request?.columns ?? []).map(({ policy }) => policy);
		return {
			dropped: policies.filter((policy) => policy === 'drop').length,
			coded: policies.filter((policy) => policy === 'mask' || policy === 'pseudonym').length
		};
	}

	/** Keeps the preview in step with the request. Call once while a component initialises. */
	keep(): void {
		$effect(() => {
			const { request } = this;
			if (request === null) return;
			void this.#preview.ask(JSON.stringify(request), () => this.#app.analysisApi.customersPreview(request));
		});
	}

	async file(form: CustomerFileForm): Promise<Envelope<Blob>> {
		const { request } = this;
		if (request === null) return { ok: false, error: { code: 'dataset-not-open', params: {} } };
		return this.#app.analysisApi.customersFile(request, form, () => undefined);
	}

	#disclosed(column: SharedColumn, header: string): CustomerFileColumn {
		const policy = this.redacted ? this.#sharing.policy(column) : 'keep';
		return { id: column.id, header, policy };
	}
}
