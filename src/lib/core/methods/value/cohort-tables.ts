import { isCutShort } from '../../calendar/period-table.ts';
import { skewedMean } from '../../math/compare/skewed-mean.ts';
import type { Interval } from '../../math/wilson.ts';
import type { CohortValues } from './cohort-values.ts';
import { paybackAge } from './payback.ts';
import type { ValueTables } from './types.ts';

/** Whether the as-of date cuts period N of a cohort short. */
function isCut({ periods, periodOf, asOf }: CohortValues, row: number, n: number): boolean {
	return isCutShort(periods, (periodOf[row] as number) + n, asOf);
}

const startOf = ({ periods, periodOf }: CohortValues, row: number): number =>
	periods.starts[periodOf[row] as number] as number;

/** One row per cohort: its size, what its customers have brought so far, and when that made up for their cost. */
export function cohortsTable(cohorts: CohortValues, cost: number | null): ValueTables['cohorts'] {
	const { sizes, cumulative } = cohorts;
	const payback = Float64Array.from(cumulative, (own, row) => {
		const complete = isCut(cohorts, row, own.length - 1) ? own.subarray(0, -1) : own;
		return paybackAge(
			complete.map((value) => value / (sizes[row] as number)),
			cost
		);
	});
	const value = Float64Array.from(cumulative, (own) => own.at(-1) as number);
	const sure = Array.from(sizes, (_, row) =>
		intervalAt(cohorts, [row], (cumulative[row] as Float64Array).length - 1)
	);
	return {
		rows: sizes.length,
		columns: {
			cohort: Int32Array.from(sizes, (_, row) => startOf(cohorts, row)),
			size: sizes.slice(),
			value,
			perCustomer: value.map((own, row) => own / (sizes[row] as number)),
			low: Float64Array.from(sure, ({ low }) => low),
			high: Float64Array.from(sure, ({ high }) => high),
			payback,
			incomplete: Uint8Array.from(sizes, (_, row) => (isCut(cohorts, row, 0) ? 1 : 0))
		},
		types: {
			cohort: 'day',
			size: 'count',
			value: 'money',
			perCustomer: 'money',
			low: 'money',
			high: 'money',
			payback: 'number',
			incomplete: 'flag'
		}
	};
}

/** Row and N of each row of the `ltv` table. */
export function ltvCells({
	cumulative
}: CohortValues): readonly { readonly row: number; readonly n: number }[] {
	return cumulative.flatMap((own, row) => Array.from(own, (_, n) => ({ row, n })));
}

/** One row per cohort and N, cohort by cohort. */
export function ltvTable(cohorts: CohortValues): ValueTables['ltv'] {
	const cells = ltvCells(cohorts);
	const size = Uint32Array.from(cells, ({ row }) => cohorts.sizes[row] as number);
	const value = Float64Array.from(
		cells,
		({ row, n }) => (cohorts.cumulative[row] as Float64Array)[n] as number
	);
	return {
		rows: cells.length,
		columns: {
			cohort: Int32Array.from(cells, ({ row }) => startOf(cohorts, row)),
			n: Uint32Array.from(cells, ({ n }) => n),
			size,
			value,
			perCustomer: value.map((own, i) => own / (size[i] as number)),
			incomplete: Uint8Array.from(cells, ({ row, n }) => (isCut(cohorts, row, n) ? 1 : 0))
		},
		types: {
			cohort: 'day',
			n: 'number',
			size: 'count',
			value: 'money',
			perCustomer: 'money',
			incomplete: 'flag'
		}
	};
}

/** Rows of the cohorts that have completed age `n`; whoever has completed one has completed all before it. */
export function cohortsAtAge(cohorts: CohortValues, n: number): number[] {
	const rows = Array.from(cohorts.sizes.keys());
	return rows.filter((row) => n < (cohorts.cumulative[row]?.length ?? 0) && !isCut(cohorts, row, n));
}

/** The interval of what a customer of some cohorts has brought by the end of period N. */
function intervalAt(
	{ sizes, cumulative, squares, cubes, positive }: CohortValues,
	rows: readonly number[],
	n: number
) {
	const total = (of: readonly Float64Array[]) => rows.reduce((sum, row) => sum + (of[row]?.[n] ?? 0), 0);
	return skewedMean({
		n: rows.reduce((sum, row) => sum + (sizes[row] as number), 0),
		...{ sum: total(cumulative), squares: total(squares), cubes: total(cubes), positive }
	});
}

/** Value by age over all cohorts that have completed it, Σ value ÷ Σ size, with its interval over their customers. */
export function ltvCurve(cohorts: CohortValues): ValueTables['curve'] {
	const { cumulative, sizes } = cohorts;
	const found: ({ n: number; size: number; value: number; cohorts: number } & Interval)[] = [];
	for (let n = 0, rows = cohortsAtAge(cohorts, n); rows.length > 0; rows = cohortsAtAge(cohorts, ++n)) {
		const sum = { n, size: 0, value: 0, cohorts: rows.length, ...intervalAt(cohorts, rows, n) };
		for (const row of rows) {
			sum.size += sizes[row] as number;
			sum.value += cumulative[row]?.[n] as number;
		}
		found.push(sum);
	}
	return {
		rows: found.length,
		columns: {
			n: Uint32Array.from(found, ({ n }) => n),
			size: Uint32Array.from(found, ({ size }) => size),
			value: Float64Array.from(found, ({ value }) => value),
			perCustomer: Float64Array.from(found, ({ value, size }) => value / size),
			low: Float64Array.from(found, ({ low }) => low),
			high: Float64Array.from(found, ({ high }) => high),
			cohorts: Uint32Array.from(found, (own) => own.cohorts)
		},
		types: {
			...({ n: 'number', size: 'count', value: 'money', perCustomer: 'money' } as const),
			...({ low: 'money', high: 'money', cohorts: 'count' } as const)
		}
	};
}
