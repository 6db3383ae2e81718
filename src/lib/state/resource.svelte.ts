import { untrack } from 'svelte';
import type { Envelope, ErrorRecord } from '#lib/api/index.ts';

/**
 * One value that is asked for again and again: what is known now, whether more is on its way, and what went wrong.
 * Only the answer to the latest question counts; answers that arrive late are dropped. The value of the question
 * before stays in `current` while the next is under way, or has failed, so that a screen can keep showing it.
 */
export class Resource<T> {
	#current = $state.raw<T | null>(null);
	#error = $state.raw<ErrorRecord | null>(null);
	#loading = $state(false);
	#key: string | null = null;
	#turn = 0;

	get current(): T | null {
		return this.#current;
	}

	get error(): ErrorRecord | null {
		return this.#error;
	}

	get loading(): boolean {
		return this.#loading;
	}

	/** The key of the question that was asked last; null before the first. */
	get key(): string | null {
		return this.#key;
	}

	/** Asks, unless the same question was asked last and is open or answered. Safe to call in an effect. */
	ask(key: string, question: () => Promise<Envelope<T>>): Promise<void> {
		return untrack(() => this.#ask(key, question));
	}

	async #ask(key: string, question: () => Promise<Envelope<T>>): Promise<void> {
		if (key === this.#key && this.#error === null) return;
		this.#key = key;
		const turn = ++this.#turn;
		this.#loading = true;
		this.#error = null;
		const answer = await question().catch((thrown: unknown): Envelope<T> => ({
			ok: false,
			error: { code: 'internal', params: {}, detail: String(thrown) }
		}));
		if (turn !== this.#turn) return;
		this.#loading = false;
		if (answer.ok) this.#current = answer.value;
		else this.#error = answer.error;
	}

	/** Forgets everything; an answer still under way is dropped. */
	clear(): void {
		this.#turn++;
		this.#key = null;
		this.#current = null;
		this.#error = null;
		this.#loading = false;
	}
}
