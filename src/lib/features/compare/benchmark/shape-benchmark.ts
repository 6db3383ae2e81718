import type { Benchmark, BenchmarkRow } from '#lib/api/index.ts';
import type { StripRow } from '#lib/charts/chart-data.ts';
import {
	benchmarkCellText,
	benchmarkClientName,
	clientRemarks,
	measureName,
	measuresIn,
	measureText,
	windowText,
	type BenchmarkWords
} from '#lib/i18n/benchmark-names.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { TableColumn, TableRow } from '#lib/ui/types.ts';

/** Families of measures that are looked at together. */
export const benchmarkSets = ['key', 'retention', 'segments', 'stages'] as const;
export type BenchmarkSet = (typeof benchmarkSets)[number];

const end = (id: string, label: string): TableColumn => ({ id, label, align: 'end' });

/** The rows of a set. */
export function rowsIn({ rows }: Benchmark, set: BenchmarkSet): readonly BenchmarkRow[] {
	const ids = measuresIn(set);
	return rows.filter(({ id }) => ids.includes(id));
}

/** The names of the clients, in their order. */
export function namesOf({ clients }: Benchmark, words: BenchmarkWords): string[] {
	return clients.map((client, i) => benchmarkClientName(client, i === 0, words));
}

/** Measures by client: the first of them with its place, then the others. */
export function measureTable(
	benchmark: Benchmark,
	rows: readonly BenchmarkRow[],
	words: BenchmarkWords
): { readonly columns: TableColumn[]; readonly rows: TableRow[] } {
	const { table } = words.words;
	const quartiles = rows.some(({ places }) => !Number.isNaN(places.median));
	const currency = benchmark.clients[0]?.currency ?? null;
	const [own = '', ...others] = namesOf(benchmark, words);
	return {
		columns: [
			{ id: 'measure', label: table.measure() },
			end('own', own),
			end('rank', table.rank()),
			...(quartiles
				? [end('low', table.low()), end('median', table.median()), end('high', table.high())]
				: []),
			...others.map((name, i) => end(`client ${i}`, name))
		],
		rows: rows.map((row): TableRow => {
			const { rank, n, low, median, high } = row.places;
			const text = (value: number) =>
				Number.isNaN(value) ? table.none() : measureText(value, row.as, currency, words.locale);
			const [first = '', ...rest] = row.cells.map((cell, i) =>
				benchmarkCellText(cell, row.as, { currency: benchmark.clients[i]?.currency ?? null }, words)
			);
			return {
				id: `${row.id} ${row.of ?? ''}`,
				cells: [
					measureName(row, words),
					first,
					rank === null ? table.none() : table.rankOf({ rank, n }),
					...(quartiles ? [low, median, high].map(text) : []),
					...rest
				]
			};
		})
	};
}

/** What each client's figures are of. */
export function clientTable(benchmark: Benchmark, words: BenchmarkWords): TableRow[] {
	const heads = words.words.clients;
	return benchmark.clients.map((client, i) => ({
		id: client.key,
		muted: client.duplicateOf !== null,
		selected: i === 0,
		cells: [
			benchmarkClientName(client, i === 0, words),
			formatDay(client.frame.asOf),
			windowText(client, i === 0, words),
			heads[client.refunds](),
			client.currency ?? heads.unknown(),
			String(client.hideBelow),
			clientRemarks(client, benchmark.clients, words),
			''
		]
	}));
}

/** The measures that two clients or more can be compared by, as strips. */
export function stripRows(
	benchmark: Benchmark,
	rows: readonly BenchmarkRow[],
	words: BenchmarkWords
): StripRow[] {
	const names = namesOf(benchmark, words);
	const currency = benchmark.clients[0]?.currency ?? null;
	const { strips, table } = words.words;
	return rows
		.filter(({ places }) => places.n > 1)
		.map((row) => {
			const text = (value: number) => measureText(value, row.as, currency, words.locale);
			const fair = row.cells.flatMap(({ value, obstacle }, i) =>
				obstacle === null && !Number.isNaN(value) ? [{ value, name: names[i] ?? '' }] : []
			);
			const { rank, n, low, median, high } = row.places;
			const sorted = fair.toSorted((a, b) => b.value - a.value);
			const own = rank === null ? null : (row.cells[0]?.value ?? null);
			return {
				label: measureName(row, words),
				dots: fair.map(({ value }) => value),
				own,
				...{ low, median, high },
				least: text(sorted.at(-1)?.value ?? NaN),
				greatest: text(sorted[0]?.value ?? NaN),
				text: own === null ? '' : text(own),
				lines: [
					measureName(row, words),
					...(rank === null ? [] : [`${table.rank()} ${table.rankOf({ rank, n })}`]),
					...sorted.map(({ name, value }) => strips.value({ name, value: text(value) })),
					...(Number.isNaN(median) ? [] : [strips.value({ name: table.median(), value: text(median) })]),
					...(n < names.length ? [strips.excluded({ n: names.length - n })] : [])
				]
			};
		});
}
