import type { Ledger } from '../../ledger/types.ts';
import { revenueBetween, type Comparison } from './compare.ts';
import { NOT_YET } from './standing.ts';
import type { MigrationTables } from './types.ts';

/** The dates, who stood where on each, and who went where from each to the next, with the money of the days between. */
export function flowTables(
	ledger: Ledger,
	{ dates, onDates, places }: Comparison
): Pick<MigrationTables, 'dates' | 'standings' | 'flows'> {
	const width = places.codes.length;
	const sizes = new Uint32Array(dates.length * width);
	onDates.forEach(({ of }, step) => {
		for (const code of of) {
			if (code === NOT_YET) continue;
			const cell = step * width + (places.rowOf[code] as number);
			sizes[cell] = (sizes[cell] as number) + 1;
		}
	});
	const stood = filled(sizes);
	const moves = onDates.slice(1).map((next, step) => {
		return stepFlows(
			ledger,
			places.rowOf,
			width,
			[onDates[step] as typeof next, next],
			[(dates[step] as number) + 1, dates[step + 1] as number]
		);
	});
	const flat = moves.flatMap(({ customers, revenue }, step) =>
		Array.from(filled(customers), (cell) => ({
			step,
			cell,
			customers: customers[cell] as number,
			revenue: revenue[cell] as number
		}))
	);
	return {
		dates: { rows: dates.length, columns: { date: Int32Array.from(dates) }, types: { date: 'day' } },
		standings: {
			rows: stood.length,
			columns: {
				step: Uint8Array.from(stood, (cell) => Math.floor(cell / width)),
				place: Uint8Array.from(stood, (cell) => cell % width),
				customers: Uint32Array.from(stood, (cell) => sizes[cell] as number)
			},
			types: { step: 'code', place: 'code', customers: 'count' }
		},
		flows: {
			rows: flat.length,
			columns: {
				step: Uint8Array.from(flat, ({ step }) => step),
				from: Uint8Array.from(flat, ({ cell }) => Math.floor(cell / width)),
				to: Uint8Array.from(flat, ({ cell }) => cell % width),
				customers: Uint32Array.from(flat, ({ customers }) => customers),
				revenue: Float64Array.from(flat, ({ revenue }) => revenue)
			},
			types: { step: 'code', from: 'code', to: 'code', customers: 'count', revenue: 'money' }
		}
	};
}

/** Customers and money per pair of places, between two dates that follow each other. */
function stepFlows(
	ledger: Ledger,
	rowOf: Uint8Array,
	width: number,
	[start, end]: readonly [Comparison['now'], Comparison['now']],
	[from, to]: readonly [number, number]
): { readonly customers: Uint32Array; readonly revenue: Float64Array } {
	const customers = new Uint32Array(width * width);
	const revenue = new Float64Array(width * width);
	const money = revenueBetween(ledger, from, to);
	for (let who = 0; who < end.of.length; who++) {
		if (end.of[who] === NOT_YET) continue;
		const cell =
			(rowOf[start.of[who] as number] as number) * width + (rowOf[end.of[who] as number] as number);
		customers[cell] = (customers[cell] as number) + 1;
		revenue[cell] = (revenue[cell] as number) + (money[who] as number);
	}
	return { customers, revenue };
}

function filled(counts: Uint32Array): Uint32Array {
	return Uint32Array.from(counts.keys()).filter((cell) => counts[cell] !== 0);
}
