/** The first file of every archive with rows: by its name such an archive is known. */
export const SNAPSHOT_ENTRY = 'clientele-snapshot.json';

/** Where the name of an archive's first file stands. */
const NAME_AT = 30;

/** Whether bytes begin as an archive with rows does. */
export function isRowsFile(bytes: Uint8Array): boolean {
	const name = bytes.subarray(NAME_AT, NAME_AT + SNAPSHOT_ENTRY.length);
	return bytes[0] === 0x50 && bytes[1] === 0x4b && new TextDecoder().decode(name) === SNAPSHOT_ENTRY;
}
