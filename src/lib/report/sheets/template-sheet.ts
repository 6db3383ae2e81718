import { sheetNames } from './sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

/** A workbook of one empty sheet with a header that stays in sight. */
export const templateWorkbook = (headers: readonly string[], name: string): Promise<Blob> =>
	writeWorkbook(
		[
			{
				name: sheetNames([name])[0] as string,
				rows: [headers.map((text) => ({ text, look: 'head' }))],
				frozen: 1
			}
		],
		{ scale: 0, sign: '' }
	);
