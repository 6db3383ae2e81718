import type { CustomerHistory, LinkedRecord } from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import { Resource } from './resource.svelte.ts';

export type HistoryUnit = 'month' | 'quarter';

/** What is known of one customer beyond their line in the list. Made by a component: it asks as long as that stands. */
export class CustomerCard {
	unit = $state<HistoryUnit>('month');
	readonly history = new Resource<CustomerHistory>();
	readonly links = new Resource<readonly LinkedRecord[]>();
	readonly #ask: () => void;

	constructor(app: App, customer: () => string) {
		const { workbench, analysisApi } = app;
		this.#ask = (): void => {
			const { source } = workbench;
			if (source === null || workbench.frame === null || workbench.readOnly) return;
			const request = {
				rfm: workbench.request('rfm'),
				lifecycle: workbench.request('lifecycle'),
				customer: customer(),
				unit: this.unit
			};
			void this.history.ask(JSON.stringify([source.key, request]), () =>
				analysisApi.customerHistory(request)
			);
			void this.links.ask(JSON.stringify([source.key, request.customer]), () =>
				analysisApi.customerLinks(request.customer)
			);
		};
		$effect(this.#ask);
		$effect(() => () => {
			if (this.history.loading) void analysisApi.leaveCustomer();
		});
	}

	retry(): void {
		this.#ask();
	}
}
