import { CoreError } from '#lib/core/errors.ts';
import type { Opened } from './container.ts';
import type { GridReader } from './grid.ts';

/**
 * The reader of a file that tells its cells apart. Each is loaded when the first file of its kind comes. `survey`:
 * sheets are wanted with their rows counted.
 *
 * @throws CoreError as the reader says
 */
export async function openGrid(opened: Opened, survey: boolean): Promise<GridReader> {
	switch (opened.shape) {
		case 'xlsx': {
			const { openXlsx } = await import('./xlsx.ts');
			return openXlsx(opened.content, survey);
		}
		default:
			throw new CoreError('file-binary', { kind: opened.shape });
	}
}
