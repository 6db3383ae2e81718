import { CoreError } from '#lib/core/errors.ts';

/** SHA-256 as 64 hex digits. Throws `storage-unavailable` where the page is not a secure context. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	// Only pages from https or loopback get the digest; without it nothing stored could be checked.
	const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
	if (subtle === undefined) throw new CoreError('storage-unavailable');
	const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * JSON with keys in code-unit order and absent fields left out, so that equal records have equal text.
 *
 * @example
 * canonicalJson({ b: 1, a: [true, null], c: undefined }) // => '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_, field: unknown) => {
		if (typeof field !== 'object' || field === null || Array.isArray(field)) return field;
		return Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}

/** The checksum of a record: SHA-256 over its canonical JSON. */
export function recordChecksum(value: unknown): Promise<string> {
	return sha256Hex(new TextEncoder().encode(canonicalJson(value)));
}
