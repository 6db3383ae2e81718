import type { RfmResult } from '#lib/api/index.ts';
import { maxOf } from '#lib/charts/bar.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatShare } from '#lib/i18n/format.ts';
import { segmentsOf } from '#lib/i18n/segment-names.ts';
import { spokenOf, type Spoken, type Wording } from './wording.ts';

export interface SensitivityShape {
	/** Segments. */
	readonly rows: AxisEntry[];
	/** Shifts. */
	readonly columns: AxisEntry[];
	readonly cells: HeatCell[][];
	readonly table: TableTwin;
	readonly finding: string;
	readonly high: string;
	/** Row of the `sensitivity` table behind a cell. */
	readonly rowOf: (row: number, column: number) => number;
	readonly mark: (row: number) => string;
}

/** How many customers each segment wins or loses under every shift: as text; the colour is how many. */
export function shapeSensitivity(result: RfmResult, wording: Wording): SensitivityShape {
	const spoken = spokenOf(result, wording);
	const { messages, locale, amount } = spoken;
	const words = messages.segments.sensitivity;
	const { columns, rows } = result.tables.sensitivity;
	const { shifts } = result.tables;
	const perShift = shifts.rows === 0 ? 0 : rows / shifts.rows;
	const names = segmentsOf(result.params.rules, messages.terms.segments);
	const nameOf = (row: number) =>
		names[columns.segment[row] ?? 255]?.name ?? messages.segments.rules.uncovered();
	const unit = result.params.sensitivity === 'frequency' ? '' : '%';
	const shiftText = (shift: number) => (shift === 0 ? words.now() : `${signed(shift)}${unit}`);
	const max = maxOf(columns.customersChange.map(Math.abs));
	const mark = (row: number) => `${nameOf(row)} · ${shiftText(columns.shift[row] ?? 0)}`;
	const cell = (row: number): HeatCell => {
		const shift = columns.shift[row] ?? 0;
		const change = columns.customersChange[row] ?? 0;
		const customers = columns.customers[row] ?? 0;
		const moved = columns.revenueChange[row] ?? 0;
		return {
			step: shift === 0 ? 1 : scaleStep(Math.abs(change), max),
			text:
				shift === 0 ? formatCount(customers, locale) : signed(change, (value) => formatCount(value, locale)),
			sub:
				shift === 0 ? amount.short(columns.revenue[row] ?? 0) : signed(moved, (value) => amount.short(value)),
			empty: shift !== 0 && change === 0,
			lines: [
				mark(row),
				messages.common.customers({ n: customers }),
				`${words.change()} ${signed(change, (value) => formatCount(value, locale))}`,
				`${words.revenueChange()} ${signed(moved, (value) => amount.short(value))}`
			]
		};
	};
	const rowOf = (segment: number, shift: number) => shift * perShift + segment;
	const list = <T>(length: number, make: (index: number) => T) =>
		Array.from({ length }, (_, index) => make(index));
	return {
		rows: list(perShift, (row) => ({ label: nameOf(row) })),
		columns: list(shifts.rows, (at) => ({ label: shiftText(shifts.columns.shift[at] ?? 0) })),
		cells: list(perShift, (segment) => list(shifts.rows, (shift) => cell(rowOf(segment, shift)))),
		table: {
			columns: [
				{ id: 'shift', label: words.shift() },
				{ id: 'segment', label: messages.segments.table.segment() },
				{ id: 'customers', label: messages.segments.table.customers(), align: 'end' },
				{ id: 'change', label: words.change(), align: 'end' },
				{ id: 'revenue', label: messages.segments.table.revenue(), align: 'end' },
				{ id: 'revenueChange', label: words.revenueChange(), align: 'end' }
			],
			rows: list(rows, (row) => ({
				id: String(row),
				cells: [
					shiftText(columns.shift[row] ?? 0),
					nameOf(row),
					formatCount(columns.customers[row] ?? 0, locale),
					signed(columns.customersChange[row] ?? 0, (value) => formatCount(value, locale)),
					amount.full(columns.revenue[row] ?? NaN),
					signed(columns.revenueChange[row] ?? 0, (value) => amount.full(value))
				]
			}))
		},
		finding: findingOf(result, spoken, shiftText),
		high: formatCount(max, locale),
		rowOf,
		mark
	};
}

/** Who would be elsewhere at the smallest and at the largest shift. */
function findingOf(
	{ tables: { shifts }, n }: RfmResult,
	{ messages, locale }: Spoken,
	shiftText: (shift: number) => string
): string {
	const moves = Array.from(shifts.columns.shift, (shift, at) => ({
		shift,
		moved: shifts.columns.moved[at] ?? 0
	}))
		.filter(({ shift }) => shift !== 0)
		.sort((a, b) => Math.abs(a.shift) - Math.abs(b.shift) || b.moved - a.moved);
	const [small] = moves;
	const large = moves.toSorted((a, b) => b.moved - a.moved)[0];
	if (small === undefined || large === undefined) return messages.segments.sensitivity.none();
	const share = (moved: number) => formatShare(moved / n, locale);
	return messages.segments.sensitivity.finding({
		first: shiftText(small.shift),
		n: small.moved,
		share: share(small.moved),
		last: shiftText(large.shift),
		most: large.moved,
		mostShare: share(large.moved)
	});
}

/** A number with its sign, a plain 0 without: "+12", "−3". */
function signed(value: number, write: (size: number) => string = String): string {
	return `${value > 0 ? '+' : value < 0 ? '−' : ''}${write(Math.abs(value))}`;
}
