import { riskBands, warningReasons, type ChurnResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatMoneyShort, formatNumber } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

export interface WarningShape {
	/** One per reason. */
	readonly bars: Bar[];
	/** One row per customer of the list: rank, band, what is at stake, and why. */
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
	readonly reasonMark: (row: number) => string;
}

/** Who shows a sign of leaving, and which; a row is named by its rank, and opens its customer. */
export function shapeWarning(result: ChurnResult, wording: Wording): WarningShape {
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
			columns.frequency[row] === 1 ? words.frequency({ times: times(columns.gapRatio[row] ?? NaN) }) : ''
		]
			.filter((reason) => reason !== '')
			.join(locale === 'en' ? '; ' : '；');
	};
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
				{ id: 'band', label: words.band() },
				{ id: 'stake', label: words.stake(), align: 'end' },
				{ id: 'silent', label: words.silent(), align: 'end' },
				{ id: 'usual', label: words.usual(), align: 'end' },
				{ id: 'why', label: words.reasons() }
			],
			rows: Array.from({ length: earlyWarning.rows }, (_, row) => ({
				id: String(row),
				cells: [
					formatCount(row + 1, locale),
					messages.terms.riskBands[riskBands[columns.band[row] ?? 0] ?? 'active'](),
					formatMoney(columns.stake[row] ?? NaN, locale, money),
					days(columns.daysSilent[row] ?? NaN),
					days(columns.usualGap[row] ?? NaN),
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
		mark: (row) => words.mark({ n: row + 1 }),
		reasonMark: (row) => words.reasonMark({ reason: reasonName(row) })
	};
}
