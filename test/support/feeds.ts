import { createHash } from 'node:crypto';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { ByteFeed } from '#lib/import/feeds/byte-feed.ts';
import type { FeedMaker } from '#lib/import/feeds/feed-for.ts';
import { TextFeed } from '#lib/import/feeds/text-feed.ts';
import { importOrders, type ImportedOrders } from '#lib/import/import-orders.ts';

/** The feed whose cells are strings, and the one whose cells are places in bytes. */
export const textFeed: FeedMaker = (source, collected) => new TextFeed(source, collected);
export const byteFeed: FeedMaker = (source, collected) => new ByteFeed(source, collected);

/** A file that is streamed in pieces of `size` bytes, whatever the platform would give. */
export function inPieces(bytes: Uint8Array<ArrayBuffer>, size: number): Blob {
	const file = new Blob([bytes]);
	file.stream = () => {
		let at = 0;
		return new ReadableStream({
			pull(controller) {
				if (at >= bytes.length) controller.close();
				else controller.enqueue(bytes.slice(at, at + size));
				at += size;
			}
		});
	};
	return file;
}

/** Everything that an import gave, or the code and params it was refused with. */
export type Outcome = ImportedOrders | { readonly refused: string; readonly params: unknown };

export async function outcome(file: Blob, recipe: ImportRecipe, feed: FeedMaker): Promise<Outcome> {
	try {
		return await importOrders(file, 'x', recipe, {}, feed);
	} catch (error) {
		if (error instanceof CoreError) return { refused: error.code, params: error.params };
		throw error;
	}
}

/** A hash over every byte of every column and all else that an import gave: equal hashes, equal imports. */
export function digest(value: unknown): string {
	const hash = createHash('sha256');
	const walk = (part: unknown): void => {
		if (ArrayBuffer.isView(part)) {
			hash.update(`${part.constructor.name}:${part.byteLength}:`);
			hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
		} else if (Array.isArray(part)) {
			hash.update(`[${part.length}`);
			part.forEach(walk);
		} else if (part !== null && typeof part === 'object') {
			for (const [key, item] of Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) {
				hash.update(`.${key}=`);
				walk(item);
			}
		} else hash.update(`${typeof part}:${String(part)};`);
	};
	walk(value);
	return hash.digest('hex');
}
