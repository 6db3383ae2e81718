/** Bytes of one piece: fixed for good, as another size would give other fingerprints. */
export const FINGERPRINT_PIECE = 4 * 2 ** 20;

/**
 * The fingerprint of a file, taken while it streams by: SHA-256 over the SHA-256 digests of its successive
 * pieces of 4 MiB (the last one shorter), as lower-case hex. WebCrypto hashes whole buffers only; hashing the
 * pieces keeps memory at 4 MiB whatever the file's size. See docs/methods/provenance.md.
 */
export class Fingerprint {
	/** What came of a piece; there is none while pieces come whole. */
	#piece = new Uint8Array(0);
	readonly #digests: Promise<Uint8Array>[] = [];
	#filled = 0;

	/** Adds the next bytes of the file. Hashing goes on beside what follows; one piece at a time is waited for. */
	async add(bytes: Uint8Array): Promise<void> {
		let from = 0;
		while (from < bytes.length) {
			if (this.#filled === 0 && bytes.length - from >= FINGERPRINT_PIECE) {
				await this.#hash(bytes.subarray(from, from + FINGERPRINT_PIECE));
				from += FINGERPRINT_PIECE;
				continue;
			}
			if (this.#piece.length === 0) this.#piece = new Uint8Array(FINGERPRINT_PIECE);
			const take = Math.min(bytes.length - from, FINGERPRINT_PIECE - this.#filled);
			this.#piece.set(bytes.subarray(from, from + take), this.#filled);
			this.#filled += take;
			from += take;
			if (this.#filled === FINGERPRINT_PIECE) await this.#closePiece();
		}
	}

	/** The fingerprint of all that was added. Call once. */
	async finish(): Promise<string> {
		if (this.#filled > 0) await this.#closePiece();
		const all = new Uint8Array(this.#digests.length * 32);
		(await Promise.all(this.#digests)).forEach((digest, i) => all.set(digest, i * 32));
		return hex(await sha256(all));
	}

	async #closePiece(): Promise<void> {
		await this.#hash(this.#piece.subarray(0, this.#filled));
		this.#filled = 0;
	}

	async #hash(piece: Uint8Array): Promise<void> {
		// Two pieces exist at most: one that is hashed, and the next.
		await this.#digests.at(-1);
		// A digest is of a copy that is made when it is asked for: the bytes can be others at once.
		this.#digests.push(sha256(piece as Uint8Array<ArrayBuffer>));
	}
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
