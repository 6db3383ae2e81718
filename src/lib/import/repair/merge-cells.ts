import type { ScannedRow } from '../tokenizers/scan-row.ts';

/**
 * Joins neighbouring unquoted cells with `delimiter` so that `width` cells are left and each `fits` its column.
 * The row when there is exactly one way, else null. Takes time in cells × columns × surplus.
 */
export function mergeCells(
	row: Pick<ScannedRow, 'cells' | 'quoted'>,
	width: number,
	delimiter: string,
	fits: (column: number, text: string, quoted: boolean) => boolean
): string[] | null {
	const { cells, quoted } = row;
	const surplus = cells.length - width;
	if (surplus < 0) return null;
	// ways[c][i]: in how many ways (0, 1, 2 = more) the cells from i fill the columns from c; one column back to front.
	const take: number[][] = Array.from({ length: width }, () => new Array<number>(cells.length + 1).fill(0));
	let ways = new Uint8Array(cells.length + 1);
	ways[cells.length] = 1;
	for (let column = width - 1; column >= 0; column--) {
		const here = new Uint8Array(cells.length + 1);
		for (let i = column; i <= Math.min(column + surplus, cells.length - 1); i++) {
			let text = '';
			for (let count = 1; i + count <= cells.length && count <= surplus + 1; count++) {
				const at = i + count - 1;
				if (count > 1 && (quoted[at] === true || quoted[i] === true)) break;
				text = count === 1 ? (cells[at] as string) : `${text}${delimiter}${cells[at] as string}`;
				const rest = ways[i + count] as number;
				if (rest === 0) continue;
				// A cell that begins or ends with the delimiter is a delimiter too many, not a text.
				if (count > 1 && (cells[i] === '' || cells[at] === '')) continue;
				if (!fits(column, text, quoted[i] === true)) continue;
				here[i] = Math.min(2, (here[i] as number) + rest);
				(take[column] as number[])[i] = count;
			}
		}
		// Most lines that are none of the table's end at the first column of values.
		if (here.every((found) => found === 0)) return null;
		ways = here;
	}
	if (ways[0] !== 1) return null;
	const merged: string[] = [];
	let at = 0;
	for (let column = 0; column < width; column++) {
		const count = (take[column] as number[])[at] as number;
		merged.push(cells.slice(at, at + count).join(delimiter));
		at += count;
	}
	return merged;
}
