import type { Page } from '@playwright/test';

/** What the app's database holds, read past the app: only what the browser gives back for what was stored. */
export interface StoredBytes {
	/** Names of the datasets whose every chunk is there and has the hash that its record says. */
	readonly whole: readonly string[];
	/** Everything that is not so, in words. */
	readonly faults: readonly string[];
}

/** Reads and hashes every chunk in the database of the app that the page shows. */
export async function readStoredBytes(page: Page): Promise<StoredBytes> {
	// The runner's compiler wraps named functions in a helper of its own, which the page does not have.
	await page.evaluate('globalThis.__name = (named) => named');
	return page.evaluate(async () => {
		interface Chunk {
			bytes: number;
			sha256: string;
		}
		interface Dataset {
			id: string;
			state: string;
			manifest: { name: string };
			columns: { name: string; chunks: Chunk[] }[];
			/** The files that were imported, where they are kept. */
			originals?: { id: string; pieces: Chunk[] }[];
		}
		const asked = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('refused'));
			});
		const database = await asked(indexedDB.open('clientele'));
		const read = database.transaction(['datasets', 'chunks']);
		const [datasets, keys] = await Promise.all([
			asked(read.objectStore('datasets').getAll() as IDBRequest<Dataset[]>),
			asked(read.objectStore('chunks').getAllKeys()) as unknown as Promise<[string, string, number][]>
		]);
		const whole: string[] = [];
		const faults: string[] = [];
		const expected = new Set<string>();
		for (const dataset of datasets) {
			if (dataset.state !== 'current') {
				faults.push(`a dataset is left in state ${dataset.state}`);
				continue;
			}
			let isWhole = true;
			const { id, columns, originals = [] } = dataset;
			const groups = columns.map(({ name, chunks }) => ({ of: id, name, chunks }));
			for (const { id: of, pieces } of originals) groups.push({ of, name: 'original', chunks: pieces });
			for (const { of, name, chunks } of groups) {
				for (const [part, { bytes, sha256 }] of chunks.entries()) {
					expected.add(JSON.stringify([of, name, part]));
					const store = database.transaction('chunks').objectStore('chunks');
					const record = (await asked(store.get([of, name, part]))) as { data: Blob } | undefined;
					const content = await record?.data.arrayBuffer();
					const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content ?? new ArrayBuffer(0)));
					const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
					if (content?.byteLength === bytes && hex === sha256) continue;
					isWhole = false;
					faults.push(`${dataset.manifest.name}: chunk ${name}.${part} is not what was written`);
				}
			}
			if (isWhole) whole.push(dataset.manifest.name);
		}
		for (const key of keys) {
			if (!expected.has(JSON.stringify(key))) faults.push(`a chunk belongs to nothing: ${key[1]}.${key[2]}`);
		}
		database.close();
		return { whole, faults };
	});
}
