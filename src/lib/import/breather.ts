import { CoreError } from '#lib/core/errors.ts';

/** Work done in one go before messages are let in: a cancel is seen well within 200 ms. */
const MAX_BUSY_MS = 40;

/**
 * Lets a long job breathe: `pause` gives the event loop a turn when the job has been busy for a while, so that
 * a message (a cancel) can arrive, and throws `cancelled` when it did. A message to oneself is used because
 * timers are slowed down to 4 ms a turn after a few turns.
 */
export class Breather {
	readonly #signal: AbortSignal | undefined;
	readonly #channel = new MessageChannel();
	#wake: () => void = () => undefined;
	#since = performance.now();

	constructor(signal: AbortSignal | undefined) {
		this.#signal = signal;
		this.#channel.port1.onmessage = () => this.#wake();
	}

	/** Throws `cancelled` when the job was cancelled. */
	check(): void {
		if (this.#signal?.aborted === true) throw new CoreError('cancelled');
	}

	/** Gives the event loop a turn if one is due, then checks. */
	async pause(): Promise<void> {
		this.check();
		if (performance.now() - this.#since < MAX_BUSY_MS) return;
		await new Promise<void>((resolve) => {
			this.#wake = resolve;
			this.#channel.port2.postMessage(null);
		});
		this.#since = performance.now();
		this.check();
	}

	/** Frees the channel; an open one would keep a Node process alive. */
	close(): void {
		this.#channel.port1.close();
		this.#channel.port2.close();
	}
}
