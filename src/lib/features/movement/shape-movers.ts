import type { MigrationResult, RowNames } from '#lib/api/index.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatMoney } from '#lib/i18n/format.ts';
import { placesOf, type Wording } from './wording.ts';

/**
 * The customers who moved and whose revenue changed most. Without names (a snapshot has none) a row is known by its rank
 * alone.
 */
export function shapeMovers(
	result: MigrationResult,
	wording: Wording,
	names: RowNames | null
): { readonly table: TableTwin; readonly mark: (row: number) => string } {
	const { locale, money } = wording;
	const words = wording.words.movers;
	const places = placesOf(result, wording);
	const { columns, rows } = result.tables.movers;
	const name = (place: number | undefined) => places[place ?? 0]?.name ?? '';
	const amount = (units: number | undefined) => formatMoney(units ?? NaN, locale, money);
	const signed = (units: number) => `${units > 0 ? '+' : units < 0 ? '−' : ''}${amount(Math.abs(units))}`;
	const named = [
		...(names === null ? [] : [{ id: 'customer', label: words.customer(), of: names.keys }]),
		...(names?.names ? [{ id: 'name', label: words.name(), of: names.names }] : [])
	];
	return {
		table: {
			columns: [
				{ id: 'rank', label: words.rank(), align: 'end' },
				...named.map(({ id, label }) => ({ id, label })),
				{ id: 'from', label: wording.words.matrix.from() },
				{ id: 'to', label: wording.words.matrix.to() },
				...(['before', 'now', 'change'] as const).map((id) => ({
					id,
					label: words[id](),
					align: 'end' as const
				}))
			],
			rows: Array.from({ length: rows }, (_, row) => ({
				id: String(row),
				cells: [
					String(row + 1),
					...named.map(({ of }) => of[row] ?? ''),
					name(columns.from[row]),
					name(columns.to[row]),
					amount(columns.before[row]),
					amount(columns.now[row]),
					signed(columns.change[row] ?? 0)
				]
			}))
		},
		mark: (row) =>
			names?.names?.[row] ||
			names?.keys[row] ||
			words.mark({ n: row + 1, from: name(columns.from[row]), to: name(columns.to[row]) })
	};
}
