import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { RowKind } from '#lib/core/dataset/order-table.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { dataFile, oracleFile } from './data.ts';
import { orderTableOf, type TestRow } from './ledger.ts';

export type RealData = 'online-retail' | 'cdnow' | 'cdnow-sample' | 'rfm-r';

/** Rows of a CSV text as objects by header. */
export function parseCsv(text: string): Record<string, string>[] {
	return Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data;
}

/** An oracle's CSV as rows. */
export const oracleCsv = (name: string): Record<string, string>[] =>
	parseCsv(readFileSync(oracleFile(name), 'utf8'));

/** An oracle's JSON; the caller says what is in it. */
export const oracleJson = <T>(name: string): T => JSON.parse(readFileSync(oracleFile(name), 'utf8')) as T;

/** '12.3' → 1230 hundredths, without floating point. */
function hundredths(text: string): number {
	const match = /^(-?)(\d*)\.?(\d{0,2})0*$/.exec(text.trim());
	if (match === null) throw new Error(`not money: ${text}`);
	const value = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
	return match[1] === '-' ? -value : value;
}

/**
 * Online Retail by the purchase rule of its oracles: customer present, invoice not starting with C, quantity
 * above zero, price above zero, duplicates kept. Amounts in thousandths of a pound: four prices have 3 decimals.
 */
function onlineRetail(): TestRow[] {
	const text = gunzipSync(readFileSync(dataFile('online-retail/online_retail.csv.gz'))).toString('utf8');
	const rows: TestRow[] = [];
	for (const row of parseCsv(text)) {
		const quantity = Number(row['Quantity']);
		const price = Number(row['UnitPrice']);
		const invoice = row['InvoiceNo'] as string;
		const customer = row['CustomerID'] as string;
		if (customer === '' || invoice.startsWith('C') || quantity <= 0 || price <= 0) continue;
		const amount = quantity * mills(row['UnitPrice'] as string);
		rows.push([customer, (row['InvoiceDate'] as string).slice(0, 10), amount, invoice, RowKind.SALE]);
	}
	return rows;
}

/** '2.55' → 2550 thousandths, without floating point. */
function mills(text: string): number {
	const [whole = '', decimals = ''] = text.split('.');
	if (decimals.length > 3) throw new Error(`finer than a thousandth: ${text}`);
	return Number(whole) * 1000 + Number(decimals.padEnd(3, '0'));
}

/** CDNOW: every line is a purchase, also those of zero dollars. */
function cdnow(): TestRow[] {
	const lines = readFileSync(dataFile('cdnow/CDNOW_master.txt'), 'utf8').split('\n').slice(1);
	return lines
		.filter((line) => line.trim() !== '')
		.map((line): TestRow => {
			const [customer, date, , dollars] = line.trim().split(/\s+/) as [string, string, string, string];
			const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
			return [customer, day, hundredths(dollars), undefined, RowKind.SALE];
		});
}

/** The tenth of CDNOW's customers that the papers on buy-till-you-die models use, by the sample's own ids. */
function cdnowSample(): TestRow[] {
	const lines = readFileSync(dataFile('cdnow/CDNOW_sample.txt'), 'utf8').split('\n');
	return lines
		.filter((line) => line.trim() !== '')
		.map((line): TestRow => {
			const cells = line.trim().split(/\s+/) as [string, string, string, string, string];
			const [, customer, date, , dollars] = cells;
			const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
			return [customer, day, hundredths(dollars), undefined, RowKind.SALE];
		});
}

/** The orders of the R package rfm: every row is an order, in whole units. */
function rfmR(): TestRow[] {
	return parseCsv(readFileSync(dataFile('rfm-r/rfm_data_orders.csv'), 'utf8')).map((row): TestRow => [
		row['customer_id'] as string,
		row['order_date'] as string,
		Number(row['revenue']),
		undefined,
		RowKind.SALE
	]);
}

const sources: Record<RealData, { rows: () => TestRow[]; scale: number }> = {
	'online-retail': { rows: onlineRetail, scale: 3 },
	cdnow: { rows: cdnow, scale: 2 },
	'cdnow-sample': { rows: cdnowSample, scale: 2 },
	'rfm-r': { rows: rfmR, scale: 0 }
};

const loaded = new Map<RealData, Ledger>();

/** The ledger of a real data set by its oracles' purchase rule; built once per test file. */
export function loadLedger(name: RealData): Ledger {
	let ledger = loaded.get(name);
	if (ledger === undefined) {
		const { rows, scale } = sources[name];
		ledger = buildLedger(orderTableOf(rows(), scale), 'net');
		loaded.set(name, ledger);
	}
	return ledger;
}
