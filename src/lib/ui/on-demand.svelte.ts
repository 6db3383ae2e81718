import type { Component } from 'svelte';

type Load<Part> = () => Promise<{ readonly default: Part }>;

/**
 * A floating part whose code is loaded when somebody first reaches for its trigger: a page that is only looked at
 * does not wait for menus. Until then the trigger carries `waiting`, which says to a screen reader what it will open.
 */
export class OnDemand<Part extends Component<never, object>> {
	/** The part, once its trigger was pressed. It draws the trigger from then on. */
	part = $state.raw<Part | null>(null);
	readonly waiting: Record<string, unknown>;

	readonly #load: Load<Part>;

	constructor(kind: 'menu' | 'dialog', load: Load<Part>, open: () => void) {
		this.#load = load;
		const ahead = (): void => void load();
		this.waiting = {
			'aria-haspopup': kind,
			'aria-expanded': 'false',
			onpointerenter: ahead,
			onfocus: ahead,
			onclick: () => void this.#reveal(open)
		};
	}

	async #reveal(open: () => void): Promise<void> {
		this.part = (await this.#load()).default;
		open();
	}
}
