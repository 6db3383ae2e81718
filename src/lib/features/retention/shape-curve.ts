import type { RetentionResult } from '#lib/api/index.ts';
import type { CurvePoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatShare } from '#lib/i18n/format.ts';
import { measureOf, type Kept } from './measure.ts';
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
export function shapeCurve(result: RetentionResult, kept: Kept, wording: Wording): CurveShape {
	const { messages, locale, money } = wording;
	const words = messages.retention.curve;
	const { triangle } = messages.retention;
	const { columns, rows } = result.tables.curve;
	const unit = messages.terms.units[result.params.unit]();
	const of = measureOf(columns, kept, wording);
	const mark = (row: number) => words.point({ unit, n: columns.n[row] ?? 0 });
	const points: CurvePoint[] = [];
	const behind: number[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const rate = of.rate(row);
		const [low, high] = [of.low(row), of.high(row)];
		const n = columns.n[row] ?? 0;
		table.push({
			id: String(row),
			cells: [
				String(n),
				...(kept === 'money'
					? [
							...[columns.moneyBase, columns.money].map((own) => formatMoney(own[row] ?? NaN, locale, money)),
							formatShare(rate, locale)
						]
					: [
							...[columns.base, columns.active].map((own) => formatCount(own[row] ?? 0, locale)),
							...[rate, low, high].map((share) => formatShare(share, locale))
						]),
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
			lines: [mark(row), ...of.lines(row), words.fromCohorts({ n: columns.cohorts[row] ?? 0 })]
		});
	}
	return {
		points,
		rows: behind,
		table: {
			columns: [
				{ id: 'n', label: triangle.period() },
				...(kept === 'money'
					? [triangle.moneyBase(), triangle.money(), triangle.moneyRate()]
					: [triangle.base(), triangle.active(), triangle.rate(), words.low(), words.high()]
				).map((label, at) => ({ id: `value${at}`, label, align: 'end' as const })),
				{ id: 'cohorts', label: words.cohorts(), align: 'end' }
			],
			rows: table
		},
		mark
	};
}
