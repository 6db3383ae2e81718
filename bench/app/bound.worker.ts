/** The floor under any import of text: the file's bytes through the platform's decoder, nothing done with them. */
self.onmessage = async ({ data }: MessageEvent<{ file: File }>) => {
	const from = performance.now();
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const reader = data.file.stream().getReader();
	let units = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		units += decoder.decode(value, { stream: true }).length;
	}
	units += decoder.decode().length;
	self.postMessage({ value: { times: { decode: performance.now() - from }, units } });
};
