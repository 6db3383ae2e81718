import { Gunzip, gzipSync, strToU8 } from 'fflate';
import { CoreError } from '#lib/core/errors.ts';
import { base64Of } from '../base64.ts';

/** The part of a page that holds a snapshot: no browser shows it, runs it or loads anything for it. */
const OPENS = '<template id="clientele-snapshot">';
/** What ends it: nothing that a page says elsewhere can be taken for this. */
const CLOSES = '</template><!--clientele-snapshot-->';

/**
 * A snapshot as the part of a page that carries it: gzip in base64, which needs no escape. The same text gives the same
 * bytes.
 */
export function carryingMarkup(snapshot: string): string {
	return `${OPENS}${base64Of(gzipSync(strToU8(snapshot), { mtime: 0 }))}${CLOSES}`;
}

/**
 * The snapshot that a page carries, as the bytes that were put in; null where it carries none.
 *
 * @param limit the most bytes that it may unpack to
 * @throws CoreError `snapshot-invalid` where it is damaged, `file-too-large` beyond the limit
 */
export function carriedSnapshot(page: string, limit: number): Uint8Array<ArrayBuffer> | null {
	// From the end: nothing that a page says before it can stand in its place.
	const end = page.lastIndexOf(CLOSES);
	const start = end < 0 ? -1 : page.lastIndexOf(OPENS, end);
	if (start < 0) return null;
	return unpacked(bytesOf(page.slice(start + OPENS.length, end)), limit);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	try {
		return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
	} catch {
		throw new CoreError('snapshot-invalid', { at: 'page' });
	}
}

/** Unpacks piece by piece: what a file says of its own size is not believed. */
function unpacked(packed: Uint8Array, limit: number): Uint8Array<ArrayBuffer> {
	const pieces: Uint8Array[] = [];
	const read = { bytes: 0, whole: false };
	const gunzip = new Gunzip((piece, last) => {
		read.bytes += piece.length;
		if (read.bytes > limit) throw new CoreError('file-too-large', { size: read.bytes, limit });
		pieces.push(piece);
		read.whole = last;
	});
	try {
		const step = 1 << 14;
		for (let at = 0; at < packed.length; at += step)
			gunzip.push(packed.subarray(at, at + step), at + step >= packed.length);
	} catch (thrown) {
		if (thrown instanceof CoreError) throw thrown;
		throw new CoreError('snapshot-invalid', { at: 'page' }, { cause: thrown });
	}
	if (!read.whole) throw new CoreError('snapshot-invalid', { at: 'page' });
	const bytes = new Uint8Array(read.bytes);
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}
