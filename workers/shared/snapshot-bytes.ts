import { CoreError } from '#lib/core/errors.ts';
import { openHtml } from '#lib/report/protect/open-html.ts';
import { carriedSnapshot } from '#lib/report/snapshot/carried-snapshot.ts';

/** No snapshot that Clientele writes comes near; a larger file is something else. */
const limit = 256 * 1024 * 1024;

export type Unseal = (file: Uint8Array, passphrase: string) => Promise<Uint8Array<ArrayBuffer>>;

/** How a page begins; a snapshot is an object in JSON. */
const pageStart = '<'.charCodeAt(0);

/**
 * What stands in a snapshot file or in the report that carries it, opened by its passphrase where it is locked. Throws
 * `file-too-large`, `sealed-unreadable`, `snapshot-invalid`, `report-without-snapshot`.
 */
export async function snapshotBytes(
	file: Blob,
	passphrase: string | null,
	unseal: Unseal
): Promise<Uint8Array<ArrayBuffer>> {
	if (file.size > limit) throw new CoreError('file-too-large', { size: file.size, limit });
	const read = new Uint8Array(await file.arrayBuffer());
	if (read[0] !== pageStart) return passphrase === null ? read : unseal(read, passphrase);
	const page = new TextDecoder().decode(read);
	const carried = carriedSnapshot(passphrase === null ? page : await openHtml(page, passphrase), limit);
	if (carried === null) throw new CoreError('report-without-snapshot');
	return carried;
}
