import type { StorageState } from '#lib/api/index.ts';
import type { ImportStep } from './import-step.ts';
import type { ImportSurroundings } from './import-surroundings.ts';
import type { ReadAgain } from './reviewed.ts';

/** Files up to this size are kept beside their dataset unless told otherwise. */
const smallBytes = 100 * 2 ** 20;

/** Room that must be left, in files of that size: its columns take about one, and an estimate may be off. */
const roomInFiles = 4;

/**
 * Whether a file is kept beside its dataset unless told otherwise: it is small, and the browser says that there is room.
 *
 * @example
 * isKeptByDefault(5e6, { usage: 0, quota: 1e9, schema: 1 }) // => true
 * isKeptByDefault(5e6, { usage: 99e7, quota: 1e9, schema: 1 }) // => false
 * isKeptByDefault(5e6, null) // => false
 */
export function isKeptByDefault(size: number, storage: StorageState | null): boolean {
	if (size > smallBytes || storage === null) return false;
	const { usage, quota } = storage;
	return usage !== null && quota !== null && quota - usage > roomInFiles * size;
}

/** Bytes of what would be kept: a file, or all that it is one of. */
export const bytesToKeep = (file: File, again: ReadAgain | null): number =>
	(again?.among?.files ?? [file]).reduce((sum, { size }) => sum + size, 0);

/** Whether the file in hand is kept unless told otherwise: as files of its dataset are already, or as there is room for it. */
export const suitsKeeping = (
	step: ImportStep,
	again: ReadAgain | null,
	{ keeps, mayKeep }: Pick<ImportSurroundings, 'keeps' | 'mayKeep'>
): boolean =>
	'file' in step && ((again !== null && keeps(again.dataset.id)) || mayKeep(bytesToKeep(step.file, again)));
