import { CoreError } from '#lib/core/errors.ts';

/** No snapshot that Clientele writes comes near; a larger file is something else. */
const limit = 256 * 1024 * 1024;

export type Unseal = (file: Uint8Array, passphrase: string) => Promise<Uint8Array<ArrayBuffer>>;

/** What stands in a snapshot file, opened by its passphrase where it is locked. Throws `file-too-large`, `sealed-unreadable`. */
export async function snapshotBytes(
	file: Blob,
	passphrase: string | null,
	unseal: Unseal
): Promise<Uint8Array<ArrayBuffer>> {
	if (file.size > limit) throw new CoreError('file-too-large', { size: file.size, limit });
	const read = new Uint8Array(await file.arrayBuffer());
	return passphrase === null ? read : unseal(read, passphrase);
}
