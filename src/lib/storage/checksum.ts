import { CoreError } from '#lib/core/errors.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { hexOf } from '#lib/core/result/provenance.ts';

/** SHA-256 as 64 hex digits. Throws `storage-unavailable` where the page is not a secure context. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	// Only pages from https or loopback get the digest; without it nothing stored could be checked.
	const { subtle } = (globalThis as { crypto?: { subtle?: SubtleCrypto } }).crypto ?? {};
	if (subtle === undefined) throw new CoreError('storage-unavailable');
	return hexOf(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}

/** The checksum of a record: SHA-256 over its canonical JSON. */
export function recordChecksum(value: unknown): Promise<string> {
	return sha256Hex(new TextEncoder().encode(canonicalJson(value)));
}
