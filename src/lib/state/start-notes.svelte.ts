import type { StartupReport } from '#lib/api/index.ts';
import type { KeyValueStore } from './key-value-store.ts';
import { compareWithSentinel, keptThroughout, readSentinel, type Sentinel } from './sentinel.ts';

/** What was found amiss at the start: read until it is put away. */
export class StartNotes {
	#collected = $state(0);
	#damaged = $state.raw<readonly string[]>([]);
	#lost = $state.raw<readonly string[]>([]);

	/** Unfinished imports of an earlier visit that were cleared away. */
	get collected(): number {
		return this.#collected;
	}

	/** Names of what is stored but incomplete, or not what was acknowledged. */
	get damaged(): readonly string[] {
		return this.#damaged;
	}

	/** Names of what an earlier visit stored and the browser no longer has. */
	get lost(): readonly string[] {
		return this.#lost;
	}

	/** Holds what the database has against what the last visit left; `before`: as that was when the start began. */
	take(report: StartupReport, before: Sentinel, store: KeyValueStore | null): void {
		this.#collected = report.collected;
		const found = compareWithSentinel(keptThroughout(before, readSentinel(store)), report);
		this.#lost = found.lost;
		const damaged = [...report.datasets, ...report.tables].filter((dataset) =>
			report.damaged.includes(dataset.id)
		);
		this.#damaged = [...new Set([...damaged.map((dataset) => dataset.name), ...found.altered])];
	}

	dismiss(): void {
		this.#collected = 0;
		this.#lost = [];
		this.#damaged = [];
	}
}
