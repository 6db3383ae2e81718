import type { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import { fewCustomers, remark } from '../remarks.ts';
import type { Warning } from '../types.ts';
import { declinePercentile, lossPercentile } from './default-rules.ts';
import type { ToldMeasures } from './measures.ts';
import type { LifecycleScalars, LifecycleTables } from './types.ts';

/** The single numbers of the lifecycle. */
export function lifecycleScalars(
	funnel: LifecycleTables['funnel'],
	gaps: WholeNumberCounts,
	growth: LifecycleTables['growth'],
	{ contacts, score }: ToldMeasures
): LifecycleScalars {
	const known = funnel.columns.customers[0] as number;
	const customers = funnel.columns.customers[1] as number;
	return {
		customers,
		prospects: known - customers,
		gapP40: gaps.quantile(declinePercentile / 100),
		gapP80: gaps.quantile(lossPercentile / 100),
		gaps: gaps.n,
		pulse: lastCompletePulse(growth),
		contacts: contacts === null ? Number.NaN : contacts.reduce((sum, n) => sum + n, 0),
		scored: score === null ? Number.NaN : score.reduce((n, own) => n + (Number.isNaN(own) ? 0 : 1), 0)
	};
}

/** What to bear in mind with these numbers. */
export function lifecycleWarnings(
	scalars: LifecycleScalars,
	lostAfter: number | null,
	{ stages, growth }: LifecycleTables
): Warning[] {
	const warnings: Warning[] = [];
	if (scalars.customers < fewCustomers) {
		warnings.push(remark('few-customers', { n: scalars.customers, minimum: fewCustomers }));
	}
	if (stages.columns.revenue.every((money) => money === 0)) warnings.push(remark('no-revenue'));
	if (scalars.gaps === 0) warnings.push(remark('no-gaps'));
	else if (scalars.gaps < fewCustomers)
		warnings.push(remark('few-gaps', { n: scalars.gaps, minimum: fewCustomers }));
	if (lostAfter === null) warnings.push(remark('no-lost-rule'));
	if (!growth.columns.incomplete.includes(0)) warnings.push(remark('no-complete-period'));
	return warnings;
}

function lastCompletePulse({ rows, columns }: LifecycleTables['growth']): number {
	const row = columns.incomplete.lastIndexOf(0, rows - 1);
	return columns.pulse[row] ?? Number.NaN;
}
