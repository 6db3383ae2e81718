/** Where the focus goes when the button that had it is gone with what it answered. */
export class FocusKeeper {
	#last: Element | null = null;
	#answered = false;

	/** `seen`: what changes when a button's answer is there. */
	constructor(seen: () => unknown) {
		$effect(() => {
			seen();
			this.#restore();
		});
	}

	/** Hears of what got the focus. */
	note(target: EventTarget | null): void {
		if (!(target instanceof Element)) return;
		this.#last = target;
		this.#answered = target.closest('[data-answers]') !== null;
	}

	/**
	 * Moves the focus, if it was lost: after an answer to the next one, after an offer to the notice that says what was
	 * accepted; where there is none to what the file is.
	 */
	#restore(): void {
		if (this.#last === null || this.#last.isConnected || document.activeElement !== document.body) return;
		const next = this.#answered ? '[data-answers] button' : '[data-accepted]';
		const place =
			document.querySelector<HTMLElement>(next) ?? document.querySelector<HTMLElement>('[data-stays]');
		place?.focus();
	}
}
