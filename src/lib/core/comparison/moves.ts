import { eachMove, movePlaces } from './each-move.ts';
import type { Matching } from './match-codes.ts';
import { movePlaceKinds, NO_GROUP, type Moves, type StandingGroup, type Standings } from './types.ts';

const kindOf = (kind: (typeof movePlaceKinds)[number]) => movePlaceKinds.indexOf(kind);

/**
 * Who went from which group to which between two states, those who left and came included: every customer of either
 * state stands in one cell, and the rows and columns add up to the sizes of the places. Linear in the customers.
 *
 * @param groups how many groups there are: codes 0 .. groups − 1
 * @example
 * const state = { codes: ['a'], orders: [1], revenue: [5], segments: [0] };
 * const { matrix } = movesBetween({ first: [0], second: [0], left: [], joined: [] }, state, { ...state, segments: [1] }, 'segments', 2);
 * matrix.columns.customers // => [0, 1, 0, 0]
 */
export function movesBetween(
	matching: Matching,
	first: Standings,
	second: Standings,
	of: StandingGroup,
	groups: number
): Moves {
	const matched = { matching, first: first[of], second: second[of] };
	const found = movePlaces(matched, groups);
	const { width, none } = found;
	const customers = new Uint32Array(width * width);
	const revenue = new Float64Array(width * width);
	const revenueBefore = new Float64Array(width * width);
	eachMove(matched, found, (from, to, i, j) => {
		const cell = from * width + to;
		customers[cell] = (customers[cell] as number) + 1;
		if (j !== null) revenue[cell] = (revenue[cell] as number) + (second.revenue[j] as number);
		if (i !== null) revenueBefore[cell] = (revenueBefore[cell] as number) + (first.revenue[i] as number);
	});
	const places = [...Array(width).keys()];
	const before = Uint32Array.from(places, (place) => rowSum(customers, width, place));
	return {
		places: {
			rows: width,
			columns: {
				kind: Uint8Array.from(places, (place) =>
					kindOf(place < groups ? 'group' : none && place === groups ? 'no-group' : 'absent')
				),
				code: Uint8Array.from(places, (place) => (place < groups ? place : NO_GROUP)),
				before,
				now: Uint32Array.from(places, (place) => columnSum(customers, width, place))
			},
			types: { kind: 'code', code: 'code', before: 'count', now: 'count' }
		},
		matrix: {
			rows: width * width,
			columns: {
				from: Uint8Array.from(customers, (_, cell) => Math.floor(cell / width)),
				to: Uint8Array.from(customers, (_, cell) => cell % width),
				customers,
				share: Float64Array.from(customers, (n, cell) => n / (before[Math.floor(cell / width)] as number)),
				revenue,
				revenueBefore
			},
			types: {
				from: 'code',
				to: 'code',
				customers: 'count',
				share: 'share',
				revenue: 'money',
				revenueBefore: 'money'
			}
		}
	};
}

function rowSum(cells: Uint32Array, width: number, row: number): number {
	return cells.subarray(row * width, (row + 1) * width).reduce((sum, n) => sum + n, 0);
}

function columnSum(cells: Uint32Array, width: number, column: number): number {
	let sum = 0;
	for (let cell = column; cell < cells.length; cell += width) sum += cells[cell] as number;
	return sum;
}
