import type { ColumnsModel, CurveModel, NumberKind, TableModel } from '../model/types.ts';
import { colours, hex, toneHex } from '../palette.ts';
import type { ChartFormat, SlideChart } from './types.ts';

/** What a chart is told beside its numbers. */
export interface ChartFrame {
	readonly alt: string;
	readonly note: string | null;
	/** Decimal places of money. */
	readonly scale: number;
	/** Beside the name of a period that is cut short. */
	readonly cutMark: string;
}

/** More bars than this are a table. */
const MOST_BARS = 16;

const formatOf = (as: NumberKind): ChartFormat => (as === 'day' ? 'number' : as);
const inUnits = (value: number, as: NumberKind, scale: number): number =>
	as === 'money' ? value / 10 ** scale : value;

/** Stacked columns; what points down is below the line. */
export function columnsChart(
	{ series, points, as }: ColumnsModel,
	{ alt, note, scale, cutMark }: ChartFrame
): SlideChart {
	return {
		kind: 'chart',
		shape: 'columns',
		labels: points.map(({ label, incomplete }) => (incomplete ? `${label} ${cutMark}` : label)),
		series: series.map(({ label, tone, down }, s) => ({
			label,
			values: points.map(({ values }) => {
				const value = inUnits(Math.max(0, values[s] ?? 0), as, scale);
				return down && value > 0 ? -value : value;
			}),
			colors: [toneHex(tone)]
		})),
		format: formatOf(as),
		axis: '',
		alt,
		note
	};
}

/** A curve with what it is held against; points without a number are left out. */
export function curveChart(
	{ points, axis, bounds, ticks, as }: CurveModel,
	title: string,
	{ alt, note, scale }: ChartFrame
): SlideChart {
	const solid = points.filter(({ value }) => Number.isFinite(value));
	const written = (value: number): number => (as === undefined ? value : inUnits(value, as, scale));
	const bound = (label: string | null, of: (point: CurveModel['points'][0]) => number) => {
		const values = solid.map((point) => written(of(point)));
		if (label === null || !values.every((value) => Number.isFinite(value))) return [];
		return [{ label, values, colors: [hex(colours.strong)], faint: true }];
	};
	return {
		kind: 'chart',
		shape: 'lines',
		labels: solid.map(({ label }) => label),
		series: [
			{ label: title, values: solid.map(({ value }) => written(value)), colors: [hex(colours.curve)] },
			...bound(bounds.low, ({ low }) => low),
			...bound(bounds.high, ({ high }) => high)
		],
		format: as === undefined ? 'share' : formatOf(as),
		// Left to themselves programs leave room above, and a share stands at 120 %.
		...(as === undefined && { top: ticks.at(-1)?.at ?? 1 }),
		axis,
		alt,
		note
	};
}

/** The bars of a table as a chart; null where it has none, or too many to be read. */
export function barsChart({ columns, rows }: TableModel, { alt, scale }: ChartFrame): SlideChart | null {
	const at = rows[0]?.findIndex((cell) => cell.bar !== undefined) ?? -1;
	const cells = rows.map((row) => row[at]);
	const as = cells[0]?.as;
	if (as === undefined || rows.length < 2 || rows.length > MOST_BARS) return null;
	const values = cells.map((cell) => cell?.value ?? NaN);
	if (!values.every((value) => Number.isFinite(value))) return null;
	return {
		kind: 'chart',
		shape: 'bars',
		labels: rows.map((row) => row[0]?.text ?? ''),
		series: [
			{
				label: columns[at]?.label ?? '',
				values: values.map((value) => inUnits(value, as, scale)),
				colors: rows.map((row, i) => toneHex(row[0]?.tone ?? cells[i]?.tone ?? 'mark'))
			}
		],
		format: formatOf(as),
		axis: '',
		alt,
		note: null
	};
}
