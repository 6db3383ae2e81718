import type { OriginsResult } from '#lib/api/index.ts';
import type { CurvePoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import { allRow, groupName, type Wording } from './wording.ts';

/** One small curve. */
export interface GroupCurve {
	readonly name: string;
	readonly points: CurvePoint[];
	/** Row of the `curve` table behind each point. */
	readonly rows: readonly number[];
}

export interface CurvesShape {
	readonly curves: readonly GroupCurve[];
	/** The curve of all groups, which each is held against. */
	readonly reference: readonly { readonly x: number; readonly value: number }[];
	/** Ends of the axes that all share. */
	readonly top: number;
	readonly last: number;
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** Returns after the first order: a small curve per group, and the table of them all. */
export function shapeCurves(result: OriginsResult, wording: Wording): CurvesShape {
	const { messages, locale } = wording;
	const words = messages.origins.curve;
	const { columns, rows } = result.tables.curve;
	const all = allRow(result);
	const mark = (row: number) =>
		words.mark({ label: groupName(result, columns.group[row] ?? 0, wording), n: columns.n[row] ?? 0 });
	const curves = Array.from({ length: all + 1 }, (_, group) => ({
		name: groupName(result, group, wording),
		points: [] as CurvePoint[],
		rows: [] as number[]
	}));
	const table: TableTwin['rows'][number][] = [];
	let top = 0;
	let last = 1;
	for (let row = 0; row < rows; row++) {
		const [rate, low, high] = (['rate', 'low', 'high'] as const).map((name) => columns[name][row] ?? NaN);
		const [n, base, active] = (['n', 'base', 'active'] as const).map((name) => columns[name][row] ?? 0);
		const curve = curves[columns.group[row] ?? 0];
		if (curve === undefined || rate === undefined || n === undefined) continue;
		top = Math.max(top, rate);
		last = Math.max(last, n);
		const share = formatShare(rate, locale);
		curve.rows.push(row);
		curve.points.push({
			x: n,
			value: rate,
			low: low ?? NaN,
			high: high ?? NaN,
			lines: [
				mark(row),
				`${share} · ${messages.origins.repeat.counts({ active: active ?? 0, base: base ?? 0 })}`,
				`${messages.charts.interval()} ${formatShareInterval(low ?? NaN, high ?? NaN, locale)}`
			]
		});
		table.push({
			id: String(row),
			cells: [
				curve.name,
				String(n),
				formatCount(base ?? 0, locale),
				formatCount(active ?? 0, locale),
				share,
				formatShare(low ?? NaN, locale),
				formatShare(high ?? NaN, locale)
			]
		});
	}
	// The scale is that of the rates: the band of a small group may leave its panel.
	top = Math.min(1, top * 1.25) || 1;
	const { groups } = messages.origins;
	return {
		curves: curves.slice(0, all).filter(({ points }) => points.length > 0),
		reference: curves[all]?.points ?? [],
		top,
		last,
		table: {
			columns: [
				{ id: 'group', label: groups.group() },
				{ id: 'n', label: words.n(), align: 'end' },
				{ id: 'base', label: words.base(), align: 'end' },
				{ id: 'active', label: words.active(), align: 'end' },
				{ id: 'rate', label: words.rate(), align: 'end' },
				{ id: 'low', label: groups.low(), align: 'end' },
				{ id: 'high', label: groups.high(), align: 'end' }
			],
			rows: table
		},
		mark
	};
}
