import { forecastIds, parameterIds, rivalIds, type ValueResult } from '#lib/api/index.ts';
import type { IntervalRow, TrendPanel, TrendPoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatInterval } from '#lib/i18n/format-interval.ts';
import { formatCount, formatNumber } from '#lib/i18n/format.ts';
import { verdictWords } from '#lib/i18n/verdict-words.ts';
import type { Shape } from './shape-base.ts';
import type { Wording } from './wording.ts';

/** What came in the hold-out over what the model expected, by number of repeats before it. */
export function shapeCalibration(
	result: ValueResult,
	{ messages, locale }: Wording
): Shape & { readonly points: TrendPoint[]; readonly panels: TrendPanel[] } {
	const words = messages.value.calibration;
	const { names } = messages.value.rivals;
	const { columns, rows } = result.tables.calibration;
	const two = (value: number | undefined) => formatNumber(value ?? NaN, locale, 2);
	const name = (row: number) => (row === rows - 1 ? `${row}+` : String(row));
	const mark = (row: number) => words.mark({ n: name(row) });
	const all = Array.from({ length: rows }, (_, row) => row);
	const panel = (label: string, color: string): TrendPanel => ({
		label,
		height: 110,
		format: (value: number) => formatNumber(value, locale, 1),
		color
	});
	return {
		points: all.map((row) => ({
			label: name(row),
			values: [columns.actual[row] ?? NaN, columns.model[row] ?? NaN],
			incomplete: false,
			lines: [
				mark(row),
				`${words.actual()} ${two(columns.actual[row])}`,
				`${words.expected()} ${two(columns.model[row])}`,
				messages.common.customers({ n: columns.customers[row] ?? 0 })
			]
		})),
		panels: [panel(words.actual(), 'var(--mark-soft)'), panel(words.expected(), 'var(--mark)')],
		table: {
			columns: [
				{ id: 'repeats', label: words.repeats(), align: 'end' },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'actual', label: words.actual(), align: 'end' },
				{ id: 'model', label: names.model(), align: 'end' },
				{ id: 'lastPeriod', label: names['last-period'](), align: 'end' },
				{ id: 'mean', label: names.mean(), align: 'end' },
				{ id: 'cohortCurve', label: names['cohort-curve'](), align: 'end' }
			],
			rows: all.map((row) => ({
				id: String(row),
				cells: [
					name(row),
					formatCount(columns.customers[row] ?? 0, locale),
					two(columns.actual[row]),
					two(columns.model[row]),
					two(columns.lastPeriod[row]),
					two(columns.mean[row]),
					two(columns.cohortCurve[row])
				]
			}))
		},
		finding: words.finding({
			actual: result.scalars.holdoutOrders,
			expected: Math.round(result.scalars.holdoutExpected)
		}),
		mark
	};
}

/** The errors of the model and of the simple forecasts, how sure they are, and what follows for the model. */
export function shapeRivals(
	result: ValueResult,
	{ messages, locale }: Wording
): {
	readonly rows: IntervalRow[];
	readonly guide: { readonly value: number };
	readonly table: TableTwin;
	readonly finding: string;
} {
	const words = messages.value.rivals;
	const { columns, rows } = result.tables.rivals;
	const { charts } = messages;
	const name = (row: number) => words.names[rivalIds[row] ?? 'model']();
	const all = Array.from({ length: rows }, (_, row) => row);
	const three = (value: number) => formatNumber(value, locale, 3, 3);
	const at = (column: keyof typeof columns, row: number) => columns[column][row] ?? NaN;
	const error = (kind: 'rmse' | 'mae', row: number) => three(at(kind, row));
	const interval = (kind: 'rmse' | 'mae', row: number) =>
		formatInterval(at(`${kind}Low`, row), at(`${kind}High`, row), three);
	return {
		rows: all.map((row) => ({
			label: name(row),
			value: at('rmse', row),
			low: at('rmseLow', row),
			high: at('rmseHigh', row),
			text: error('rmse', row),
			lines: [
				name(row),
				...(['rmse', 'mae'] as const).map(
					(kind) => `${words[kind]()} ${error(kind, row)} · ${charts.interval()} ${interval(kind, row)}`
				)
			]
		})),
		guide: { value: at('rmse', 0) },
		table: {
			columns: [
				{ id: 'forecast', label: words.forecast() },
				...(['rmse', 'rmseInterval', 'mae', 'maeInterval', 'total'] as const).map((id) => ({
					id,
					label: id === 'rmseInterval' || id === 'maeInterval' ? charts.interval() : words[id](),
					align: 'end' as const
				}))
			],
			rows: all.map((row) => ({
				id: String(row),
				cells: [
					name(row),
					error('rmse', row),
					interval('rmse', row),
					error('mae', row),
					interval('mae', row),
					formatCount(Math.round(at('total', row)), locale)
				]
			}))
		},
		finding: verdictWords(result.scalars, messages, locale).join(locale === 'en' ? ' ' : '')
	};
}

/** The parameters as pairs of a name and a number, and how they were found. */
export function shapeFit(
	result: ValueResult,
	{ messages, locale, money }: Wording
): {
	readonly finding: string;
	readonly facts: readonly { readonly name: string; readonly value: string }[];
} {
	const words = messages.value.fit;
	const { columns, rows } = result.tables.parameters;
	const s = result.scalars;
	const facts = Array.from({ length: rows }, (_, row) => {
		const id = parameterIds[columns.parameter[row] ?? 0] ?? 'r';
		const value = columns.value[row] ?? NaN;
		// v is money: in whole units, as the papers have it.
		return { name: id, value: formatNumber(id === 'v' ? value / 10 ** money.scale : value, locale, 4) };
	});
	return {
		finding: words.finding[forecastIds[s.forecast] ?? 'none'](),
		facts: [
			...facts,
			{ name: words.logLikelihood(), value: formatNumber(s.logLikelihood, locale, 1) },
			{ name: words.correlation(), value: formatNumber(s.correlation, locale, 2) },
			{ name: words.repeatCustomers(), value: formatCount(s.repeatCustomers, locale) }
		]
	};
}
