import { selectCustomers } from '../select-customers.ts';
import type { MethodInput } from '../types.ts';
import { revenueBetween, type Comparison } from './compare.ts';
import { riskCodes, wayFinder } from './places.ts';
import { NOT_YET } from './standing.ts';
import { moveWays, type MigrationParams, type MigrationTables } from './types.ts';

/** Who moved which way. */
export function wayMembers(params: MigrationParams, { before, now }: Comparison, way: number): Uint32Array {
	const wayOf = wayFinder(params);
	return selectCustomers(now.of.length, (who) => {
		const to = now.of[who] as number;
		return to !== NOT_YET && wayOf(before.of[who] as number, to) === way;
	});
}

/** Who was known on the earlier day and not at risk, and is at risk now; null where no group is one at risk. */
export function riskMembers(params: MigrationParams, { before, now }: Comparison): Uint32Array | null {
	const risk = riskCodes(params);
	if (risk.length === 0) return null;
	return selectCustomers(now.of.length, (who) => {
		const from = before.of[who] as number;
		return from !== NOT_YET && risk.includes(now.of[who] as number) && !risk.includes(from);
	});
}

/** How many moved which way, by the cells of the matrix, and how many came to be at risk, with their money. */
export function wayTables(
	{ ledger, frame }: MethodInput,
	params: MigrationParams,
	comparison: Comparison,
	{ rows, columns }: MigrationTables['matrix']
): Pick<MigrationTables, 'ways' | 'risk'> {
	const { asOf } = frame;
	const from = frame.from ?? ledger.firstDay;
	const sums = {
		customers: new Uint32Array(moveWays.length),
		revenue: new Float64Array(moveWays.length),
		revenueBefore: new Float64Array(moveWays.length)
	};
	for (const [name, sum] of Object.entries(sums) as [keyof typeof sums, Float64Array][]) {
		for (let cell = 0; cell < rows; cell++) {
			const way = columns.way[cell] as number;
			sum[way] = (sum[way] as number) + (columns[name][cell] as number);
		}
	}
	const of = (money: Float64Array, people: Uint32Array): number =>
		people.reduce((sum, who) => sum + (money[who] as number), 0);
	const came = moveWays.indexOf('came');
	const known = sums.customers.reduce((sum, n, way) => sum + (way === came ? 0 : n), 0);
	const risk = riskMembers(params, comparison);
	const atRisk = risk === null ? [] : [risk];
	return {
		ways: {
			rows: moveWays.length,
			columns: {
				way: Uint8Array.from(moveWays, (_, way) => way),
				customers: sums.customers,
				share: Float64Array.from(sums.customers, (n, way) =>
					way === came || known === 0 ? Number.NaN : n / known
				),
				revenue: sums.revenue,
				revenueBefore: sums.revenueBefore
			},
			types: { way: 'code', customers: 'count', share: 'share', revenue: 'money', revenueBefore: 'money' }
		},
		risk: {
			rows: atRisk.length,
			columns: {
				customers: Uint32Array.from(atRisk, (own) => own.length),
				revenue: Float64Array.from(atRisk, (own) => of(revenueBetween(ledger, from, asOf), own))
			},
			types: { customers: 'count', revenue: 'money' }
		}
	};
}
