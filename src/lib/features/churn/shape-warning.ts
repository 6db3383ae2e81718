import { riskBands, warningReasons, type ChurnResult, type RowNames } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatMoneyShort, formatNumber, formatShare } from '#lib/i18n/format.ts';
import type { TableColumn, TableRow } from '#lib/ui/types.ts';
import type { Wording } from './wording.ts';

export interface WarningShape {
	/** One per reason. */
	readonly bars: Bar[];
	/** One row per customer of the list, in the order chosen: the band, what is at stake, and why; it names nobody. */
	readonly table: TableTwin;
	/** The same with keys and names, for the screen alone: what leaves with names goes through a file of customers. */
	readonly list: { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] };
	/** Row of `earlyWarning` of a row of the table. */
	readonly rowOf: (at: number) => number;
	readonly finding: string;
	readonly mark: (row: number) => string;
	readonly reasonMark: (row: number) => string;
}

/** The columns that the list can be put in order by. */
export const warningSorts = ['rank', 'stake', 'silent', 'usual', 'alive'] as const;
export type WarningSort = (typeof warningSorts)[number];
export interface WarningOrder {
	readonly id: WarningSort;
	readonly descending: boolean;
}

/**
 * Rows of the list in an order; equal ones stay as they are, those without a number come last.
 *
 * @example
 * sortedRows({ rows: 2, columns: { daysSilent: [9, 8] } }, { id: 'silent', descending: false }) // => [1, 0]
 * sortedRows({ rows: 2, columns: { pAlive: [NaN, 0.5] } }, { id: 'alive', descending: true }) // => [1, 0]
 */
export function sortedRows(
	{ rows, columns }: Pick<ChurnResult['tables']['earlyWarning'], 'rows' | 'columns'>,
	{ id, descending }: WarningOrder
): number[] {
	const all = Array.from({ length: rows }, (_, row) => row);
	const own = {
		rank: all,
		stake: columns.stake,
		silent: columns.daysSilent,
		usual: columns.usualGap,
		alive: columns.pAlive
	}[id];
	const key = (row: number): number => {
		const value = own[row] ?? NaN;
		return Number.isNaN(value) ? Infinity : descending ? -value : value;
	};
	return all.sort((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)));
}

/** Which signs linked tables do not tell of; empty where they tell of all. */
export function toldText({ scalars }: ChurnResult, { messages }: Pick<Wording, 'messages'>): string {
	const words = messages.churn.warning;
	const [complaints, answers] = [scalars.complaintsTold === 1, scalars.answersTold === 1];
	if (complaints && answers) return '';
	if (complaints) return words.noAnswers();
	return answers ? words.noComplaints() : words.notTold();
}

/** Who shows a sign of leaving, and which. Without names (a snapshot has none) a row is known by its rank alone. */
export function shapeWarning(
	result: ChurnResult,
	wording: Wording,
	names: RowNames | null,
	sort: WarningOrder
): WarningShape {
	const { messages, locale, money } = wording;
	const words = messages.churn.warning;
	const { scalars: s } = result;
	const { earlyWarning, reasons } = result.tables;
	const { columns } = earlyWarning;
	const days = (n: number) =>
		Number.isNaN(n) ? formatNumber(n, locale) : messages.churn.days({ n: Math.round(n * 10) / 10 });
	const why = (row: number): string => {
		const times = (value: number) => formatNumber(value, locale, 1);
		return [
			columns.overdue[row] === 1
				? words.overdue({ times: times((columns.daysSilent[row] ?? NaN) / (columns.usualGap[row] ?? NaN)) })
				: '',
			columns.value[row] === 1 ? words.value({ change: 1 - (columns.valueRatio[row] ?? NaN) }) : '',
			columns.frequency[row] === 1 ? words.frequency({ times: times(columns.gapRatio[row] ?? NaN) }) : '',
			columns.items[row] === 1 ? words.items({ change: 1 - (columns.itemsRatio[row] ?? NaN) }) : '',
			columns.complaint[row] === 1 ? words.complaint({ n: columns.complaints[row] ?? NaN }) : '',
			columns.satisfaction[row] === 1 ? words.satisfaction({ score: times(columns.answer[row] ?? NaN) }) : '',
			columns.alive[row] === 1 ? words.alive({ share: columns.pAlive[row] ?? NaN }) : ''
		]
			.filter((reason) => reason !== '')
			.join(locale === 'en' ? '; ' : '；');
	};
	const order = sortedRows(earlyWarning, sort);
	const named = [
		...(names === null ? [] : [{ id: 'customer', label: words.customer(), of: names.keys }]),
		...(names?.names ? [{ id: 'name', label: words.name(), of: names.names }] : [])
	];
	const reasonName = (row: number) => messages.terms.warningReasons[warningReasons[row] ?? 'overdue']();
	const table: TableTwin = {
		columns: [
			{ id: 'rank', label: words.rank(), align: 'end' },
			{ id: 'band', label: words.band() },
			{ id: 'stake', label: words.stake(), align: 'end' },
			{ id: 'silent', label: words.silent(), align: 'end' },
			{ id: 'usual', label: words.usual(), align: 'end' },
			...(s.estimated > 0 ? [{ id: 'alive', label: words.pAlive(), align: 'end' as const }] : []),
			{ id: 'why', label: words.reasons() }
		],
		rows: order.map((row) => ({
			id: String(row),
			cells: [
				formatCount(row + 1, locale),
				messages.terms.riskBands[riskBands[columns.band[row] ?? 0] ?? 'active'](),
				formatMoney(columns.stake[row] ?? NaN, locale, money),
				days(columns.daysSilent[row] ?? NaN),
				days(columns.usualGap[row] ?? NaN),
				...(s.estimated > 0 ? [formatShare(columns.pAlive[row] ?? NaN, locale, 0)] : []),
				why(row)
			]
		}))
	};
	return {
		bars: Array.from(reasons.columns.customers, (n, row): Bar => {
			const stake = formatMoneyShort(reasons.columns.stake[row] ?? NaN, locale, money);
			return {
				label: reasonName(row),
				value: n,
				text: formatCount(n, locale),
				sub: stake,
				lines: [reasonName(row), messages.common.customers({ n }), `${words.stake()} ${stake}`]
			};
		}),
		table,
		list: {
			columns: [
				...table.columns.slice(0, 1),
				...named.map(({ id, label }) => ({ id, label })),
				...table.columns.slice(1)
			].map((column) => ({ ...column, sortable: isSort(column.id), wrap: column.id === 'why' })),
			rows: table.rows.map(({ id, cells }) => ({
				id,
				cells: [...cells.slice(0, 1), ...named.map(({ of }) => of[Number(id)] ?? ''), ...cells.slice(1)]
			}))
		},
		finding:
			s.warned === 0
				? words.findingNone()
				: words.finding({
						n: s.warned,
						stake: formatMoneyShort(s.stakeWarned, locale, money),
						listed: earlyWarning.rows
					}),
		rowOf: (at) => order[at] ?? 0,
		mark: (row) => names?.names?.[row] || names?.keys[row] || words.mark({ n: row + 1 }),
		reasonMark: (row) => words.reasonMark({ reason: reasonName(row) })
	};
}

/** Whether the list can be put in order by a column. */
export function isSort(id: string): id is WarningSort {
	return (warningSorts as readonly string[]).includes(id);
}
