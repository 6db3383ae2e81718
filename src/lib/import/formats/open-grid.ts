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
		case 'json': {
			const { openJson } = await import('./json.ts');
			return openJson(opened.content);
		}
		case 'parquet': {
			const { openParquet } = await import('./parquet.ts');
			return openParquet(opened.content);
		}
		case 'html': {
			const { openHtml } = await import('./html.ts');
			return openHtml(opened.content);
		}
		case 'xls': {
			const { openXls } = await import('./xls.ts');
			return openXls(opened.content);
		}
		case 'text':
			throw new CoreError('file-binary', { kind: opened.shape });
	}
}
