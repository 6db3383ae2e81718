import type { ErrorRecord, ReportOutline, ReportRequest } from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import { Resource } from './resource.svelte.ts';
import { versionKey } from './version-key.ts';

/** What the items of a report will say. Made by a component: it follows as long as that stands. */
export class ReportOutlook {
	readonly #answer = new Resource<ReportOutline>();

	constructor(app: App, request: () => ReportRequest | null) {
		$effect(() => {
			const { dataset } = app.workbench;
			const asked = request();
			if (dataset === null || asked === null) return;
			// Captions and the like change nothing of it.
			const named = (asked.items ?? []).map((item) =>
				item.kind === 'piece' ? [item.section, item.piece] : item.kind
			);
			const key = JSON.stringify([versionKey(dataset.manifest), asked.locale, asked.sections, named]);
			void this.#answer.ask(key, () => app.analysisApi.outline(asked));
		});
	}

	/** That of the question before stays until the next is here; null before the first. */
	get current(): ReportOutline | null {
		return this.#answer.current;
	}

	get loading(): boolean {
		return this.#answer.loading;
	}

	get error(): ErrorRecord | null {
		return this.#answer.error;
	}
}
