import type { Table } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatShare } from '#lib/i18n/format.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';

/** A histogram: its bars, the same as a table, what it says, and the name of each bar. */
export interface BarsShape {
	readonly bars: Bar[];
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
}

/**
 * A range of whole numbers in words. `to` is inclusive; -1 means no upper end.
 *
 * @example
 * rangeText(1, 1) // => '1'
 * rangeText(6, 10) // => '6–10'
 * rangeText(21, -1) // => '21+'
 */
export function rangeText(from: number, to: number): string {
	if (to === -1) return `${from}+`;
	return from === to ? String(from) : `${from}–${to}`;
}

/** Customers by a length of time; a bin is [from, to) in days, `to` −1 for no end. */
type Intervals = Table<{ from: Int32Array; to: Int32Array; customers: Uint32Array }>;

interface IntervalWords {
	readonly mark: (given: { readonly range: string }) => string;
	/** Heads of the table. */
	readonly days: string;
	readonly customers: string;
	readonly share: string;
}

/** Customers by their median gap between order days, as shares of `all`: the same on every screen that shows them. */
export function intervalBars(
	{ rows, columns }: Intervals,
	all: number,
	words: IntervalWords,
	{ messages, locale }: Pick<AnalysisView, 'messages' | 'locale'>
): Omit<BarsShape, 'finding'> {
	const bars = Array.from({ length: rows }, (_, row): Bar => {
		const to = columns.to[row] ?? -1;
		// The last whole day inside is to − 1.
		const label = rangeText(columns.from[row] ?? 0, to === -1 ? -1 : to - 1);
		const customers = columns.customers[row] ?? 0;
		return {
			label,
			value: customers,
			text: formatCount(customers, locale),
			lines: [
				words.mark({ range: label }),
				`${messages.common.customers({ n: customers })} (${formatShare(customers / all, locale)})`
			]
		};
	});
	return {
		bars,
		mark: (row) => words.mark({ range: bars[row]?.label ?? '' }),
		table: {
			columns: [
				{ id: 'days', label: words.days },
				{ id: 'customers', label: words.customers, align: 'end' },
				{ id: 'share', label: words.share, align: 'end' }
			],
			rows: bars.map(({ label, value, text }, row) => ({
				id: String(row),
				cells: [label, text, formatShare(value / all, locale)]
			}))
		}
	};
}
