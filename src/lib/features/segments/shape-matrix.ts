import type { RfmResult } from '#lib/api/index.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import { maxOf } from '#lib/charts/bar.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatShare, scaleLow } from '#lib/i18n/format.ts';
import { Measure, scoreRanges, writeRange, type ScoreRange } from './score-ranges.ts';
import { spokenOf, type Spoken, type Wording } from './wording.ts';

export interface MatrixShape {
	readonly rows: AxisEntry[];
	readonly columns: AxisEntry[];
	/** cells[row][column]: rows from the best recency down, columns from the lowest score up. */
	readonly cells: HeatCell[][];
	readonly table: TableTwin;
	/** Largest revenue of a cell, written short: the deep end of the legend. */
	readonly high: string;
	readonly low: string;
	/** Where the customers who bought once are. */
	readonly footnote: string;
	/** Names a cell by its row in the `matrix` table. */
	readonly mark: (row: number) => string;
}

/** The segment matrix: customers as text, revenue as colour. Cell (r, c) is row r · bins + c of the table. */
export function shapeMatrix(result: RfmResult, wording: Wording): MatrixShape {
	const spoken = spokenOf(result, wording);
	const { messages, locale, amount } = spoken;
	const words = messages.segments.matrix;
	const { columns } = result.tables.matrix;
	const bins = result.scalars.bins;
	const name = result.params.matrix === 'rfm' ? 'FM' : 'F';
	const max = maxOf(columns.revenue);
	const cells: HeatCell[][] = [];
	const table: TableTwin['rows'][number][] = [];
	const mark = (row: number) =>
		words.cell({ r: columns.r[row] ?? 0, name, column: columns.column[row] ?? 0 });
	for (let row = 0; row < bins * bins; row++) {
		const customers = columns.customers[row] ?? 0;
		const revenue = columns.revenue[row] ?? 0;
		const share = columns.share[row] ?? NaN;
		const mean = amount.short(columns.meanMonetary[row] ?? NaN);
		if (row % bins === 0) cells.push([]);
		cells.at(-1)?.push({
			step: scaleStep(revenue, max),
			text: formatCount(customers, locale),
			sub: amount.short(revenue),
			empty: customers === 0,
			lines: [
				mark(row),
				customers === 0 ? messages.charts.emptyCell() : messages.common.customers({ n: customers }),
				...(customers === 0
					? []
					: [
							words.share({ share }),
							`${words.revenue()} ${amount.short(revenue)}`,
							words.meanMonetary({ money: mean })
						])
			]
		});
		table.push({
			id: String(row),
			cells: [
				`R${columns.r[row] ?? ''}`,
				`${name}${columns.column[row] ?? ''}`,
				formatCount(customers, locale),
				formatShare(share, locale),
				amount.full(revenue),
				amount.full(columns.meanMonetary[row] ?? NaN)
			]
		});
	}
	const { measures } = messages.terms;
	return {
		rows: axisOfRecency(result, spoken),
		columns: axisOfColumns(result, spoken, name),
		cells,
		table: {
			columns: [
				{ id: 'r', label: words.recency() },
				{ id: 'column', label: words.column() },
				{ id: 'customers', label: measures.customers(), align: 'end' },
				{ id: 'share', label: measures.share(), align: 'end' },
				{ id: 'revenue', label: measures.revenue(), align: 'end' },
				{ id: 'mean', label: words.meanMonetary({ money: '' }).trim(), align: 'end' }
			],
			rows: table
		},
		low: scaleLow(columns.revenue, amount.short(0)),
		high: amount.short(max),
		footnote: onceFootnote(result, spoken),
		mark
	};
}

function axisOfRecency(result: RfmResult, spoken: Spoken): AxisEntry[] {
	const words = spoken.messages.segments.matrix;
	const { bins } = result.scalars;
	return scoreRanges(result, Measure.R)
		.map((range): AxisEntry => {
			const text = writeRange(range, bins, spoken);
			return text === ''
				? { label: `R${range.score}` }
				: { label: `R${range.score}`, sub: words.days({ range: text }) };
		})
		.reverse();
}

function axisOfColumns(result: RfmResult, spoken: Spoken, name: string): AxisEntry[] {
	const { bins } = result.scalars;
	if (name !== 'F') return Array.from({ length: bins }, (_, index) => ({ label: `${name}${index + 1}` }));
	const { messages } = spoken;
	const words = messages.segments.matrix;
	const perOrder = result.params.frequency === 'orders';
	const first = (range: ScoreRange, text: string) => {
		if (range.from === range.to) return (perOrder ? messages.common.orders : words.day)({ n: range.from });
		return (perOrder ? words.orders : words.orderDays)({ range: text });
	};
	return scoreRanges(result, Measure.F).map((range, index): AxisEntry => {
		const text = writeRange(range, bins, spoken);
		if (text === '') return { label: `F${range.score}` };
		// The first names the unit; the others have no room for it.
		return { label: `F${range.score}`, sub: index === 0 ? first(range, text) : text };
	});
}

function onceFootnote(result: RfmResult, { messages }: Spoken): string {
	const words = messages.segments.matrix;
	const { onceCustomers, customers } = result.scalars;
	if (!(onceCustomers > 0)) return '';
	const scores = scoreRanges(result, Measure.F)
		.filter((range) => range.from <= 1)
		.map((range) => range.score);
	const share = onceCustomers / customers;
	const [first] = scores;
	if (scores.length <= 1) return words.once({ share, scores: first ?? 1 });
	return words.onceSplit({ share, scores: `${first}–${scores.at(-1)}` });
}
