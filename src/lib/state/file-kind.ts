/** How a snapshot begins: with one of the names of its parts. Any other object holds records. */
const snapshotStart = /^\{\s*"(?:checksum|format|schema|body)"\s*:/;

/** How much of a file tells its kind. */
const headBytes = 64;

/**
 * What a dropped file is, by its content: a JSON object that begins as snapshots do is one (whether a sound one, the
 * library says), all else goes to the import.
 */
export async function fileKind(file: File): Promise<'snapshot' | 'table'> {
	const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
	const text = new TextDecoder('utf-8').decode(head);
	return snapshotStart.test(text.trimStart()) ? 'snapshot' : 'table';
}
