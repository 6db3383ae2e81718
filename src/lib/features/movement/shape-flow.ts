import type { MigrationResult } from '#lib/api/index.ts';
import type { FlowBand, FlowBlock } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatDay, formatMoney, formatMoneyShort } from '#lib/i18n/format.ts';
import type { Measure } from './shape-matrix.ts';
import { placesOf, type Wording } from './wording.ts';

export interface FlowShape {
	readonly columns: readonly string[];
	readonly blocks: FlowBlock[];
	/** Row of `standings` behind a block; null for those who are yet to come. */
	readonly blockRows: readonly (number | null)[];
	/** In the rows of `flows`. */
	readonly bands: FlowBand[];
	readonly table: TableTwin;
	readonly markBlock: (row: number) => string;
	readonly markBand: (row: number) => string;
}

/** Where customers stood on each date and where they went from there; those yet to come stand under the others. */
export function shapeFlow(result: MigrationResult, measure: Measure, wording: Wording): FlowShape {
	const { locale, money, messages } = wording;
	const words = wording.words.flow;
	const places = placesOf(result, wording);
	const { standings, flows, dates } = result.tables;
	const days = Array.from(dates.columns.date, formatDay);
	const name = (place: number | undefined) => places[place ?? 0]?.name ?? '';
	const color = (place: number | undefined) => places[place ?? 0]?.color ?? '';
	const markBand = (row: number): string => {
		const step = flows.columns.step[row] ?? 0;
		return words.link({
			from: name(flows.columns.from[row]),
			start: days[step] ?? '',
			to: name(flows.columns.to[row]),
			end: days[step + 1] ?? ''
		});
	};
	const markBlock = (row: number): string =>
		words.node({
			group: name(standings.columns.place[row]),
			day: days[standings.columns.step[row] ?? 0] ?? ''
		});
	const stood = Array.from({ length: standings.rows }, (_, row): FlowBlock => {
		const n = standings.columns.customers[row] ?? 0;
		const group = standings.columns.place[row] ?? 0;
		return {
			step: standings.columns.step[row] ?? 0,
			group,
			value: measure === 'customers' ? n : 0,
			label: name(group),
			color: color(group),
			lines: [markBlock(row), messages.common.customers({ n })]
		};
	});
	const coming = comers(result).map(({ step, group, customers: n }): FlowBlock => {
		const mark = words.node({ group: name(group), day: days[step] ?? '' });
		return {
			step,
			group,
			value: 0,
			label: name(group),
			color: color(group),
			lines: [mark, messages.common.customers({ n })]
		};
	});
	return {
		columns: days,
		blocks: [...stood, ...coming],
		blockRows: [...stood.keys(), ...coming.map(() => null)],
		bands: Array.from({ length: flows.rows }, (_, row): FlowBand => ({
			step: flows.columns.step[row] ?? 0,
			from: flows.columns.from[row] ?? 0,
			to: flows.columns.to[row] ?? 0,
			value: flows.columns[measure][row] ?? 0,
			color: color(flows.columns.from[row]),
			lines: [
				markBand(row),
				messages.common.customers({ n: flows.columns.customers[row] ?? 0 }),
				formatMoneyShort(flows.columns.revenue[row] ?? NaN, locale, money)
			]
		})),
		table: flowTable(result, days, name, wording),
		markBlock,
		markBand
	};

	function flowTable(
		{ tables }: MigrationResult,
		texts: readonly string[],
		nameOf: (place: number | undefined) => string,
		{ words: { flow, matrix } }: Wording
	): TableTwin {
		const { columns } = tables.flows;
		return {
			columns: [
				{ id: 'date', label: flow.date() },
				{ id: 'from', label: matrix.from() },
				{ id: 'toDate', label: flow.toDate() },
				{ id: 'to', label: matrix.to() },
				{ id: 'customers', label: matrix.customers(), align: 'end' },
				{ id: 'revenue', label: matrix.revenue(), align: 'end' }
			],
			rows: Array.from({ length: tables.flows.rows }, (_, row) => ({
				id: String(row),
				cells: [
					texts[columns.step[row] ?? 0] ?? '',
					nameOf(columns.from[row]),
					texts[(columns.step[row] ?? 0) + 1] ?? '',
					nameOf(columns.to[row]),
					formatCount(columns.customers[row] ?? 0, locale),
					formatMoney(columns.revenue[row] ?? NaN, locale, money)
				]
			}))
		};
	}
}

/** How many come after each date from where nobody stands: the places that flows leave and no standing has. */
function comers({
	tables: { standings, flows }
}: MigrationResult): { step: number; group: number; customers: number }[] {
	const standing = new Set(
		Array.from(standings.columns.step, (step, row) => `${step}.${standings.columns.place[row] ?? 0}`)
	);
	const sums = new Map<string, { step: number; group: number; customers: number }>();
	flows.columns.customers.forEach((customers, row) => {
		const [step, group] = [flows.columns.step[row] ?? 0, flows.columns.from[row] ?? 0];
		const key = `${step}.${group}`;
		if (standing.has(key)) return;
		sums.set(key, { step, group, customers: (sums.get(key)?.customers ?? 0) + customers });
	});
	return [...sums.values()];
}
