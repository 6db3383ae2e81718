import { CoreError } from '#lib/core/errors.ts';
import { carriedSnapshot } from '#lib/report/snapshot/carried-snapshot.ts';

/** No snapshot that Clientele writes comes near; a larger file is something else. */
const limit = 256 * 1024 * 1024;

export type Unseal = (file: Uint8Array, passphrase: string) => Promise<Uint8Array<ArrayBuffer>>;

/** How a page begins; a snapshot is an object in JSON. */
const pageStart = '<'.charCodeAt(0);

/**
 * What stands in a snapshot file, opened by its passphrase where it is locked, or in the report that carries it. Throws
 * `file-too-large`, `sealed-unreadable`, `snapshot-invalid`, `report-without-snapshot`.
 */
export async function snapshotBytes(
	file: Blob,
	passphrase: string | null,
	unseal: Unseal
): Promise<Uint8Array<ArrayBuffer>> {
	if (file.size > limit) throw new CoreError('file-too-large', { size: file.size, limit });
	const read = new Uint8Array(await file.arrayBuffer());
	if (passphrase !== null) return unseal(read, passphrase);
	if (read[0] !== pageStart) return read;
	const carried = carriedSnapshot(new TextDecoder().decode(read), limit);
	if (carried === null) throw new CoreError('report-without-snapshot');
	return carried;
}
