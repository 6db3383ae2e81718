import type { ValueResult } from '#lib/api/index.ts';
import type { CohortCell, CohortRow, CurveCompanion, CurvePoint } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoneyShort, formatMoneyWhole, formatPeriod, scaleLow } from '#lib/i18n/format.ts';
import { formatInterval } from '#lib/i18n/format-interval.ts';
import { cohortRows } from '../shared/cohort-rows.ts';
import type { Shape } from './shape-base.ts';
import type { Wording } from './wording.ts';

export interface TriangleShape extends Shape {
	readonly cohorts: CohortRow[];
	readonly periods: string[];
	/** The ends of the scale. */
	readonly low: string;
	readonly high: string;
	/** What the numbers in narrow cells are. */
	readonly unit: string;
}

/** Cumulative value per customer by cohort and age; cells keep the row of the `ltv` table behind them. */
export function shapeTriangle(result: ValueResult, { messages, locale, money }: Wording): TriangleShape {
	const words = messages.value.ltv;
	const { unit } = result.params;
	const { ltv, cohorts: heads } = result.tables;
	const { columns } = ltv;
	const unitWord = messages.terms.units[unit]().toLowerCase();
	let max = 0;
	let longest = 0;
	for (let row = 0; row < ltv.rows; row++) {
		max = Math.max(max, columns.perCustomer[row] ?? 0);
		longest = Math.max(longest, columns.n[row] ?? 0);
	}
	const { factor, decimals } = narrowUnit(max / 10 ** money.scale);
	const called = (cohort: number) => formatPeriod(cohort, unit, locale, result.frame.yearStart);
	const name = (row: number) => called(columns.cohort[row] ?? NaN);
	const mark = (row: number) => words.cell({ cohort: name(row), unit: unitWord, n: columns.n[row] ?? 0 });
	const cells: CohortCell[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < ltv.rows; row++) {
		const value = columns.perCustomer[row] ?? NaN;
		const incomplete = columns.incomplete[row] === 1;
		const text = formatMoneyShort(value, locale, money);
		cells.push({
			index: row,
			step: scaleStep(value, max, 0.8),
			text,
			// Without the sign of the currency, which every cell would repeat.
			short: (value / 10 ** money.scale / factor).toFixed(decimals),
			incomplete,
			lines: [
				mark(row),
				`${words.perCustomer()} ${text}`,
				`${words.total()} ${formatMoneyShort(columns.value[row] ?? NaN, locale, money)}`,
				...(incomplete ? [messages.charts.incomplete()] : [])
			]
		});
		const exact = formatMoneyWhole(value, locale, money);
		table.push({
			id: String(row),
			cells: [
				name(row),
				String(columns.n[row] ?? 0),
				formatCount(columns.size[row] ?? 0, locale),
				formatMoneyWhole(columns.value[row] ?? NaN, locale, money),
				incomplete ? `${exact}*` : exact
			]
		});
	}
	return {
		cohorts: cohortRows(heads, cells, columns.cohort, called, locale),
		periods: Array.from({ length: longest + 1 }, (_, n) => String(n)),
		table: {
			columns: [
				{ id: 'cohort', label: words.cohort() },
				{ id: 'n', label: words.period(), align: 'end' },
				{ id: 'size', label: words.size(), align: 'end' },
				{ id: 'value', label: words.total(), align: 'end' },
				{ id: 'perCustomer', label: words.perCustomer(), align: 'end' }
			],
			rows: table
		},
		finding: words.finding(),
		low: scaleLow(columns.perCustomer, formatMoneyShort(0, locale, money)),
		high: formatMoneyShort(max, locale, money),
		unit: factor === 1 ? words.perCustomer() : factor === 1000 ? words.thousands() : words.millions(),
		mark
	};
}

/**
 * In what unit, with how many decimals, numbers up to `most` fit into a narrow cell: four signs, so that small ones still differ.
 *
 * @example
 * narrowUnit(3771) // => { factor: 1, decimals: 0 }
 * narrowUnit(37_710) // => { factor: 1000, decimals: 1 }
 * narrowUnit(377_100) // => { factor: 1000, decimals: 0 }
 */
export function narrowUnit(most: number): { readonly factor: number; readonly decimals: number } {
	if (most < 9_999.5) return { factor: 1, decimals: 0 };
	if (most < 99_950) return { factor: 1000, decimals: 1 };
	return most < 9_999_500 ? { factor: 1000, decimals: 0 } : { factor: 1e6, decimals: 1 };
}

/** A line per cohort, of its complete ages, in whole money. */
export function shapeCohortLines(result: ValueResult, { money }: Pick<Wording, 'money'>): CurveCompanion[] {
	const { columns, rows } = result.tables.ltv;
	const lines = new Map<number, { x: number; value: number }[]>();
	for (let row = 0; row < rows; row++) {
		if (columns.incomplete[row] === 1) continue;
		const cohort = columns.cohort[row] ?? 0;
		const points = lines.get(cohort) ?? [];
		points.push({ x: columns.n[row] ?? 0, value: (columns.perCustomer[row] ?? NaN) / 10 ** money.scale });
		lines.set(cohort, points);
	}
	return [...lines.values()].map((points) => ({ points, color: 'var(--mark-soft)' }));
}

/** Value per customer by age; behind a point are the customers of the cohorts that have completed it. */
export function shapeAgeCurve(
	result: ValueResult,
	{ messages, locale, money }: Wording
): {
	readonly points: CurvePoint[];
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
} {
	const words = messages.value.ltvCurve;
	const { columns, rows } = result.tables.curve;
	const unit = messages.terms.units[result.params.unit]();
	const all = Array.from({ length: rows }, (_, row) => row);
	// One of the usual stops: the far end rests on the oldest cohort alone.
	const stop = [12, 6, 3, 1, 0].map((n) => columns.n.indexOf(n)).find((row) => row >= 0);
	const short = (row: number) => formatMoneyShort(columns.perCustomer[row] ?? NaN, locale, money);
	const mark = (row: number) => words.point({ unit, n: columns.n[row] ?? 0 });
	const sure = (row: number) =>
		formatInterval(columns.low[row] ?? NaN, columns.high[row] ?? NaN, (end) =>
			formatMoneyWhole(end, locale, money)
		);
	return {
		mark,
		points: all.map((row) => ({
			x: columns.n[row] ?? 0,
			value: (columns.perCustomer[row] ?? NaN) / 10 ** money.scale,
			low: (columns.low[row] ?? NaN) / 10 ** money.scale,
			high: (columns.high[row] ?? NaN) / 10 ** money.scale,
			lines: [
				mark(row),
				short(row),
				...(Number.isNaN(columns.low[row] ?? NaN) ? [] : [`${messages.charts.interval()} ${sure(row)}`]),
				messages.common.customers({ n: columns.size[row] ?? 0 })
			]
		})),
		table: {
			columns: [
				{ id: 'n', label: messages.value.ltv.period(), align: 'end' },
				{ id: 'customers', label: messages.value.tiers.customers(), align: 'end' },
				{ id: 'cohorts', label: words.cohorts(), align: 'end' },
				{ id: 'value', label: words.line(), align: 'end' },
				{ id: 'interval', label: messages.charts.interval(), align: 'end' }
			],
			rows: all.map((row) => ({
				id: String(row),
				cells: [
					String(columns.n[row] ?? 0),
					formatCount(columns.size[row] ?? 0, locale),
					formatCount(columns.cohorts[row] ?? 0, locale),
					formatMoneyWhole(columns.perCustomer[row] ?? NaN, locale, money),
					sure(row)
				]
			}))
		},
		finding:
			stop === undefined
				? ''
				: words.finding({ value: short(stop), n: columns.n[stop] ?? 0, unit: unit.toLowerCase() })
	};
}
