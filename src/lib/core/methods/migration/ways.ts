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

/** How many moved which way, and how many came to be at risk, with their money. */
export function wayTables(
	{ ledger, frame }: MethodInput,
	params: MigrationParams,
	comparison: Comparison
): Pick<MigrationTables, 'ways' | 'risk'> {
	const { asOf } = frame;
	const from = frame.from ?? ledger.firstDay;
	const { revenue, revenueBefore } = comparison;
	const of = (money: Float64Array, people: Uint32Array): number =>
		people.reduce((sum, who) => sum + (money[who] as number), 0);
	const people = moveWays.map((_, way) => wayMembers(params, comparison, way));
	const came = moveWays.indexOf('came');
	const known = people.reduce((sum, own, way) => sum + (way === came ? 0 : own.length), 0);
	const risk = riskMembers(params, comparison);
	const atRisk = risk === null ? [] : [risk];
	return {
		ways: {
			rows: people.length,
			columns: {
				way: Uint8Array.from(people, (_, way) => way),
				customers: Uint32Array.from(people, (own) => own.length),
				share: Float64Array.from(people, (own, way) =>
					way === came || known === 0 ? Number.NaN : own.length / known
				),
				revenue: Float64Array.from(people, (own) => of(revenue, own)),
				revenueBefore: Float64Array.from(people, (own) => of(revenueBefore, own))
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
