import type { ContractsResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { contractGroup, contractMoney, lengthText, lengthUnit } from '#lib/i18n/contract-words.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { formatInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

export interface GroupsShape {
	readonly title: string;
	readonly bars: Bar[];
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** Who is under contract by group; without groups the row of all stands alone. */
export function shapeGroups(result: ContractsResult, wording: Wording): GroupsShape {
	const { messages, locale } = wording;
	const words = wording.words.groups;
	const { columns, rows } = result.tables.groups;
	const { scalars: s, tables } = result;
	const [by = ''] = tables.source.columns.by;
	const money = contractMoney(result, wording);
	const all = rows - 1;
	const name = (row: number) => contractGroup(result, row, wording);
	const at = (column: Exclude<keyof typeof columns, 'label'>, row: number) => columns[column][row] ?? NaN;
	const length = (value: number) => lengthText(result, value, wording);
	const hasMoney = !Number.isNaN(s.money);
	const horizon = length(s.meanHorizon);
	const unit = wording.words.tenures[lengthUnit(result)]();
	const shown = Array.from({ length: Math.max(1, all) }, (_, row) => row);
	const number = (value: number) => formatNumber(value, locale, 1);
	return {
		title: by === '' ? words.titleAll() : words.title({ by }),
		bars: shown.map((row): Bar => {
			const ofAll = words.ofAll({ share: at('active', row) / at('spells', row), n: at('spells', row) });
			return {
				label: name(row),
				value: at('active', row),
				text: formatCount(at('active', row), locale),
				sub: hasMoney ? money.short(at('money', row)) : formatShare(at('active', row) / s.active, locale, 0),
				lines: [
					name(row),
					`${words.active()} ${formatCount(at('active', row), locale)} · ${ofAll}`,
					...(hasMoney ? [`${words.money()} ${money.full(at('money', row))}`] : []),
					`${words.median({ unit })} ${number(at('median', row))}`
				]
			};
		}),
		table: {
			columns: [
				{ id: 'group', label: words.group() },
				...(['spells', 'active', 'ended'] as const).map((id) => ({
					...{ id, label: words[id](), align: 'end' as const }
				})),
				...(hasMoney ? [{ id: 'money', label: words.money(), align: 'end' as const }] : []),
				{ id: 'median', label: words.median({ unit }), align: 'end' },
				{ id: 'interval', label: messages.charts.interval(), align: 'end' },
				{ id: 'mean', label: words.mean({ horizon }), align: 'end' },
				{ id: 'error', label: words.error(), align: 'end' }
			],
			rows: Array.from({ length: rows }, (_, row) => ({
				id: String(row),
				cells: [
					name(row),
					...(['spells', 'active', 'ended'] as const).map((id) => formatCount(at(id, row), locale)),
					...(hasMoney ? [money.full(at('money', row))] : []),
					number(at('median', row)),
					formatInterval(at('medianLow', row), at('medianHigh', row), number),
					number(at('mean', row)),
					formatNumber(at('meanError', row), locale, 2)
				]
			}))
		},
		mark: (row) => words.mark({ group: name(row) })
	};
}
