import { valueTypeIds, type RfmResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import { segmentColor, typeColor } from '#lib/charts/group-colors.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { segmentsOf } from '#lib/i18n/segment-names.ts';
import { spokenOf, type Spoken, type Wording } from './wording.ts';

/** What the length of a bar or the area of a tile is. */
export const groupMeasures = ['revenue', 'customers'] as const;
export type GroupMeasure = (typeof groupMeasures)[number];

/** A segment or a value type: what its row shows. */
export interface Group {
	readonly id: string;
	readonly name: string;
	/** CSS colour of its swatch, bar and tile. */
	readonly color: string;
	/** The numbers that the texts say. */
	readonly values: Readonly<Record<GroupMeasure, number>>;
	readonly customers: string;
	readonly share: string;
	readonly revenue: string;
	readonly revenueShare: number;
	readonly revenueShareText: string;
	/** Medians (segments) or the code (types). */
	readonly more: readonly string[];
	/** The median of M as it stands where there is little room. */
	readonly medianShort?: string;
}

export interface GroupsShape {
	readonly groups: Group[];
	/** By what is measured: bars, and in the same order tiles. */
	readonly bars: Readonly<Record<GroupMeasure, readonly Bar[]>>;
	readonly table: TableTwin;
	/** Largest share of revenue, for the length of the bars. */
	readonly max: number;
}

/** The eleven segments, or those of own rules and who is left, in their order. */
export function shapeSegments(result: RfmResult, wording: Wording): GroupsShape {
	const spoken = spokenOf(result, wording);
	const { messages, locale, amount } = spoken;
	const { columns, rows } = result.tables.segments;
	const names = segmentsOf(result.params.rules, messages.terms.segments);
	const groups: Group[] = [];
	for (let row = 0; row < rows; row++) {
		const named = names[columns.segment[row] ?? row];
		groups.push({
			...measuresOf(columns, row, spoken),
			id: named?.name ?? '',
			name: named?.name ?? messages.segments.rules.uncovered(),
			color: named === undefined ? 'var(--ink-3)' : segmentColor(named.tone),
			more: [
				formatNumber(columns.medianRecency[row] ?? NaN, locale, 0),
				formatNumber(columns.medianFrequency[row] ?? NaN, locale, 0),
				amount.whole(columns.medianMonetary[row] ?? NaN)
			],
			medianShort: amount.short(columns.medianMonetary[row] ?? NaN)
		});
	}
	const words = messages.segments.table;
	const more = [
		{ id: 'r', label: words.r(), align: 'end' as const, hint: words.rHint() },
		{ id: 'f', label: words.f(), align: 'end' as const, hint: words.fHint() },
		{ id: 'm', label: words.m(), align: 'end' as const, hint: words.mHint() }
	];
	return finish(groups, { name: words.segment(), more }, columns.revenue, spoken);
}

/** The eight value types in their order. */
export function shapeTypes(result: RfmResult, wording: Wording): GroupsShape {
	const spoken = spokenOf(result, wording);
	const { messages } = spoken;
	const { columns, rows } = result.tables.types;
	const groups: Group[] = [];
	for (let row = 0; row < rows; row++) {
		const at = columns.type[row] ?? row;
		const id = valueTypeIds[at] ?? 'lll';
		groups.push({
			...measuresOf(columns, row, spoken),
			id,
			name: messages.terms.valueTypes[id](),
			color: typeColor(at),
			more: [
				Array.from(id, (letter) => messages.segments.table.levels[letter === 'h' ? 'h' : 'l']()).join(' ')
			]
		});
	}
	const words = messages.segments.table;
	const more = [{ id: 'code', label: words.code(), align: 'end' as const, hint: '' }];
	return finish(groups, { name: words.type(), more }, columns.revenue, spoken);
}

interface GroupColumns {
	readonly customers: Uint32Array;
	readonly share: Float64Array;
	readonly revenue: Float64Array;
	readonly revenueShare: Float64Array;
}

function measuresOf(columns: GroupColumns, row: number, { locale, amount }: Spoken) {
	const revenueShare = columns.revenueShare[row] ?? NaN;
	return {
		values: { revenue: columns.revenue[row] ?? NaN, customers: columns.customers[row] ?? 0 },
		customers: formatCount(columns.customers[row] ?? 0, locale),
		share: formatShare(columns.share[row] ?? NaN, locale),
		revenue: amount.short(columns.revenue[row] ?? NaN),
		revenueShare,
		revenueShareText: formatShare(revenueShare, locale)
	};
}

function finish(
	groups: Group[],
	heads: {
		readonly name: string;
		readonly more: readonly { id: string; label: string; align: 'end'; hint: string }[];
	},
	revenue: Float64Array,
	{ messages, amount }: Spoken
): GroupsShape {
	const words = messages.segments.table;
	return {
		groups,
		bars: { revenue: barsOf(groups, 'revenue', words), customers: barsOf(groups, 'customers', words) },
		table: {
			columns: [
				{ id: 'name', label: heads.name },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'share', label: words.share(), align: 'end' },
				{ id: 'revenue', label: words.revenue(), align: 'end' },
				{ id: 'revenueShare', label: words.revenueShare() },
				...heads.more.map(({ hint, ...column }) => (hint === '' ? column : { ...column, hint }))
			],
			rows: groups.map((group, row) => ({
				id: group.id,
				cells: [
					group.name,
					group.customers,
					group.share,
					amount.full(revenue[row] ?? NaN),
					group.revenueShareText,
					...group.more
				]
			}))
		},
		max: Math.max(0.0001, ...groups.map((group) => group.revenueShare || 0))
	};
}

function barsOf(
	groups: readonly Group[],
	by: GroupMeasure,
	words: Wording['messages']['segments']['table']
): Bar[] {
	return groups.map((group) => ({
		label: group.name,
		value: group.values[by],
		text: by === 'revenue' ? group.revenueShareText : group.share,
		sub: group[by],
		color: group.color,
		lines: [
			group.name,
			`${words.customers()} ${group.customers} (${group.share})`,
			`${words.revenue()} ${group.revenue} (${group.revenueShareText})`
		]
	}));
}
