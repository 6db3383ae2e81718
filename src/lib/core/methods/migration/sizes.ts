import type { Comparison } from './compare.ts';
import { NOT_YET } from './standing.ts';
import { placeKinds, sizeParts, type MigrationTables } from './types.ts';

/** Where a customer stood and stands: before, on the later day by the cuts held, and now. */
export type Course = readonly [before: number, held: number, now: number];

/**
 * Whether a customer is among those by whom a part (an index into `sizeParts`) changed the size of a place.
 *
 * @example
 * [0, 1, 2, 3, 4, 5, 6].filter((part) => hasPart([8, 2, 1], 2, part)) // => [2, 5]
 * [0, 1, 2, 3, 4, 5, 6].filter((part) => hasPart([255, 2, 2], 2, part)) // => [1, 6]
 */
export function hasPart([before, held, now]: Course, place: number, part: number): boolean {
	const fresh = before === NOT_YET;
	switch (sizeParts[part]) {
		case 'before':
			return before === place;
		case 'now':
			return now === place;
		case 'came':
			return fresh && held === place;
		case 'joined':
			return !fresh && before !== held && held === place;
		case 'left':
			return !fresh && before !== held && before === place;
		case 'cut-in':
			return held !== now && now === place;
		case 'cut-out':
			return held !== now && held === place;
		default:
			return false;
	}
}

/**
 * The places with their sizes on both days, and what changed them. By the earlier day's cuts, whoever is new "came",
 * whoever else is elsewhere "joined" or "left": behaviour. The difference between those cuts and the later day's own moves
 * further people in and out: "cut-in", "cut-out". Sums are exact: before + came + joined − left + cut-in − cut-out = now.
 * Customers not known on either day do not count. One pass.
 */
export function sizeTables({
	before,
	now,
	held,
	places,
	revenue,
	revenueBefore
}: Comparison): Pick<MigrationTables, 'places' | 'changes'> {
	const { codes, rowOf, groups, arrivals } = places;
	const rows = codes.length;
	const width = sizeParts.length;
	const sizes = { before: new Uint32Array(rows), now: new Uint32Array(rows) };
	const money = { revenue: new Float64Array(rows), revenueBefore: new Float64Array(rows) };
	const counts = new Uint32Array(arrivals * width);
	const add = (place: number, part: (typeof sizeParts)[number]): void => {
		const cell = (rowOf[place] as number) * width + sizeParts.indexOf(part);
		counts[cell] = (counts[cell] as number) + 1;
	};
	for (let who = 0; who < now.of.length; who++) {
		const [a, f, b] = [before.of[who] as number, held.of[who] as number, now.of[who] as number];
		if (b === NOT_YET) continue;
		const [from, to] = [rowOf[a] as number, rowOf[b] as number];
		sizes.before[from] = (sizes.before[from] as number) + 1;
		sizes.now[to] = (sizes.now[to] as number) + 1;
		money.revenue[to] = (money.revenue[to] as number) + (revenue[who] as number);
		money.revenueBefore[from] = (money.revenueBefore[from] as number) + (revenueBefore[who] as number);
		add(b, 'now');
		if (a === NOT_YET) add(f, 'came');
		else {
			add(a, 'before');
			if (a !== f) {
				add(f, 'joined');
				add(a, 'left');
			}
		}
		if (f !== b) {
			add(b, 'cut-in');
			add(f, 'cut-out');
		}
	}
	return {
		places: {
			rows,
			columns: {
				kind: Uint8Array.from(codes, (code, row) => (row < groups ? 0 : placeKinds.length - (256 - code))),
				code: Uint8Array.from(codes, (code, row) => (row < groups ? code : 255)),
				...sizes,
				...money
			},
			types: {
				kind: 'code',
				code: 'code',
				before: 'count',
				now: 'count',
				revenue: 'money',
				revenueBefore: 'money'
			}
		},
		changes: {
			rows: counts.length,
			columns: {
				place: Uint8Array.from(counts, (_, row) => Math.floor(row / width)),
				part: Uint8Array.from(counts, (_, row) => row % width),
				customers: counts,
				change: Int32Array.from(counts, (n, row) => (outward(row % width) ? -n : n))
			},
			types: { place: 'code', part: 'code', customers: 'count', change: 'number' }
		}
	};
}

/** Whether a part makes its place smaller. */
function outward(part: number): boolean {
	const id = sizeParts[part];
	return id === 'left' || id === 'cut-out';
}
