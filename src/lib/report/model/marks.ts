import { HIDDEN } from '../redact/redact-grids.ts';
import type { Block } from './types.ts';

/** A mark that a remark can be about. */
export interface Mark {
	/** The same in both languages, and no value of the data. */
	readonly key: string;
	readonly label: string;
	/** Its numbers are hidden. */
	readonly hidden: boolean;
}

/** A year, quarter, month or day as periods are written in both languages, whatever marks it as incomplete. */
const PERIOD = /^\d{4}(?:-\d{2}(?:-\d{2})?| Q\d)?(?=$|\s)/;

/** The marks of a block in the order of its rows: periods by their names, which stay when data are added, others by place. */
export function marksOf(method: string, block: Block): Mark[] {
	return headsOf(block).map(({ label, hidden }, row) => {
		// A group of customers may be called like a year: then it is data.
		const period = method === 'origins' ? null : PERIOD.exec(label);
		return { key: period?.[0] ?? `#${row}`, label, hidden };
	});
}

function headsOf(block: Block): { readonly label: string; readonly hidden: boolean }[] {
	switch (block.kind) {
		case 'text':
			return [];
		case 'tiles':
			return block.tiles.map(({ label }) => ({ label, hidden: false }));
		case 'figure':
		case 'table':
			return block.table.rows.map((row) => ({
				label: row[0]?.text ?? '',
				hidden: row.some(({ text }, i) => i > 0 && text === HIDDEN)
			}));
		case 'matrix':
			return block.matrix.rowHeads.map(({ label }, y) => ({
				label,
				hidden: (block.matrix.cells[y] ?? []).some(({ main }) => main === HIDDEN)
			}));
		case 'triangle':
			return (block.triangles[0]?.rows ?? []).map(({ cohort, size, cells }) => ({
				label: cohort,
				hidden: size === HIDDEN || cells.some((cell) => cell?.text === HIDDEN)
			}));
	}
}
