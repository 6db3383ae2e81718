import { pseudonymCodes } from '#lib/core/privacy/pseudonym-codes.ts';

/** Signatures asked for at once. */
const AT_ONCE = 2000;

/** Gives texts of one kind their codes, in their order; empty texts stay empty. */
export type Coder = (kind: string, texts: readonly string[]) => Promise<string[]>;

/**
 * A coder by a workspace's own key: HMAC-SHA-256 over the kind and the text, as readable codes. The same text of the same
 * kind has the same code in every file; without the key nobody can reckon which text a code stands for, not even by
 * trying all of them. About 40 µs a text. `pause` lets others have their turn between two thousand texts.
 *
 * @throws whatever `pause` throws.
 */
export function coderWith(key: CryptoKey, pause: () => Promise<void>): Coder {
	const encoder = new TextEncoder();
	return async (kind, texts) => {
		const distinct = [...new Set(texts)].filter((text) => text !== '');
		const digests: Uint8Array[] = [];
		for (let at = 0; at < distinct.length; at += AT_ONCE) {
			await pause();
			const some = distinct.slice(at, at + AT_ONCE).map((text) => encoder.encode(`${kind}\u0000${text}`));
			const signed = await Promise.all(some.map((bytes) => crypto.subtle.sign('HMAC', key, bytes)));
			for (const signature of signed) digests.push(new Uint8Array(signature));
		}
		const codes = pseudonymCodes(digests);
		const codeOf = new Map(distinct.map((text, i) => [text, codes[i] as string]));
		return texts.map((text) => codeOf.get(text) ?? '');
	};
}
