import { riskBands, warningReasons, type ChurnResult, type RowNames } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatMoneyShort, formatNumber, formatShare } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

export interface WarningShape {
	/** One per reason. */
	readonly bars: Bar[];
	/** One row per customer of the list, in the order chosen: who it is, the band, what is at stake, and why. */
	readonly table: TableTwin;
	/** Row of `earlyWarning` of a row of the table. */
	readonly rowOf: (at: number) => number;
	readonly finding: string;
	readonly mark: (row: number) => string;
	readonly reasonMark: (row: number) => string;
}

/** By what the list can be put in order: most at stake, longest silent against the own rhythm, least alive first. */
export const warningSorts = ['stake', 'overdue', 'alive'] as const;
export type WarningSort = (typeof warningSorts)[number];

/**
 * Rows of the list in an order; of equal ones and those without a number the one with more at stake first.
 *
 * @example
 * sortedRows({ rows: 2, columns: { daysSilent: [9, 8], usualGap: [9, 2], pAlive: [0.5, NaN] } }, 'overdue') // => [1, 0]
 * sortedRows({ rows: 2, columns: { daysSilent: [9, 8], usualGap: [9, 2], pAlive: [0.5, NaN] } }, 'alive') // => [0, 1]
 */
export function sortedRows(
	{ rows, columns }: Pick<ChurnResult['tables']['earlyWarning'], 'rows' | 'columns'>,
	sort: WarningSort
): number[] {
	const all = Array.from({ length: rows }, (_, row) => row);
	if (sort === 'stake') return all;
	const key = (row: number): number => {
		const own =
			sort === 'alive'
				? (columns.pAlive[row] ?? NaN)
				: -(columns.daysSilent[row] ?? NaN) / (columns.usualGap[row] ?? NaN);
		return Number.isNaN(own) ? Infinity : own;
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
	sort: WarningSort
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
	const who = (row: number): string[] => [
		...(names === null ? [] : [names.keys[row] ?? '']),
		...(names?.names ? [names.names[row] ?? ''] : [])
	];
	const reasonName = (row: number) => messages.terms.warningReasons[warningReasons[row] ?? 'overdue']();
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
		table: {
			columns: [
				{ id: 'rank', label: words.rank(), align: 'end' },
				...(names === null ? [] : [{ id: 'customer', label: words.customer() }]),
				...(names?.names ? [{ id: 'name', label: words.name() }] : []),
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
					...who(row),
					messages.terms.riskBands[riskBands[columns.band[row] ?? 0] ?? 'active'](),
					formatMoney(columns.stake[row] ?? NaN, locale, money),
					days(columns.daysSilent[row] ?? NaN),
					days(columns.usualGap[row] ?? NaN),
					...(s.estimated > 0 ? [formatShare(columns.pAlive[row] ?? NaN, locale, 0)] : []),
					why(row)
				]
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
