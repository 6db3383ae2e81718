import type { Candidate } from '#lib/core/dataset/inspection.ts';
import type { Encoding } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { binaryKind } from '../source.ts';
import { isAscii, legacyScores } from './legacy-scores.ts';

/** Bytes looked at to tell UTF-16 by its zeros. */
const ZERO_WINDOW = 65_536;

/** Zero bytes on one side of each pair, at least, in a table of UTF-16: delimiters and digits have them. */
const ZERO_SHARE = 0.04;

/** Zeros on the other side, at most, by those on this one: 一 (U+4E00) and some others have their zero there. */
const STRAY_ZEROS = 0.25;

/**
 * The encodings that a file may be in, best first: a ladder that stops at the first rung that holds. Byte order
 * mark; UTF-16 by the pattern of its zero bytes; strict UTF-8; else the likeliest of the legacy encodings.
 * `windows` are bytes from several places of the file, as the start may well be plain ASCII.
 *
 * @throws CoreError `file-binary` {kind} for anything that is no text.
 * @example
 * guessEncoding([new Uint8Array([0xef, 0xbb, 0xbf, 0x61])])[0]?.value // => 'utf-8'
 * guessEncoding([new Uint8Array([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbd, 0xf0, 0xb6, 0xee])])[0]?.value // => 'gb18030'
 */
export function guessEncoding(windows: readonly Uint8Array[]): Candidate<Encoding>[] {
	const head = windows[0] ?? new Uint8Array(0);
	const mark = byteOrderMark(head);
	if (mark !== null) return [{ value: mark, score: 1 }];
	const kind = binaryKind(head);
	if (kind !== null) throw new CoreError('file-binary', { kind });
	const wide = utf16ByZeros(head.subarray(0, ZERO_WINDOW));
	if (wide !== null) return [{ value: wide, score: 0.95 }];
	if (windows.some(isBinary)) throw new CoreError('file-binary', { kind: 'unknown' });
	const candidates: Candidate<Encoding>[] = legacyScores(windows);
	if (windows.every(isAscii) || windows.every((bytes, i) => isUtf8(bytes, i > 0))) {
		return [{ value: 'utf-8', score: 1 }, ...candidates.map((c) => ({ ...c, score: c.score * 0.2 }))];
	}
	return [...candidates, { value: 'utf-8', score: 0.01 }];
}

/** Whether the best of the candidates is hardly better than another one. */
export function isUnsure([first, second]: readonly Candidate<Encoding>[]): boolean {
	return first !== undefined && second !== undefined && first.score < 0.5;
}

function byteOrderMark(head: Uint8Array): Encoding | null {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	return null;
}

function utf16ByZeros(bytes: Uint8Array): Encoding | null {
	const pairs = bytes.length >>> 1;
	let even = 0;
	let odd = 0;
	let both = 0;
	for (let i = 0; i < pairs; i++) {
		const first = bytes[2 * i] === 0;
		const second = bytes[2 * i + 1] === 0;
		if (first && second) both++;
		else if (first) even++;
		else if (second) odd++;
	}
	if (pairs < 2 || both > 0) return null;
	if (odd > ZERO_SHARE * pairs && even < STRAY_ZEROS * odd) return 'utf-16le';
	if (even > ZERO_SHARE * pairs && odd < STRAY_ZEROS * even) return 'utf-16be';
	return null;
}

/** Control characters, tab and line ends aside, that a text table may hold: one in a thousand. */
const CONTROL_SHARE = 0.001;

function isBinary(bytes: Uint8Array): boolean {
	let controls = 0;
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i] as number;
		if (byte === 0) controls += 4;
		else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) controls++;
	}
	return controls > 4 && controls > CONTROL_SHARE * bytes.length;
}

/** Strict UTF-8. Windows from within a file may start and end in the middle of a character. */
function isUtf8(bytes: Uint8Array, cutAtStart: boolean): boolean {
	let from = 0;
	if (cutAtStart) while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from++;
	try {
		// `stream` forgives a character that is cut at the end, and nothing else.
		new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from), { stream: true });
		return true;
	} catch {
		return false;
	}
}
