/**
 * Bytes of a piece. A stream goes on only while nobody works, and holds no more than about this much ready: of larger
 * pieces the rest is waited for.
 */
const PIECE = 2 ** 20;

/** A stream, piece by piece. */
export interface Pieces {
	/** The next bytes, or null at the end; they may be others once the next are asked for. */
	next(): Promise<Uint8Array | null>;
	/** Stops reading. */
	close(): Promise<void>;
}

/**
 * Reads a stream in pieces of one size, where the platform fills buffers that it is given; else in chunks as they come.
 * Memory that was used before need not be made: reading takes half the time. One piece is read ahead.
 */
export function pieces(stream: ReadableStream<Uint8Array>): Pieces {
	let reader: ReadableStreamBYOBReader;
	try {
		reader = stream.getReader({ mode: 'byob' });
	} catch {
		// Not a stream of bytes, or an older browser.
		return chunks(stream);
	}
	let spare = new ArrayBuffer(PIECE);
	let given = new ArrayBuffer(PIECE);
	let ended = false;
	const read = async (): Promise<Uint8Array | null> => {
		if (ended) return null;
		const into = new Uint8Array(spare);
		const { done, value } = await reader.read(into, { min: into.length });
		ended = done;
		return value === undefined || value.length === 0 ? null : value;
	};
	let ahead: Promise<Uint8Array | null> | null = null;
	return {
		async next() {
			const piece = await (ahead ?? read());
			if (piece === null) return null;
			spare = given;
			given = piece.buffer as ArrayBuffer;
			ahead = read();
			// Whoever asks for the next piece hears of it.
			ahead.catch(() => undefined);
			return piece;
		},
		close: () => reader.cancel().catch(() => undefined)
	};
}

/** A stream in chunks as they come, each in a buffer of its own. */
export function chunks(stream: ReadableStream<Uint8Array>): Pieces {
	const reader = stream.getReader();
	return {
		async next() {
			const { done, value } = await reader.read();
			return done ? null : value;
		},
		close: () => reader.cancel().catch(() => undefined)
	};
}
