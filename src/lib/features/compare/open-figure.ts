import { overviewSets, type ComparedFigure } from '#lib/api/index.ts';
import { isMethod } from '#lib/state/is-method.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';

const groupTables = {
	segments: { method: 'rfm', table: 'segments' },
	types: { method: 'rfm', table: 'types' },
	stages: { method: 'lifecycle', table: 'stages' }
} as const;
/** Figures that a headline set of the overview stands behind. */
const sets: Partial<Record<ComparedFigure['id'], (typeof overviewSets)[number]>> = {
	customers: 'customers',
	orders: 'customers',
	revenue: 'customers',
	prospects: 'prospects',
	repeatRate: 'repeat',
	topTenthRevenueShare: 'top-tenth',
	eightyPercentCustomerShare: 'eighty-percent'
};

/** Opens the customers behind a figure of now; where nobody in particular stands behind it, the screen of its method. */
export function openFigure(view: AnalysisView, { id, method, group }: ComparedFigure, title: string): void {
	if (group !== null) {
		const { method: of, table } = groupTables[group.of];
		// Rows stand in the order of the codes.
		view.show({ method: of, table, row: group.code, title }, view.params(of));
		return;
	}
	const set = sets[id];
	if (set !== undefined) {
		const row = overviewSets.indexOf(set);
		view.show({ method: 'overview', table: 'sets', row, title }, view.params('overview'));
	} else if (isMethod(method)) view.open(method);
}
