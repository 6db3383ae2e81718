import * as v from 'valibot';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { wholeContent, readSnapshot } from './read-snapshot.ts';
import { bodySchema, keptSchemas, SNAPSHOT_FORMAT } from './schema.ts';
import { StandingsReader } from './standings-reader.ts';

/** Signs of a list that are read in one go: some milliseconds. */
const PIECE = 1 << 17;

/**
 * As `readSnapshot`, from the bytes of a file and for as many customers as there are: where each of them stands is read in
 * pieces, with a pause between two, so that the worker hears what else it is asked. Kept snapshots of a million customers are
 * 30 MB. They are read this way where they stand as they were written; all else, and whatever is wrong, is left to `readSnapshot`.
 *
 * @throws CoreError what `readSnapshot` throws; what `pause` throws.
 */
export async function readSnapshotInTurns(
	bytes: Uint8Array<ArrayBuffer>,
	pause: () => Promise<void>
): Promise<OpenSnapshot> {
	const text = new TextDecoder().decode(bytes);
	const parts = partsOf(text);
	if (parts === null || !(await isUnchanged(bytes, parts))) return readSnapshot(text);
	await pause();
	const content = v.safeParse(bodySchema, bodyWithout(text, parts));
	if (!content.success) return readSnapshot(text);
	const reader = new StandingsReader();
	for (const piece of piecesOf(text, parts)) {
		if (!reader.take(piece.column, piece.text)) return readSnapshot(text);
		await pause();
	}
	const standings = reader.done();
	return standings === null ? readSnapshot(text) : { ...wholeContent(content.output), standings };
}

/** Where the parts of a kept snapshot stand in its text, as it was written. */
interface Parts {
	readonly checksum: string;
	readonly body: number;
	readonly standings: number;
	/** Behind the last bracket of where customers stand. */
	readonly end: number;
}

const headForm = new RegExp(
	`^\\{"checksum":"([0-9a-f]{64})","format":"${SNAPSHOT_FORMAT}","schema":(\\d{1,3}),"body":\\{`
);
const START = ',"standings":{"codes":[';

function partsOf(text: string): Parts | null {
	const head = headForm.exec(text.slice(0, 300));
	if (head === null || !keptSchemas.some((schema) => schema === Number(head[2])) || !text.endsWith('}}\n'))
		return null;
	// A quote behind a comma begins a text of its own, so this stands in no text; behind it only single texts follow.
	const standings = text.lastIndexOf(START);
	const end = text.indexOf(']}', standings) + 2;
	return standings < 0 || end < 2
		? null
		: { checksum: head[1] ?? '', body: head[0].length - 1, standings, end };
}

/** The body is what was hashed when it was written. By the platform, which does it aside; where there is none, by the other way. */
async function isUnchanged(bytes: Uint8Array<ArrayBuffer>, { body, checksum }: Parts): Promise<boolean> {
	const digest = crypto.subtle as SubtleCrypto | undefined;
	if (digest === undefined) return false;
	const hash = await digest.digest('SHA-256', bytes.subarray(body, -2));
	return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('') === checksum;
}

function bodyWithout(text: string, { body, standings, end }: Parts): unknown {
	try {
		return JSON.parse(text.slice(body, standings) + text.slice(end, -2));
	} catch {
		return null;
	}
}

/** The lists of where customers stand, cut between two elements. */
function* piecesOf(
	text: string,
	{ standings, end }: Parts
): Generator<{ readonly column: string; readonly text: string }> {
	let at = standings + START.length - '"codes":['.length;
	while (at < end) {
		const open = text.indexOf('[', at);
		const close = text.indexOf(']', open);
		if (open < 0 || open >= end || close < 0 || close >= end) return;
		// Between two lists stands a comma: "orders":
		const column = text.slice(at, open).replace(/^,/, '');
		for (let from = open + 1; from <= close;) {
			const next = text.indexOf(',', from + PIECE);
			const to = next < 0 || next > close ? close : next;
			yield { column, text: text.slice(from, to) };
			from = to + 1;
		}
		at = close + 1;
		if (text[at] === '}') return;
	}
}
