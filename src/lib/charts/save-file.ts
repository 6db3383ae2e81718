/** An SVG document as a PNG of `scale` times its size; rejects when the picture cannot be drawn. */
export async function picturePng(svg: string, scale = 2): Promise<Blob> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(image.width * scale);
		canvas.height = Math.round(image.height * scale);
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((done, fail) => {
			canvas.toBlob((blob) => {
				if (blob === null) fail(new Error('empty picture'));
				else done(blob);
			}, 'image/png');
		});
	} finally {
		URL.revokeObjectURL(url);
	}
}

type SavedListener = (name: string) => void;
const listeners = new Set<SavedListener>();

/** Calls `listener` with the name of every file that a chart hands out; gives what ends that. */
export function onFileSaved(listener: SavedListener): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** Hands a blob to the browser as a download. */
export function saveBlob(blob: Blob, name: string): void {
	for (const listener of listeners) listener(name);
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download has begun; the address is not needed for long.
	setTimeout(() => {
		URL.revokeObjectURL(url);
	}, 10_000);
}
