import { causeIds, type ChurnResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatMoneyShort, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

export interface CausesShape {
	/** One bar per cause that anybody has; those who said nothing last. */
	readonly bars: Bar[];
	/** Row of `causes` behind each bar. */
	readonly rows: readonly number[];
	readonly table: TableTwin;
	/** The reasons in their own words. */
	readonly values: TableTwin;
	readonly finding: string;
	readonly notes: readonly string[];
	readonly mark: (row: number) => string;
	readonly valueMark: (row: number) => string;
}

/** Fewer than this say little about a share. */
const few = 30;

/** Why the churned left, by cause and in their words; null where no column of reasons is looked at. */
export function shapeCauses(result: ChurnResult, { messages, locale, money }: Wording): CausesShape | null {
	const words = messages.churn.causes;
	const { causes, lossValues } = result.tables;
	if (causes.rows === 0) return null;
	const { columns } = causes;
	const said = result.scalars.lostSaid;
	const lost = result.scalars.churned;
	const name = (code: number | undefined) => words.names[causeIds[code ?? 0] ?? 'unmapped']();
	const rows = [...causeIds.keys()].filter((row) => (columns.customers[row] ?? 0) > 0);
	const interval = (row: number) =>
		formatShareInterval(columns.low[row] ?? NaN, columns.high[row] ?? NaN, locale);
	const share = (row: number) => formatShare(columns.share[row] ?? NaN, locale);
	const stake = (row: number) => formatMoneyShort(columns.stake[row] ?? NaN, locale, money);
	const { measures } = messages.terms;
	return {
		rows,
		bars: rows.map((row) => {
			const n = columns.customers[row] ?? 0;
			const unsaid = causeIds[row] === 'unsaid';
			return {
				label: name(row),
				value: n,
				text: formatCount(n, locale),
				sub: unsaid ? stake(row) : `${share(row)} · ${stake(row)}`,
				...(unsaid || causeIds[row] === 'unmapped' ? { color: 'var(--ink-3)' } : {}),
				lines: [
					name(row),
					messages.common.customers({ n }),
					...(unsaid ? [] : [`${words.share()} ${share(row)} (${interval(row)})`]),
					`${words.stake()} ${stake(row)}`
				]
			};
		}),
		table: {
			columns: [
				{ id: 'cause', label: words.cause() },
				{ id: 'customers', label: measures.customers(), align: 'end' },
				{ id: 'share', label: words.share(), align: 'end' },
				{ id: 'interval', label: messages.charts.interval(), align: 'end' },
				{ id: 'stake', label: words.stake(), align: 'end' },
				{ id: 'stakeShare', label: measures.share(), align: 'end' }
			],
			rows: [...causeIds.keys()].map((row) => ({
				id: String(row),
				cells: [
					name(row),
					formatCount(columns.customers[row] ?? 0, locale),
					share(row),
					interval(row),
					formatMoney(columns.stake[row] ?? NaN, locale, money),
					formatShare(columns.stakeShare[row] ?? NaN, locale)
				]
			}))
		},
		values: {
			columns: [
				{ id: 'reason', label: words.reason() },
				{ id: 'cause', label: words.cause() },
				{ id: 'churned', label: words.churned(), align: 'end' },
				{ id: 'stake', label: words.stake(), align: 'end' },
				{ id: 'answers', label: words.answers(), align: 'end' }
			],
			rows: Array.from({ length: lossValues.rows }, (_, row) => ({
				id: String(row),
				cells: [
					lossValues.columns.name[row] ?? '',
					name(lossValues.columns.cause[row]),
					formatCount(lossValues.columns.customers[row] ?? 0, locale),
					formatMoneyShort(lossValues.columns.stake[row] ?? NaN, locale, money),
					formatCount(lossValues.columns.answers[row] ?? 0, locale)
				]
			}))
		},
		finding: finding(result, messages),
		notes: [
			...(said > 0 && said < few ? [words.few({ n: said })] : []),
			...(result.scalars.lostSaidEarly > 0 ? [words.early({ n: result.scalars.lostSaidEarly })] : [])
		].filter(() => lost > 0),
		mark: (row) => words.mark({ cause: name(row) }),
		valueMark: (row) => words.mark({ cause: lossValues.columns.name[row] ?? '' })
	};
}

/** How many of the churned said why, and what most of them named: causes that somebody mapped. */
function finding({ tables: { causes }, scalars }: ChurnResult, messages: Wording['messages']): string {
	const words = messages.churn.causes;
	const { churned: lost, lostSaid: said } = scalars;
	if (said === 0) return words.findingNone({ lost });
	const { customers, share } = causes.columns;
	const mapped = [...causeIds.keys()].filter((row) => !['unmapped', 'unsaid'].includes(causeIds[row] ?? ''));
	const [most = 0] = mapped.toSorted((a, b) => (customers[b] ?? 0) - (customers[a] ?? 0));
	const n = customers[most] ?? 0;
	if (n === 0) return words.findingUnmapped({ lost, said, coverage: said / lost });
	const cause = words.names[causeIds[most] ?? 'unmapped']();
	return words.finding({ lost, said, coverage: said / lost, cause, n, share: share[most] ?? NaN });
}
