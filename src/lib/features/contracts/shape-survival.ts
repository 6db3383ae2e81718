import type { ContractsResult } from '#lib/api/index.ts';
import type { CurveCompanion, CurvePoint } from '#lib/charts/chart-data.ts';
import { segmentColor } from '#lib/charts/group-colors.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { contractGroup, lengthText, lengthUnit } from '#lib/i18n/contract-words.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

/** More points than this lie upon each other. */
const mostPoints = 60;
/** In the place of a row: where all are still there. */
const origin = -1;
/** Tones that can be told apart side by side. */
const tones = [7, 3, 8, 5, 2, 10, 9];

export interface SurvivalShape {
	/** The curve of all, thinned to what can be told apart; the table twin has every row. */
	readonly points: CurvePoint[];
	readonly companions: CurveCompanion[];
	readonly legend: { readonly label: string; readonly color: string; readonly kind: 'line' }[];
	readonly table: TableTwin;
}

/** How long customers stay under contract: all with an interval, each group as a line. */
export function shapeSurvival(result: ContractsResult, wording: Wording): SurvivalShape {
	const { messages, locale } = wording;
	const words = wording.words.survival;
	const { columns, rows } = result.tables.survival;
	const all = result.tables.groups.rows - 1;
	const rowsOf = (group: number): number[] => {
		const own = Array.from(columns.group.keys()).filter((row) => columns.group[row] === group);
		const stride = Math.max(1, Math.ceil(own.length / mostPoints));
		return own.filter((_, i) => i % stride === 0 || i === own.length - 1);
	};
	const at = (name: 'time' | 'survival' | 'low' | 'high' | 'error', row: number) => columns[name][row] ?? NaN;
	const start = { x: 0, value: 1 };
	const known = columns.group.includes(all);
	const groups = Array.from({ length: all }, (_, group) => group).filter((group) => rowsOf(group).length > 0);
	const color = (group: number) => segmentColor(tones[group % tones.length] ?? 0);
	return {
		points: (known ? [origin, ...rowsOf(all)] : []).map((row): CurvePoint => {
			if (row === origin) return { ...start, low: 1, high: 1, lines: [formatShare(1, locale)] };
			const length = lengthText(result, at('time', row), wording);
			return {
				x: at('time', row),
				value: at('survival', row),
				low: at('low', row),
				high: at('high', row),
				lines: [
					words.mark({ group: contractGroup(result, all, wording), length }),
					formatShare(at('survival', row), locale),
					`${messages.charts.interval()} ${formatShareInterval(at('low', row), at('high', row), locale)}`,
					`${words.atRisk()} ${formatCount(columns.atRisk[row] ?? 0, locale)}`
				]
			};
		}),
		companions: groups.map((group) => ({
			points: [start, ...rowsOf(group).map((row) => ({ x: at('time', row), value: at('survival', row) }))],
			color: color(group),
			strong: true
		})),
		legend: groups.map((group) => ({
			...{ label: contractGroup(result, group, wording), color: color(group), kind: 'line' as const }
		})),
		table: {
			columns: [
				{ id: 'group', label: wording.words.groups.group() },
				{
					id: 'time',
					label: words.time({ unit: wording.words.tenures[lengthUnit(result)]() }),
					align: 'end'
				},
				{ id: 'atRisk', label: words.atRisk(), align: 'end' },
				{ id: 'events', label: words.events(), align: 'end' },
				{ id: 'share', label: words.share(), align: 'end' },
				{ id: 'error', label: wording.words.groups.error(), align: 'end' },
				{ id: 'low', label: wording.words.periods.low(), align: 'end' },
				{ id: 'high', label: wording.words.periods.high(), align: 'end' }
			],
			rows: Array.from({ length: rows }, (_, row) => ({
				id: String(row),
				cells: [
					contractGroup(result, columns.group[row] ?? 0, wording),
					formatNumber(at('time', row), locale, 2),
					formatCount(columns.atRisk[row] ?? 0, locale),
					formatCount(columns.events[row] ?? 0, locale),
					formatShare(at('survival', row), locale),
					formatNumber(at('error', row), locale, 4),
					formatShare(at('low', row), locale),
					formatShare(at('high', row), locale)
				]
			}))
		}
	};
}
