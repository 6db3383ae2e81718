import type { RetentionResult } from '#lib/api/index.ts';
import type { CurvePoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

export interface CurveShape {
	/** Without period 0, whose 100 % says nothing. */
	readonly points: CurvePoint[];
	/** Row of the `curve` table behind each point. */
	readonly rows: readonly number[];
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** The overall curve with its interval; the table twin also has period 0. */
export function shapeCurve(result: RetentionResult, { messages, locale }: Wording): CurveShape {
	const words = messages.retention.curve;
	const { triangle } = messages.retention;
	const { columns, rows } = result.tables.curve;
	const unit = messages.terms.units[result.params.unit]();
	const mark = (row: number) => words.point({ unit, n: columns.n[row] ?? 0 });
	const points: CurvePoint[] = [];
	const behind: number[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const rate = columns.rate[row] ?? NaN;
		const low = columns.low[row] ?? NaN;
		const high = columns.high[row] ?? NaN;
		const base = columns.base[row] ?? 0;
		const active = columns.active[row] ?? 0;
		const n = columns.n[row] ?? 0;
		table.push({
			id: String(row),
			cells: [
				String(n),
				formatCount(base, locale),
				formatCount(active, locale),
				formatShare(rate, locale),
				formatShare(low, locale),
				formatShare(high, locale),
				formatCount(columns.cohorts[row] ?? 0, locale)
			]
		});
		if (n === 0) continue;
		behind.push(row);
		points.push({
			x: n,
			value: rate,
			low,
			high,
			lines: [
				mark(row),
				`${formatShare(rate, locale)} · ${triangle.counts({ active, base })}`,
				`${messages.charts.interval()} ${formatNumber(low * 100, locale)}–${formatShare(high, locale)}`,
				words.fromCohorts({ n: columns.cohorts[row] ?? 0 })
			]
		});
	}
	return {
		points,
		rows: behind,
		table: {
			columns: [
				{ id: 'n', label: triangle.period() },
				{ id: 'base', label: triangle.base(), align: 'end' },
				{ id: 'active', label: triangle.active(), align: 'end' },
				{ id: 'rate', label: triangle.rate(), align: 'end' },
				{ id: 'low', label: words.low(), align: 'end' },
				{ id: 'high', label: words.high(), align: 'end' },
				{ id: 'cohorts', label: words.cohorts(), align: 'end' }
			],
			rows: table
		},
		mark
	};
}
