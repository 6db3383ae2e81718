import type { Envelope, ErrorRecord } from '#lib/api/index.ts';
import { fileSave } from 'browser-fs-access';

export type SaveOutcome =
	| { readonly kind: 'saved'; readonly name: string }
	| { readonly kind: 'given-up' }
	| { readonly kind: 'failed'; readonly error: ErrorRecord };

/**
 * Saves a file that is still being made. Where the browser has a save dialog it opens at once (it must follow the
 * click), and the file is written when it is ready; elsewhere it becomes a download.
 */
export async function saveFile(content: Promise<Envelope<Blob>>, name: string): Promise<SaveOutcome> {
	const refused: { error?: ErrorRecord } = {};
	const blob = content.then((answer) => {
		if (answer.ok) return answer.value;
		refused.error = answer.error;
		throw new Error(answer.error.code);
	});
	const extension = /\.[a-z]+$/i.exec(name)?.[0] ?? '.txt';
	try {
		const saved = await fileSave(blob, { fileName: name, extensions: [extension], id: 'clientele' });
		return { kind: 'saved', name: saved?.name ?? name };
	} catch (thrown) {
		// The dialog may be left before the content has failed; nobody waits for that failure then.
		void blob.catch(() => undefined);
		if (refused.error !== undefined) return { kind: 'failed', error: refused.error };
		if (thrown instanceof DOMException && thrown.name === 'AbortError') return { kind: 'given-up' };
		return { kind: 'failed', error: { code: 'internal', params: {}, detail: String(thrown) } };
	}
}

/**
 * A name for a file on any system: signs that some systems forbid become blanks.
 *
 * @example
 * fileNameOf('Acme: 2024/25', 'html') // => 'Acme 2024 25.html'
 * fileNameOf('  ', 'html') // => 'clientele.html'
 */
export function fileNameOf(title: string, extension: string): string {
	const bare = title
		.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^\.+|\.+$/g, '')
		.slice(0, 120);
	return `${bare === '' ? 'clientele' : bare}.${extension}`;
}
