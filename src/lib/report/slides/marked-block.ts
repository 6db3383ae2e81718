import { numbersOf, type RemarkNumbers } from '../html/remark-numbers.ts';
import { placeOf } from '../model/marks.ts';
import type { Block, Cell, Picture, Remark, TableModel, TriangleModel } from '../model/types.ts';

/**
 * A block whose texts have the numbers of the remarks on them: "2011-03 [1]". For forms that have no pins; the numbers that
 * charts are drawn from stay as they are.
 */
export function markedBlock(block: Block, remarks: readonly Remark[]): Block {
	const numbers = numbersOf(remarks);
	if (numbers.size === 0) return block;
	switch (block.kind) {
		case 'text':
			return block;
		case 'tiles': {
			const tiles = block.tiles.map((tile, i) => ({ ...tile, label: numbered(tile.label, numbers, i) }));
			return { ...block, tiles };
		}
		case 'figure':
			return {
				...block,
				picture: markedPicture(block.picture, numbers),
				table: markedTable(block.table, numbers)
			};
		case 'table':
			return { ...block, table: markedTable(block.table, numbers) };
		case 'matrix': {
			const { matrix } = block;
			const rowHeads = matrix.rowHeads.map((head, y) => ({
				...head,
				label: numbered(head.label, numbers, y)
			}));
			const cells = matrix.cells.map((row, y) =>
				row.map((cell, x) => ({ ...cell, main: numbered(cell.main, numbers, y, x) }))
			);
			return { ...block, matrix: { ...matrix, rowHeads, cells } };
		}
		case 'triangle':
			return { ...block, triangles: markedTriangles(block.triangles, numbers) };
	}
}

function numbered(text: string, numbers: RemarkNumbers, row: number, cell?: number): string {
	const own = numbers.get(placeOf(row, cell));
	return own === undefined ? text : `${text} [${own}]`;
}

function markedPicture(picture: Picture, numbers: RemarkNumbers): Picture {
	const marked = <P extends { readonly label: string }>(points: readonly P[]): P[] =>
		points.map((point, i) => ({ ...point, label: numbered(point.label, numbers, i) }));
	switch (picture.kind) {
		case 'columns':
			return { ...picture, model: { ...picture.model, points: marked(picture.model.points) } };
		case 'curve':
			return { ...picture, model: { ...picture.model, points: marked(picture.model.points) } };
		default:
			// Slides have their tables in their place.
			return picture;
	}
}

function markedTable(table: TableModel, numbers: RemarkNumbers): TableModel {
	const from = table.cellsFrom ?? 1;
	const marked = (cell: Cell, row: number, at: number): Cell => ({
		...cell,
		text: numbered(cell.text, numbers, row, at === 0 ? undefined : at - from)
	});
	return { ...table, rows: table.rows.map((row, y) => row.map((cell, at) => marked(cell, y, at))) };
}

function markedTriangles(parts: readonly TriangleModel[], numbers: RemarkNumbers): TriangleModel[] {
	let before = 0;
	return parts.map((part): TriangleModel => {
		const from = before;
		before += part.periods.length;
		const rows = part.rows.map((row) => {
			const y = parts[0]?.rows.findIndex(({ cohort }) => cohort === row.cohort) ?? -1;
			return {
				...row,
				cohort: numbered(row.cohort, numbers, y),
				cells: row.cells.map(
					(cell, n) => cell && { ...cell, text: numbered(cell.text, numbers, y, from + n) }
				)
			};
		});
		return { ...part, rows };
	});
}
