import type { BenchmarkFileRequest } from '#lib/api/benchmark-api.ts';
import type { Benchmark, BenchmarkedClient, BenchmarkKind } from '#lib/core/benchmark/types.ts';
import {
	benchmarkCellText,
	benchmarkClientName,
	clientRemarks,
	measureName,
	windowText,
	type BenchmarkWords
} from '#lib/i18n/benchmark-names.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { writeCsv } from '../csv.ts';
import type { NumberKind } from '../model/types.ts';
import type { Sheet, SheetCell } from '../sheets/sheet.ts';
import { writeWorkbook } from '../sheets/write-workbook.ts';

/** Money is in whole units of the currency. */
const DECIMALS = 2;
const kinds: Readonly<Record<BenchmarkKind, NumberKind>> = {
	share: 'share',
	money: 'money',
	days: 'number',
	index: 'number',
	number: 'number'
};
const head = (text: string): SheetCell => ({ text, look: 'head' });

/** The measures by client as a workbook of two sheets, or as CSV with the measures alone. Values are numbers. */
export async function benchmarkFile({
	benchmark,
	form,
	locale,
	letters
}: BenchmarkFileRequest): Promise<Blob> {
	const { benchmark: texts, terms } = messagesFor(locale);
	const words: BenchmarkWords = { locale, words: texts, terms, letters };
	const measures = measureRows(benchmark, words);
	if (form === 'csv') {
		const [heads = [], ...rows] = measures.map((row) => row.map(plainOf));
		return new Blob([writeCsv(heads.map(String), rows)], { type: 'text/csv;charset=utf-8' });
	}
	const { table } = texts;
	const sheets: Sheet[] = [
		{ name: table.sheet(), rows: measures, frozen: 1 },
		{ name: table.clientsSheet(), rows: clientRows(benchmark, words), frozen: 1 }
	];
	return writeWorkbook(sheets, { scale: DECIMALS, sign: '' });
}

/** What is hidden or not compared is a text, so that nobody adds it up. */
function measureRows({ clients, rows }: Benchmark, words: BenchmarkWords): SheetCell[][] {
	const { table } = words.words;
	const names = clients.map((client, i) => benchmarkClientName(client, i === 0, words));
	const places = [table.rank(), table.low(), table.median(), table.high()];
	return [
		[table.measure(), ...names, ...places].map(head),
		...rows.map((row): SheetCell[] => {
			const number = (value: number): SheetCell =>
				Number.isNaN(value)
					? null
					: { value: row.as === 'money' ? value * 10 ** DECIMALS : value, as: kinds[row.as] };
			const { rank, n, low, median, high } = row.places;
			return [
				{ text: measureName(row, words) },
				...row.cells.map((cell, i): SheetCell => {
					const plain = !cell.hidden && cell.obstacle === null && !Number.isNaN(cell.value);
					const client = clients[i] as BenchmarkedClient;
					return plain ? number(cell.value) : { text: benchmarkCellText(cell, row.as, client, words) };
				}),
				rank === null ? null : { text: table.rankOf({ rank, n }) },
				...[low, median, high].map(number)
			];
		})
	];
}

function plainOf(cell: SheetCell): string | number | null {
	if (cell === null) return null;
	if ('text' in cell) return cell.text;
	return cell.as === 'money' ? cell.value / 10 ** DECIMALS : cell.value;
}

function clientRows({ clients }: Benchmark, words: BenchmarkWords): SheetCell[][] {
	const heads = words.words.clients;
	return [
		[
			heads.name(),
			heads.asOf(),
			heads.window(),
			heads.refunds(),
			heads.currency(),
			heads.limit(),
			heads.remarks()
		].map(head),
		...clients.map((client, i): SheetCell[] => [
			{ text: benchmarkClientName(client, i === 0, words) },
			{ value: client.frame.asOf, as: 'day' },
			{ text: windowText(client, i === 0, words) },
			{ text: heads[client.refunds]() },
			{ text: client.currency ?? heads.unknown() },
			{ value: client.hideBelow, as: 'count' },
			{ text: clientRemarks(client, clients, words) }
		])
	];
}
