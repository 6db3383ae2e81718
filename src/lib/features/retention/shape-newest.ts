import type { RetentionResult } from '#lib/api/index.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import { unitAfter, type Wording } from './wording.ts';

export interface NewestShape {
	readonly lines: readonly { readonly lead: string; readonly verdict: string; readonly differs: boolean }[];
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
}

/** The newest cohort against all others, in words: how far apart, and whether that could be chance. */
export function shapeNewest({ tables, params, frame }: RetentionResult, wording: Wording): NewestShape {
	const { messages, locale } = wording;
	const words = messages.retention.newest;
	const { columns, rows } = tables.newest;
	const unit = messages.terms.units[params.unit]();
	const name = (row: number) =>
		formatPeriod(columns.cohort[row] ?? NaN, params.unit, locale, frame.yearStart);
	const points = (share: number) => formatNumber(share * 100, locale);
	const mark = (row: number) =>
		words.mark({ cohort: name(row), unit: unit.toLowerCase(), n: columns.n[row] ?? 0 });
	const lines: NewestShape['lines'][number][] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const [rate, others, difference] = (['rate', 'othersRate', 'difference'] as const).map(
			(column) => columns[column][row] ?? NaN
		) as [number, number, number];
		const [low, high, p] = (['low', 'high', 'p'] as const).map((column) => columns[column][row] ?? NaN) as [
			number,
			number,
			number
		];
		const verdict = low > 0 ? words.better : high < 0 ? words.worse : words.alike;
		const pText = p < 0.001 ? '< 0.001' : `= ${formatNumber(p, locale, 3)}`;
		lines.push({
			lead: words.line({
				unit,
				n: columns.n[row] ?? 0,
				cohort: name(row),
				rate,
				cohorts: columns.othersCohorts[row] ?? 0,
				others
			}),
			verdict: verdict({
				points: points(Math.abs(difference)),
				low: points(low),
				high: points(high),
				p: pText
			}),
			differs: low > 0 || high < 0
		});
		table.push({
			id: String(row),
			cells: [
				String(columns.n[row] ?? 0),
				name(row),
				formatShare(rate, locale),
				formatCount(columns.base[row] ?? 0, locale),
				formatShare(others, locale),
				formatCount(columns.othersBase[row] ?? 0, locale),
				points(difference),
				points(low),
				points(high),
				formatNumber(p, locale, 3)
			]
		});
	}
	const end = (id: string, label: string) => ({ id, label, align: 'end' as const });
	return {
		lines,
		table: {
			columns: [
				end('n', words.n()),
				{ id: 'cohort', label: words.cohort() },
				end('rate', words.rate()),
				end('base', words.base()),
				end('othersRate', words.othersRate()),
				end('othersBase', words.othersBase()),
				end('difference', words.difference()),
				end('low', words.low()),
				end('high', words.high()),
				end('p', words.p())
			],
			rows: table
		},
		finding:
			rows > 0
				? words.finding({ unit: unitAfter(1, params.unit, wording) })
				: params.measure === 'on'
					? words.findingNone({ unit: unitAfter(1, params.unit, wording) })
					: words.findingAfter(),
		mark
	};
}
