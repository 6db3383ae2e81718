import { silenceGroups, type ChurnResult } from '#lib/api/index.ts';
import type { CurvePoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { survivalWords } from '#lib/i18n/churn-words.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

/** More points than this lie upon each other. */
const mostPoints = 60;

export interface SurvivalShape {
	/** The curve of all, thinned to what can be told apart; the table twin has every row. */
	readonly points: CurvePoint[];
	/** Row of the `survival` table behind each point. */
	readonly rows: readonly number[];
	readonly finding: string;
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** How long silences (or lifetimes) last, with their interval. */
export function shapeSurvival(result: ChurnResult, { messages, locale }: Wording): SurvivalShape {
	const words = messages.churn.survival;
	const { scalars: s } = result;
	const { columns, rows } = result.tables.survival;
	const groupOf = (row: number) =>
		messages.terms.silenceGroups[silenceGroups[columns.group[row] ?? 0] ?? 'all']();
	const mark = (row: number) => words.mark({ group: groupOf(row), n: columns.days[row] ?? 0 });
	const ofAll = columns.group.filter((group) => group === 0).length;
	const stride = Math.max(1, Math.ceil(ofAll / mostPoints));
	const shown: number[] = [];
	for (let row = 0; row < ofAll; row += stride) shown.push(row);
	if (ofAll > 0 && shown.at(-1) !== ofAll - 1) shown.push(ofAll - 1);
	const share = (name: 'survival' | 'low' | 'high', row: number) =>
		formatShare(columns[name][row] ?? NaN, locale);
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		table.push({
			id: String(row),
			cells: [
				groupOf(row),
				...(['days', 'atRisk', 'events'] as const).map((name) =>
					formatCount(columns[name][row] ?? 0, locale)
				),
				share('survival', row),
				formatNumber(columns.error[row] ?? NaN, locale, 4),
				share('low', row),
				share('high', row)
			]
		});
	}
	const groups = Number.isNaN(s.logRankP)
		? ''
		: (s.logRankP < 0.05 ? words.groups : words.groupsAlike)({
				p: s.logRankP < 0.001 ? '< 0.001' : `= ${formatNumber(s.logRankP, locale, 3)}`
			});
	const median = survivalWords(result, messages, locale);
	const named = ['days', 'atRisk', 'events', 'share', 'error', 'low', 'high'] as const;
	return {
		points: shown.map((row) => ({
			x: columns.days[row] ?? 0,
			value: columns.survival[row] ?? NaN,
			low: columns.low[row] ?? NaN,
			high: columns.high[row] ?? NaN,
			lines: [
				mark(row),
				share('survival', row),
				`${messages.charts.interval()} ${formatShareInterval(columns.low[row] ?? NaN, columns.high[row] ?? NaN, locale)}`,
				words.counts({ n: columns.atRisk[row] ?? 0 })
			]
		})),
		rows: shown,
		finding: groups === '' ? median : `${median}${locale === 'en' ? ' ' : ''}${groups}`,
		table: {
			columns: [
				{ id: 'group', label: words.group() },
				...named.map((id) => ({ id, label: words[id](), align: 'end' as const }))
			],
			rows: table
		},
		mark
	};
}
