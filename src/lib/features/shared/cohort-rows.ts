import type { CohortCell, CohortRow } from '#lib/charts/chart-data.ts';
import { formatCount } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/messages.ts';

/** The cohorts of a triangle, one element each. */
interface CohortHeads {
	readonly rows: number;
	readonly columns: Readonly<Record<'cohort' | 'size' | 'incomplete', ArrayLike<number>>>;
}

/**
 * The rows of a cohort triangle. `cohortOf` says by the index of a cell to which cohort it belongs; `called` names a cohort. The
 * cells of a cohort keep their order.
 */
export function cohortRows(
	{ rows, columns }: CohortHeads,
	cells: readonly CohortCell[],
	cohortOf: ArrayLike<number>,
	called: (cohort: number) => string,
	locale: Locale
): CohortRow[] {
	const byCohort = new Map<number, CohortCell[]>();
	for (const cell of cells) {
		const cohort = cohortOf[cell.index] ?? NaN;
		const own = byCohort.get(cohort);
		if (own === undefined) byCohort.set(cohort, [cell]);
		else own.push(cell);
	}
	return Array.from({ length: rows }, (_, row) => ({
		label: called(columns.cohort[row] ?? NaN),
		size: formatCount(columns.size[row] ?? 0, locale),
		incomplete: columns.incomplete[row] === 1,
		cells: byCohort.get(columns.cohort[row] ?? NaN) ?? []
	}));
}
