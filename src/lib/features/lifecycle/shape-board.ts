import { boardRates, growthStates, toldSigns, type LifecycleResult } from '#lib/api/index.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoneyShort, formatNumber, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Delta } from '#lib/ui/types.ts';
import type { Wording } from './wording.ts';

/** The measures of each stage, in the order of a customer's life; `people` is who stands behind one. */
const phases = [
	{ id: 'win', measures: ['newCustomers', 'newFrequency', 'newValue'] },
	{ id: 'nurture', measures: ['participation', 'frequency', 'crossSell'] },
	{ id: 'keep', measures: ['renewal', 'value', 'complaints'] },
	{ id: 'back', measures: ['lost', 'lostRate', 'wonBack', 'winBackRate'] }
] as const;
type Measure = (typeof phases)[number]['measures'][number];

type State = (typeof growthStates)[number];
type Sign = (typeof toldSigns)[number];
const people: Readonly<Record<Measure, { readonly state: State } | { readonly sign: Sign } | 'active'>> = {
	newCustomers: { state: 'new' },
	newFrequency: { state: 'new' },
	newValue: { state: 'new' },
	participation: { sign: 'participation' },
	frequency: 'active',
	crossSell: { sign: 'crossSell' },
	renewal: { state: 'returning' },
	value: 'active',
	complaints: { sign: 'complaint' },
	lost: { state: 'dormant' },
	lostRate: { state: 'dormant' },
	wonBack: { state: 'resurrected' },
	winBackRate: { state: 'resurrected' }
};
/** Where less is better. */
const unwelcome: ReadonlySet<Measure> = new Set(['complaints', 'lost', 'lostRate']);

export interface BoardEntry {
	readonly id: Measure;
	readonly label: string;
	readonly hint: string;
	/** Of a share of customers, else empty. */
	readonly interval: string;
	readonly value: string;
	readonly before: string;
	readonly delta: Delta | undefined;
	readonly behind: { readonly table: string; readonly row: number; readonly mark: string } | null;
}
export interface BoardShape {
	readonly phases: readonly { readonly id: string; readonly label: string; readonly entries: BoardEntry[] }[];
	readonly table: TableTwin;
	readonly finding: string;
	/** Row of `board` of the last whole period; −1 before there is one. */
	readonly row: number;
}

/** What each stage did in the last whole period, against the one before; the table has all periods. */
export function shapeBoard(result: LifecycleResult, { messages, locale, money }: Wording): BoardShape {
	const words = messages.stageModels.board;
	const { columns, rows } = result.tables.board;
	const { unit } = result.params;
	const row = columns.incomplete.lastIndexOf(0);
	const label = (at: number) => formatPeriod(columns.period[at] ?? NaN, unit, locale, result.frame.yearStart);
	const write = (id: Measure, value: number): string => {
		if (id === 'newCustomers' || id === 'lost' || id === 'wonBack') return formatCount(value, locale);
		if (id === 'newValue' || id === 'value') return formatMoneyShort(value, locale, money);
		if (id === 'newFrequency' || id === 'frequency' || id === 'complaints')
			return formatNumber(value, locale, 2);
		return formatShare(value, locale);
	};
	const missing = (id: Measure): string => {
		if (id === 'crossSell') return result.params.kindBy === null ? words.noColumn() : words.hints[id]();
		const { contacts } = result.scalars;
		if ((id === 'participation' && Number.isNaN(contacts)) || id === 'complaints') return words.noTable();
		return words.hints[id]();
	};
	const behind = (id: Measure): BoardEntry['behind'] => {
		const who = people[id];
		const mark = words.mark({ measure: words.measures[id](), period: label(row) });
		if (who === 'active') return { table: 'board', row, mark };
		return 'state' in who
			? { table: 'growthMembers', row: row * growthStates.length + growthStates.indexOf(who.state), mark }
			: { table: 'told', row: row * toldSigns.length + toldSigns.indexOf(who.sign), mark };
	};
	/** How sure a share is, and whether chance alone would have moved it so far from the period before. */
	const sure = (id: Measure): { readonly interval: string; readonly p: string } => {
		const rates = result.tables.boardRates;
		const code = (boardRates as readonly string[]).indexOf(id);
		const at = row * boardRates.length + code;
		const low = rates.columns.low[at] ?? NaN;
		const p = rates.columns.p[at] ?? NaN;
		if (code < 0 || Number.isNaN(low)) return { interval: '', p: '' };
		return {
			interval: formatShareInterval(low, rates.columns.high[at] ?? NaN, locale),
			p: Number.isNaN(p) ? '' : words.chance({ p: p < 0.001 ? '< 0.001' : `= ${formatNumber(p, locale, 3)}` })
		};
	};
	const entry = (id: Measure): BoardEntry => {
		const value = columns[id][row] ?? NaN;
		const before = columns[id][row - 1] ?? NaN;
		const none = Number.isNaN(value);
		const change = value - before;
		return {
			id,
			label: words.measures[id](),
			hint: none ? missing(id) : words.hints[id](),
			interval: none ? '' : sure(id).interval,
			value: none ? '–' : write(id, value),
			before:
				none || Number.isNaN(before)
					? ''
					: [words.before({ value: write(id, before) }), sure(id).p]
							.filter((text) => text !== '')
							.join(' · '),
			delta:
				none || Number.isNaN(before) || before === 0
					? undefined
					: {
							text: formatShare(Math.abs(change / before), locale, 0),
							direction: change > 0 ? 'up' : change < 0 ? 'down' : 'flat',
							good: change === 0 ? null : change > 0 !== unwelcome.has(id)
						},
			behind: none || row < 0 ? null : behind(id)
		};
	};
	const all = phases.flatMap(({ measures }): readonly Measure[] => measures);
	return {
		row,
		finding: row < 0 ? words.findingNone() : words.finding({ period: label(row) }),
		phases: phases.map(({ id, measures }) => ({
			id,
			label: words.phases[id](),
			entries: row < 0 ? [] : measures.map(entry)
		})),
		table: {
			columns: [
				{ id: 'period', label: messages.lifecycle.growth.period() },
				...all.map((id) => ({ id, label: words.measures[id](), align: 'end' as const }))
			],
			rows: Array.from({ length: rows }, (_, at) => ({
				id: String(at),
				cells: [
					columns.incomplete[at] === 1 ? `${label(at)}*` : label(at),
					...all.map((id) => write(id, columns[id][at] ?? NaN))
				]
			}))
		}
	};
}
