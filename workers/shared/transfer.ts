/** Any object whose fields are walked: results are plain records, lists and typed arrays. */
type Fields = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * The buffers under all typed arrays of a plain value, each once: they move across the wall instead of being
 * copied. Whoever sends them loses them, so cached arrays go through `copied` first.
 *
 * @example
 * buffersIn({ a: new Uint8Array(2), b: [{ c: new Float64Array(1) }], d: 'text' }).length // => 2
 */
export function buffersIn(value: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
	if (ArrayBuffer.isView(value)) {
		if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
	} else if (Array.isArray(value)) {
		for (const item of value as unknown[]) if (typeof item === 'object') buffersIn(item, found);
	} else if (isPlain(value)) {
		for (const item of Object.values(value)) buffersIn(item, found);
	}
	return [...found];
}

/**
 * A plain value with every typed array copied into a buffer of its own; texts and lists of texts are shared.
 *
 * @example
 * copied({ a: Uint8Array.of(7), b: ['x'] }) // => { a: [7], b: ['x'] }
 */
export function copied<T>(value: T): T {
	if (ArrayBuffer.isView(value)) return (value as unknown as Uint8Array).slice() as unknown as T;
	if (Array.isArray(value)) {
		const items = value as unknown[];
		return (items.some((item) => typeof item === 'object') ? items.map(copied) : items) as T;
	}
	if (!isPlain(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)])) as T;
}
