/** The part of localStorage that the state needs: small, may be absent, full or forbidden. */
export interface KeyValueStore {
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
}

/** Reads a record kept as JSON; null when there is none, or none that can be read. */
export function readRecord(
	store: KeyValueStore | null,
	key: string
): Readonly<Record<string, unknown>> | null {
	try {
		const parsed: unknown = JSON.parse(store?.getItem(key) ?? 'null');
		return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}

/** Keeps a record as JSON. A store that refuses (private mode, full) is not an error: settings then last a visit. */
export function writeRecord(store: KeyValueStore | null, key: string, value: object): void {
	try {
		store?.setItem(key, JSON.stringify(value));
	} catch {
		// Nothing depends on it.
	}
}
