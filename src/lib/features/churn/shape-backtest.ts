import type { ChurnResult } from '#lib/api/index.ts';
import type { CurvePoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { backTestWords } from '#lib/i18n/churn-words.ts';
import { formatCount, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

export interface BackTestShape {
	/** One per row of the `backtest` table. */
	readonly points: CurvePoint[];
	readonly guide: { readonly x: number; readonly text: string } | undefined;
	readonly finding: string;
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** The share that came back after a silence longer than each window; the chosen one is marked. */
export function shapeBackTest(result: ChurnResult, { messages, locale }: Wording): BackTestShape {
	const words = messages.churn.backtest;
	const { scalars: s } = result;
	const { columns, rows } = result.tables.backtest;
	const mark = (row: number) => words.mark({ n: columns.days[row] ?? 0 });
	const points: CurvePoint[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const [value, low, high] = [columns.rate[row] ?? NaN, columns.low[row] ?? NaN, columns.high[row] ?? NaN];
		const [followed, back] = [columns.followed[row] ?? 0, columns.returned[row] ?? 0];
		points.push({
			x: columns.days[row] ?? 0,
			value,
			low,
			high,
			lines: [
				mark(row),
				`${formatShare(value, locale)} · ${words.counts({ back, followed })}`,
				`${messages.charts.interval()} ${formatShareInterval(low, high, locale)}`,
				`${words.within()} ${formatShare(columns.within[row] ?? NaN, locale)}`
			]
		});
		const count = (name: 'days' | 'silent' | 'back'): string => formatCount(columns[name][row] ?? 0, locale);
		table.push({
			id: String(row),
			cells: [
				columns.chosen[row] === 1 ? `${count('days')} ●` : count('days'),
				formatCount(followed, locale),
				formatCount(back, locale),
				formatShare(value, locale),
				formatShare(low, locale),
				formatShare(high, locale),
				formatShare(columns.within[row] ?? NaN, locale),
				formatShare(columns.ever[row] ?? NaN, locale),
				count('silent'),
				count('back')
			]
		});
	}
	const named = ['followed', 'returned', 'rate', 'low', 'high', 'within', 'ever', 'silent', 'back'] as const;
	return {
		points,
		guide: columns.chosen.includes(1)
			? { x: s.churnedAfter, text: words.chosen({ n: s.churnedAfter }) }
			: undefined,
		finding: backTestWords(result, messages),
		table: {
			columns: [
				{ id: 'days', label: words.window(), align: 'end' },
				...named.map((id) => ({ id, label: words[id](), align: 'end' as const }))
			],
			rows: table
		},
		mark
	};
}
