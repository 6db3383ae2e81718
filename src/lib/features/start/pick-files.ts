import { fileOpen } from 'browser-fs-access';

/** Lets the user choose files; none when the dialog is left. */
export async function pickFiles(): Promise<readonly File[]> {
	try {
		return await fileOpen({ multiple: true, id: 'clientele' });
	} catch (thrown) {
		if (thrown instanceof DOMException && thrown.name === 'AbortError') return [];
		throw thrown;
	}
}
