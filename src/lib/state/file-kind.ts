/** How a snapshot begins: with one of the names of its parts. Any other object holds records. */
const snapshotStart = /^\{\s*"(?:checksum|format|schema|body)"\s*:/;

/** How a recipe begins that was saved as a file of its own. */
const recipeStart = /^\{\s*"version"\s*:\s*1\s*,\s*(?:"entity"\s*:\s*"[a-z-]+"\s*,\s*)?"source"\s*:\s*\{/;

/** How reports begin that the app wrote, open or locked. */
const reportStart = /^<!doctype html>[^]*<meta name="generator" content="Clientele">/;

/** What of a report is locked: it stands after its style. */
const lockedBody = '<body class="locked">';

/** How much of a file tells its kind; of a report, whether it is locked. */
const headBytes = 1024;
const styledBytes = 65_536;

/** The first file of an archive that is a snapshot with its rows, and where an archive's first name ends. */
const rowsEntry = 'clientele-snapshot.json';
const archiveHead = 80;

/** How files in the age format begin, binary and armored. */
const sealedStarts = ['age-encryption.org/', '-----BEGIN AGE ENCRYPTED FILE-----'];

/**
 * What a dropped file is, by its content: a file in the age format is a locked snapshot, an archive that begins with a snapshot is one with
 * its rows, a JSON object that begins as
 * snapshots or recipes do is one (whether a sound one, the library or the import says), a report of the app is taken for
 * the snapshot that it may carry, locked or not, all else goes to the import.
 */
export async function fileKind(file: File): Promise<'snapshot' | 'sealed' | 'recipe' | 'table'> {
	const text = (await file.slice(0, headBytes).text()).trimStart();
	if (sealedStarts.some((start) => text.startsWith(start))) return 'sealed';
	if (text.startsWith('PK') && text.slice(0, archiveHead).includes(rowsEntry)) return 'snapshot';
	if (recipeStart.test(text)) return 'recipe';
	if (reportStart.test(text)) {
		const styled = await file.slice(0, styledBytes).text();
		return styled.includes(lockedBody) ? 'sealed' : 'snapshot';
	}
	return snapshotStart.test(text) ? 'snapshot' : 'table';
}
