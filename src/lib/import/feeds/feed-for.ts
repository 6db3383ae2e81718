import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import type { RowSink } from '../row-sink.ts';
import { ByteMemory } from '../bytes/byte-memory.ts';
import { ByteFeed } from './byte-feed.ts';
import type { RowFeed } from './row-feed.ts';
import { TextFeed } from './text-feed.ts';

export type FeedMaker = (source: TextFormat, collected: RowSink) => RowFeed;

/**
 * The one place where it is chosen how a format is read: what is cut by a single ASCII character goes the fast way, if its
 * code can be compiled here. Both ways give the same.
 */
export const feedFor: FeedMaker = (source, collected) =>
	ByteFeed.canRead(source) && ByteMemory.isThere()
		? new ByteFeed(source, collected)
		: new TextFeed(source, collected);

/** For rows that are wanted as strings anyway, as cleaning steps want them: each cell is decoded once. */
export const textFeedFor: FeedMaker = (source, collected) => new TextFeed(source, collected);
