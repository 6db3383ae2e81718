import { growthStates, type LifecycleResult } from '#lib/api/index.ts';
import type { GrowthPeriod, GrowthState } from '#lib/charts/stack-growth.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber, formatPeriod } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

export interface GrowthShape {
	readonly periods: GrowthPeriod[];
	readonly table: TableTwin;
	readonly finding: string | undefined;
	/** Names a piece of a column. */
	readonly mark: (index: number, state: GrowthState) => string;
	readonly markActive: (index: number) => string;
}

/**
 * Row of the `growthMembers` table behind a piece: its rows run period by period, the states in their order.
 *
 * @example
 * memberRow(2, 'dormant') // => 11
 */
export function memberRow(index: number, state: GrowthState): number {
	return index * growthStates.length + growthStates.indexOf(state);
}

/**
 * The reverse of `memberRow`; null for no row.
 *
 * @example
 * pieceOfRow(11) // => { index: 2, state: 'dormant' }
 * pieceOfRow(null) // => null
 */
export function pieceOfRow(row: number | null): { index: number; state: GrowthState } | null {
	if (row === null) return null;
	const state = growthStates[row % growthStates.length];
	return state === undefined ? null : { index: Math.floor(row / growthStates.length), state };
}

/** Who came, stayed, came back and left in each period, with the pulse. */
export function shapeGrowth(result: LifecycleResult, { messages, locale }: Wording): GrowthShape {
	const words = messages.lifecycle.growth;
	const { growth: names } = messages.terms;
	const { columns, rows } = result.tables.growth;
	const { unit } = result.params;
	const periods: GrowthPeriod[] = [];
	const table: TableTwin['rows'][number][] = [];
	let last = -1;
	for (let row = 0; row < rows; row++) {
		const label = formatPeriod(columns.period[row] ?? NaN, unit, locale, result.frame.yearStart);
		const incomplete = columns.incomplete[row] === 1;
		const counts = {
			new: columns.new[row] ?? 0,
			returning: columns.returning[row] ?? 0,
			resurrected: columns.resurrected[row] ?? 0,
			dormant: columns.dormant[row] ?? 0
		};
		const pulse = columns.pulse[row] ?? NaN;
		const says = (state: GrowthState) => [
			words.mark({ period: label, state: names[state]() }),
			messages.common.customers({ n: counts[state] }),
			`${words.pulse()} ${formatNumber(pulse, locale, 2)}`,
			...(incomplete ? [messages.charts.incomplete()] : [])
		];
		if (!incomplete) last = row;
		periods.push({
			label,
			...counts,
			pulse,
			incomplete,
			lines: {
				new: says('new'),
				returning: says('returning'),
				resurrected: says('resurrected'),
				dormant: says('dormant')
			}
		});
		table.push({
			id: String(row),
			cells: [
				incomplete ? `${label}*` : label,
				formatCount(columns.active[row] ?? 0, locale),
				formatCount(counts.new, locale),
				formatCount(counts.returning, locale),
				formatCount(counts.resurrected, locale),
				formatCount(counts.dormant, locale),
				formatNumber(pulse, locale, 2)
			]
		});
	}
	const latest = periods[last];
	const label = (index: number) => periods[index]?.label ?? '';
	return {
		periods,
		table: {
			columns: [
				{ id: 'period', label: words.period() },
				{ id: 'active', label: words.active(), align: 'end' },
				{ id: 'new', label: names.new(), align: 'end' },
				{ id: 'returning', label: names.returning(), align: 'end' },
				{ id: 'resurrected', label: names.resurrected(), align: 'end' },
				{ id: 'dormant', label: names.dormant(), align: 'end' },
				{ id: 'pulse', label: words.pulse(), align: 'end' }
			],
			rows: table
		},
		finding:
			latest === undefined
				? undefined
				: words.finding({
						period: latest.label,
						new: latest.new,
						resurrected: latest.resurrected,
						dormant: latest.dormant,
						pulse: formatNumber(latest.pulse, locale, 2)
					}),
		mark: (index, state) => words.mark({ period: label(index), state: names[state]() }),
		markActive: (index) => words.markActive({ period: label(index) })
	};
}
