import { wilson } from '../../math/wilson.ts';
import type { OriginsTables } from './types.ts';
import type { GroupSums } from './walk.ts';

/** The cells of the sums that are shown, as indices: group by group, N from 1 while anybody has completed it. */
export function completedCells({ base, width }: Pick<GroupSums, 'base' | 'width'>): Uint32Array {
	const cells: number[] = [];
	for (let cell = 0; cell < base.length; cell++) {
		if (cell % width !== 0 && base[cell] !== 0) cells.push(cell);
	}
	return Uint32Array.from(cells);
}

/** Group by group, the share of those with an order in window N, of those whose window N has ended. */
export function curveTable(sums: GroupSums): OriginsTables['curve'] {
	const cells = completedCells(sums);
	const { width, base, active } = sums;
	const rows = cells.length;
	const pick = (column: Uint32Array) => Uint32Array.from(cells, (cell) => column[cell] as number);
	const own = { base: pick(base), active: pick(active) };
	const intervals = Array.from({ length: rows }, (_, row) =>
		wilson(own.active[row] as number, own.base[row] as number)
	);
	return {
		rows,
		columns: {
			group: Uint8Array.from(cells, (cell) => Math.floor(cell / width)),
			n: Uint32Array.from(cells, (cell) => cell % width),
			...own,
			rate: Float64Array.from(own.base, (members, row) => (own.active[row] as number) / members),
			low: Float64Array.from(intervals, ({ low }) => low),
			high: Float64Array.from(intervals, ({ high }) => high)
		},
		types: {
			group: 'code',
			n: 'number',
			base: 'count',
			active: 'count',
			rate: 'share',
			low: 'share',
			high: 'share'
		}
	};
}
