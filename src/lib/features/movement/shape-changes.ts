import { sizeParts, type MigrationResult } from '#lib/api/index.ts';
import type { WaterfallBar } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount } from '#lib/i18n/format.ts';
import { placesOf, type Wording } from './wording.ts';

export interface ChangesShape {
	/** Bars of one place, and the rows of `changes` behind them. */
	readonly bars: WaterfallBar[];
	readonly barRows: readonly number[];
	/** The places that can be chosen. */
	readonly names: readonly string[];
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** The place whose size changed most, by people in and out: the one to show first. */
export function mostChanged({ tables: { changes } }: MigrationResult): number {
	const width = sizeParts.length;
	const sums = Array.from({ length: changes.rows / width }, (_, place) => {
		const own = changes.columns.change.subarray(place * width, (place + 1) * width);
		return Math.abs((own.at(-1) ?? 0) - (own[0] ?? 0));
	});
	return Math.max(0, sums.indexOf(Math.max(...sums)));
}

/** From a place's size before to its size now, over who came, joined, left, and what moving cuts did. */
export function shapeChanges(result: MigrationResult, place: number, wording: Wording): ChangesShape {
	const { locale, messages } = wording;
	const words = wording.words.changes;
	const { changes } = result.tables;
	const width = sizeParts.length;
	const arrivals = changes.rows / width;
	const names = placesOf(result, wording)
		.slice(0, arrivals)
		.map(({ name }) => name);
	const shown = sizeParts.filter((part) => result.params.cuts === 'own' || !part.startsWith('cut'));
	const rowOf = (of: number, part: (typeof sizeParts)[number]) => of * width + sizeParts.indexOf(part);
	const signed = (n: number) => `${n > 0 ? '+' : n < 0 ? '−' : ''}${formatCount(Math.abs(n), locale)}`;
	const text = (row: number, part: string): string => {
		const n = changes.columns.change[row] ?? 0;
		return part === 'before' || part === 'now' ? formatCount(n, locale) : signed(n);
	};
	const mark = (row: number) =>
		words.mark({
			group: names[Math.floor(row / width)] ?? '',
			part: words[sizeParts[row % width] ?? 'now']()
		});
	let sum = 0;
	const bars = shown.map((part): WaterfallBar => {
		const row = rowOf(place, part);
		const n = changes.columns.change[row] ?? 0;
		const level = part === 'before' || part === 'now';
		const from = level ? 0 : sum;
		sum = from + n;
		return {
			label: words[part](),
			from,
			to: sum,
			text: text(row, part),
			color: level ? 'var(--mark)' : n < 0 ? 'var(--growth-dormant)' : 'var(--growth-new)',
			lines: [mark(row), messages.common.customers({ n: changes.columns.customers[row] ?? 0 })]
		};
	});
	return {
		bars,
		barRows: shown.map((part) => rowOf(place, part)),
		names,
		table: {
			columns: [
				{ id: 'group', label: words.group() },
				...shown.map((id) => ({ id, label: words[id](), align: 'end' as const }))
			],
			rows: names.map((name, of) => ({
				id: String(of),
				cells: [name, ...shown.map((part) => text(rowOf(of, part), part))]
			}))
		},
		mark
	};
}
