import { passphraseBits, passphraseLeast, strengthOf, suggestPassphrase } from './passphrase-strength.ts';

/** Whether the next file is locked, and with what. Kept nowhere but here, and gone with the screen. */
export class Protection {
	on = $state(false);
	typed = $state('');
	again = $state('');
	/** Readable on the screen: then it need not be typed twice. */
	shown = $state(false);
	#suggested = $state<string | null>(null);
	readonly #fill: (bytes: Uint8Array<ArrayBuffer>) => unknown;

	/** `fill` puts chance into bytes, for a suggested passphrase. */
	constructor(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown) {
		this.#fill = fill;
	}

	get strength(): 'weak' | 'fair' | 'strong' {
		// Made by chance, it is worth all of it, whatever it looks like.
		return this.typed === this.#suggested ? 'strong' : strengthOf(passphraseBits(this.typed));
	}

	/** Why nothing can be locked yet. */
	get missing(): 'short' | 'differs' | null {
		if (!this.on) return null;
		if ([...this.typed.normalize('NFKC')].length < passphraseLeast) return 'short';
		return this.shown || this.typed === this.again ? null : 'differs';
	}

	/** What the file is to be locked with; null leaves it open. */
	get passphrase(): string | null {
		return this.on && this.missing === null ? this.typed : null;
	}

	/** Takes a passphrase made by chance, and shows it. */
	suggest(): void {
		this.#suggested = suggestPassphrase(this.#fill);
		this.typed = this.#suggested;
		this.again = '';
		this.shown = true;
	}
}
