/** How much of a file tells its kind. */
const headBytes = 64;

/**
 * What a dropped file is, by its content: a JSON object is a snapshot (whether a sound one, the library says), all
 * else goes to the import.
 */
export async function fileKind(file: File): Promise<'snapshot' | 'table'> {
	const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
	const text = new TextDecoder('utf-8').decode(head);
	return text.trimStart().startsWith('{') ? 'snapshot' : 'table';
}
