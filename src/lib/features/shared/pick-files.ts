/** Lets the user choose files; none when the dialog is left. */
export async function pickFiles(): Promise<readonly File[]> {
	const { fileOpen } = await import('browser-fs-access');
	try {
		return await fileOpen({ multiple: true, id: 'clientele' });
	} catch (thrown) {
		if (thrown instanceof DOMException && thrown.name === 'AbortError') return [];
		throw thrown;
	}
}
