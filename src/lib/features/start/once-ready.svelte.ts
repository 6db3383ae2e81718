import type { Library } from '#lib/state/library.svelte.ts';

/** Does what was chosen last, as soon as it is known what is stored. Made by a component: it waits as long as that stands. */
export class OnceReady<T> {
	#waiting = $state.raw<T | null>(null);

	constructor(library: Pick<Library, 'status'>, run: (chosen: T) => void) {
		$effect(() => {
			const chosen = this.#waiting;
			if (chosen === null || library.status === 'starting') return;
			this.#waiting = null;
			if (library.status === 'ready') run(chosen);
		});
	}

	get waiting(): T | null {
		return this.#waiting;
	}

	choose(chosen: T): void {
		this.#waiting = chosen;
	}
}
