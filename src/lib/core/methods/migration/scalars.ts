import type { Comparison } from './compare.ts';
import { NOT_YET } from './standing.ts';
import type { MigrationScalars } from './types.ts';

/** The single numbers of a comparison. One pass over the customers. */
export function migrationScalars(
	days: Pick<MigrationScalars, 'before' | 'now'>,
	{ before, now, held, revenue }: Comparison
): MigrationScalars {
	const sums = { known: 0, byBehaviour: 0, byCuts: 0, revenue: 0 };
	for (let who = 0; who < now.of.length; who++) {
		const [a, b] = [before.of[who] as number, now.of[who] as number];
		if (b === NOT_YET) continue;
		sums.revenue += revenue[who] as number;
		if (a === NOT_YET) continue;
		sums.known++;
		if (a === b) continue;
		if (held.of[who] === a) sums.byCuts++;
		else sums.byBehaviour++;
	}
	return { ...days, ...sums };
}
