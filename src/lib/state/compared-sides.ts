import type { ComparedWith, SnapshotSummary, StatesAsked } from '#lib/api/index.ts';
import type { Library } from './library.svelte.ts';
import { reportMethods } from './report-methods.ts';
import type { ViewLocation } from './view-location.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';

/** How "now" is called in the address. */
export const NOW = 'now';

interface Surroundings {
	readonly library: Library;
	readonly workbench: Workbench;
	readonly location: ViewLocation;
}

/** Which two states the address names. Everything is reactive when read in a component or a `$derived`. */
export class ComparedSides {
	readonly #app: Surroundings;

	constructor(app: Surroundings) {
		this.#app = app;
	}

	/** Snapshots that can be chosen, latest first. */
	get snapshots(): readonly SnapshotSummary[] {
		const { library, workbench } = this.#app;
		const opened = library.snapshots.find(({ id }) => id === workbench.snapshotId);
		return library.snapshotsOf(workbench.workspace?.id ?? opened?.workspaceId ?? null);
	}

	/** Whether a dataset is open, or will be, whose state of now can be chosen. */
	get hasNow(): boolean {
		const { workbench } = this.#app;
		return !workbench.readOnly && workbench.manifest !== null;
	}

	/** The id of the snapshot chosen as the earlier state, or `NOW`; null where there is nothing to choose. */
	get first(): string | null {
		return this.#chosen('a') ?? this.snapshots.find(({ id }) => id !== this.#chosen('b'))?.id ?? null;
	}

	get second(): string | null {
		const chosen = this.#chosen('b');
		if (chosen !== null) return chosen;
		if (this.hasNow && this.first !== NOW) return NOW;
		return this.snapshots.find(({ id }) => id !== this.first)?.id ?? null;
	}

	/** Both states; null while one is missing. */
	get asked(): StatesAsked | null {
		const { first, second } = this;
		if (first === null || second === null || first === second) return null;
		const side = (id: string): ComparedWith => (id === NOW ? { kind: NOW } : { kind: 'snapshot', id });
		const usesNow = first === NOW || second === NOW;
		const now = usesNow ? reportMethods.map((method) => this.#app.workbench.request(method)) : [];
		return { first: side(first), second: side(second), now };
	}

	#chosen(side: 'a' | 'b'): string | null {
		const id = this.#app.location.view.params['compare']?.[side];
		if (id === NOW) return this.hasNow ? NOW : null;
		return this.snapshots.find((snapshot) => snapshot.id === id)?.id ?? null;
	}
}
