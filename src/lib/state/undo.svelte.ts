import type { ImportJob } from './import-job.svelte.ts';
import type { Reviewed } from './reviewed.ts';
import { noHistory, remembered, travelled, type History } from './history.ts';

/** Takes changes of what was decided in review back, and does them again. One per review. */
export class Undo {
	#history = $state.raw<History<Reviewed>>(noHistory);
	#travelling = false;
	readonly #imports: ImportJob;

	constructor(imports: ImportJob) {
		this.#imports = imports;
		imports.onchange = (before, about) => {
			if (!this.#travelling) this.#history = remembered(this.#history, before, about);
		};
	}

	get canUndo(): boolean {
		return this.#history.past.length > 0;
	}

	get canRedo(): boolean {
		return this.#history.future.length > 0;
	}

	undo(): void {
		this.#travel('back');
	}

	redo(): void {
		this.#travel('forth');
	}

	#travel(way: 'back' | 'forth'): void {
		const { reviewed } = this.#imports;
		const travel = reviewed === null ? null : travelled(this.#history, reviewed, way);
		if (travel === null) return;
		this.#history = travel.history;
		this.#travelling = true;
		this.#imports.decideOn(travel.state);
		this.#travelling = false;
	}
}
