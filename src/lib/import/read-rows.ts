import {
	isGrid,
	type AnyRecipe,
	type ColumnPlan,
	type GridFormat,
	type TextFormat
} from '#lib/core/dataset/recipe.ts';
import { sourceColumns } from '#lib/core/dataset/made-columns.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { Breather } from './breather.ts';
import type { FeedMaker } from './feeds/feed-for.ts';
import type { RowFeed } from './feeds/row-feed.ts';
import { feedGrid } from './feeds/grid-feed.ts';
import { openSource, type Opened } from './formats/container.ts';
import { openGrid } from './formats/open-grid.ts';
import type { RowSink } from './row-sink.ts';
import { fingerprintOf, kindOf, SourceReader } from './source.ts';

export interface ReadingHooks {
	/** How text is cut. */
	readonly feed: FeedMaker;
	readonly breather: Breather;
	/** In bytes of the file, or of what is unpacked of it. */
	readonly onProgress: (done: number, total: number) => void;
}

/** What is known of a file once all of it was read, beside its rows. */
export interface Reading {
	/** Rows without a text in any cell. */
	readonly blankLines: number;
	readonly fingerprint: string;
}

/**
 * Reads a file of any kind by its recipe, once from start to end, and hands its rows to the collector.
 *
 * @throws CoreError `recipe-invalid` where the file is not of the recipe's kind; those of `openSource`, `SourceReader`
 *   and the grids' readers; `cancelled`
 */
export async function readRows(
	source: Blob,
	{ source: format, columns }: AnyRecipe,
	collected: RowSink,
	hooks: ReadingHooks
): Promise<Reading> {
	const opened = await openSource(source, format.member, true);
	if ((opened.shape === 'text') === isGrid(format)) {
		throw new CoreError('recipe-invalid', { path: 'source.kind' });
	}
	if (!isGrid(format)) return readText(source, opened, format, collected, hooks);
	const blankLines = await readGrid(
		opened,
		format,
		sourceColumns<ColumnPlan<string>>(columns).map(({ header }) => header),
		collected,
		hooks
	);
	return { blankLines, fingerprint: await fingerprintOf(source) };
}

async function readText(
	source: Blob,
	{ member }: Opened,
	format: TextFormat,
	collected: RowSink,
	{ feed, breather, onProgress }: ReadingHooks
): Promise<Reading> {
	const kind = await kindOf(source, member);
	const reader = new SourceReader(source, kind, { fingerprint: true });
	let rows: RowFeed | null = null;
	try {
		rows = feed(format, collected);
		for (;;) {
			breather.check();
			const piece = await reader.next();
			if (piece === null) break;
			await rows.push(piece, breather);
			expectRows(collected, reader.contentRead, kind.contentBytes);
			onProgress(reader.rawRead, reader.rawBytes);
			await breather.pause();
		}
		await rows.finish(breather);
		return { blankLines: rows.blankLines, fingerprint: await reader.fingerprint() };
	} finally {
		rows?.close?.();
		await reader.close();
	}
}

async function readGrid(
	opened: Opened,
	format: GridFormat,
	names: readonly string[],
	collected: RowSink,
	{ breather, onProgress }: ReadingHooks
): Promise<number> {
	const grid = await openGrid(opened, false);
	if (grid.container !== format.container) {
		throw new CoreError('recipe-invalid', { path: 'source.container' });
	}
	const sheets = 1 + (format.more?.length ?? 0);
	return feedGrid(grid, format, names, collected, breather, (before) => {
		const { done, total } = grid.progress();
		// As if all sheets were as long as the one that is read.
		expectRows(collected, before * total + done, sheets * total);
		onProgress(before * total + done, sheets * total);
	});
}

/** Content after which its rows are counted up to what the whole file may hold. */
const ENOUGH_TO_TELL = 2 ** 18;

/** More rows than this are not made room for beforehand: what a packed file says of its size need not be true. */
const MOST_EXPECTED = 2 ** 24;

/** Makes room for all rows of the file when the first are in, so that columns are not copied each time they are full. */
function expectRows(collected: RowSink, read: number, content: number): void {
	if (read < ENOUGH_TO_TELL || collected.isExpecting || collected.sourceRows === 0) return;
	const rows = Math.ceil((1.04 * collected.sourceRows * content) / read);
	collected.expect(Math.min(rows, MOST_EXPECTED));
}
