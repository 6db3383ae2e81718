import type { RfmResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber } from '#lib/i18n/format.ts';
import { Measure, scoreRanges, writeRange, type ScoreRange } from './score-ranges.ts';
import { spokenOf, type Wording } from './wording.ts';

export interface CutsShape {
	/** One set of bars per measure, best score on top. */
	readonly measures: readonly {
		readonly heading: string;
		readonly bars: Bar[];
		/** Row of the `cuts` table behind each bar. */
		readonly rows: readonly number[];
		/** How many equal values are split, in words; '' for none. */
		readonly ties: string;
	}[];
	readonly table: TableTwin;
	/** Names a score by its row in the `cuts` table. */
	readonly mark: (row: number) => string;
}

const letters = ['R', 'F', 'M'] as const;

/** Which values got which score, how many customers that makes, and what became of ties. */
export function shapeCuts(result: RfmResult, wording: Wording): CutsShape {
	const spoken = spokenOf(result, wording);
	const { messages, locale, amount } = spoken;
	const words = messages.segments.cuts;
	const { frequency, monetary } = result.params;
	const headings = [
		words.recency(),
		frequency === 'orders' ? words.frequency() : words.frequencyDays(),
		monetary === 'sum' ? words.monetary() : words.monetaryMean()
	];
	const { bins } = result.scalars;
	const all = [Measure.R, Measure.F, Measure.M].map((measure) => scoreRanges(result, measure));
	const mark = (range: ScoreRange) => words.mark({ measure: letters[range.measure], score: range.score });
	const exact = (range: ScoreRange, value: number) =>
		range.measure === Measure.M ? amount.full(value) : formatNumber(value, locale);
	return {
		measures: all.map((ranges, measure) => {
			const shown = ranges.toReversed();
			const split = ranges.reduce((sum, range) => sum + range.split, 0);
			return {
				heading: headings[measure] ?? '',
				rows: shown.map((range) => range.row),
				ties: split > 0 ? words.ties({ n: split }) : '',
				bars: shown.map((range) => {
					const text = writeRange(range, bins, spoken) || words.empty();
					return {
						label: mark(range),
						note: text,
						value: range.customers,
						text: formatCount(range.customers, locale),
						lines: [mark(range), text, messages.common.customers({ n: range.customers })]
					};
				})
			};
		}),
		table: {
			columns: [
				{ id: 'score', label: words.score() },
				{ id: 'from', label: words.from(), align: 'end' },
				{ id: 'to', label: words.to(), align: 'end' },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'split', label: words.split(), align: 'end' }
			],
			rows: all.flat().map((range) => ({
				id: String(range.row),
				cells: [
					mark(range),
					exact(range, range.from),
					exact(range, range.to),
					formatCount(range.customers, locale),
					formatCount(range.split, locale)
				]
			}))
		},
		mark: (row) => {
			const range = all.flat().find((candidate) => candidate.row === row);
			return range === undefined ? '' : mark(range);
		}
	};
}
