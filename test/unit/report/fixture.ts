import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'valibot';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import { RowKind } from '#lib/core/dataset/order-table.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import type { MethodDefinition, MethodResult } from '#lib/core/methods/types.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { orderTableOf, type TestRow } from '../../support/ledger.ts';
import { readShop } from '../samples/read-shop.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The sample shop of a language as a ledger in smallest units (pence, fen), and its totals. */
function sampleLedger(locale: Locale): { ledger: Ledger; manifest: DatasetManifest } {
	const file = locale === 'en' ? 'english-shop.csv.gz' : 'chinese-shop.csv.gz';
	const bytes = gunzipSync(readFileSync(new URL(`../../../static/samples/${file}`, import.meta.url)));
	const shop = readShop(new TextDecoder(locale === 'en' ? 'utf-8' : 'gb18030').decode(bytes), {
		columns: locale === 'en' ? 12 : 10,
		order: 2,
		date: 3,
		status: 4,
		channel: locale === 'en' ? 10 : 9,
		amount: (row) =>
			locale === 'en'
				? Math.round(Number(row[7]) * Number((row[8] || '?').replace('£', '')) * 100)
				: Math.round(Number((row[7] || '?').replace('￥', '')) * 100)
	});
	const known = new Set(shop.lines.filter((line) => line.amount > 0).map((line) => line.order));
	const rows = shop.lines.map((line): TestRow => {
		const customer = line.customer === '' ? null : line.customer;
		return [customer, line.day, line.amount, line.order, kindOf(line, known)];
	});
	const table = orderTableOf(rows, 2);
	const ledger = buildLedger(table, 'net');
	const of = (kind: RowKind) => {
		const amounts = rows.filter((row) => row[4] === kind).map((row) => row[2] as number);
		return { rows: amounts.length, amount: amounts.reduce((sum, amount) => sum + amount, 0) };
	};
	const all = rows.reduce((sum, row) => sum + (row[2] as number), 0);
	return {
		ledger: { ...ledger, currency: locale === 'en' ? 'GBP' : 'CNY' },
		manifest: {
			id: 'd1',
			workspaceId: 'w1',
			name: file,
			file: { name: file, size: bytes.length },
			fingerprint: createHash('sha256').update(bytes).digest('hex'),
			recipe: recipeOf(locale),
			totals: {
				source: { rows: shop.cells.length, amount: all },
				kept: { sales: of(RowKind.SALE), refunds: of(RowKind.REFUND) },
				merged: { rows: 0, amount: 0 },
				setAside: {
					noCustomer: of(RowKind.NO_CUSTOMER),
					cancelled: of(RowKind.CANCELLED),
					zeroAmount: of(RowKind.ZERO),
					refundsUnmatched: of(RowKind.REFUND_UNMATCHED)
				},
				rejected: { rows: shop.unreadable, amount: 0 },
				rejectedBy: { 'date-impossible': 1, 'date-missing': 1, 'amount-invalid': shop.unreadable - 2 },
				remarks: { 'undecodable-bytes': 2 },
				duplicatesSeen: 14,
				blankLines: 0
			},
			customers: ledger.customers.size,
			orders: ledger.orders,
			firstDay: ledger.firstDay,
			lastDay: ledger.lastDay,
			scale: 2,
			currency: locale === 'en' ? 'GBP' : 'CNY',
			hasTimeOfDay: true,
			attributes: ['Channel', 'Region'],
			rejectsBytes: 900,
			importedAt: 1_767_600_000_000
		}
	};
}

function kindOf(
	line: { customer: string; valid: boolean; amount: number; order: string },
	known: ReadonlySet<string>
): RowKind {
	if (line.customer === '') return RowKind.NO_CUSTOMER;
	if (!line.valid) return RowKind.CANCELLED;
	if (line.amount === 0) return RowKind.ZERO;
	if (line.amount > 0) return RowKind.SALE;
	return known.has(line.order) ? RowKind.REFUND : RowKind.REFUND_UNMATCHED;
}

function recipeOf(locale: Locale): DatasetManifest['recipe'] {
	const headers =
		locale === 'en'
			? ([
					['Customer ID', 'customer'],
					['Order ID', 'order'],
					['Order date', 'date'],
					['Status', 'status'],
					['Quantity', 'quantity'],
					['Unit price', 'price'],
					['Channel', 'attribute']
				] as const)
			: ([
					['客户编号', 'customer'],
					['订单号', 'order'],
					['付款时间', 'date'],
					['订单状态', 'status'],
					['实付金额', 'amount'],
					['渠道', 'attribute']
				] as const);
	return {
		version: 1,
		source: {
			encoding: locale === 'en' ? 'utf-8' : 'gb18030',
			delimiter: ',',
			quote: '"',
			header: true,
			skipRows: 0
		},
		columns: headers.map(([header, role], index) => ({ index, header, role })),
		statusRules: [
			{ value: locale === 'en' ? 'completed' : '交易成功', treatment: 'valid' },
			{ value: locale === 'en' ? 'cancelled' : '交易关闭', treatment: 'cancelled' },
			{ value: locale === 'en' ? 'payment failed' : '等待付款', treatment: 'cancelled' }
		],
		choices: {
			duplicates: 'keep',
			cancelled: 'exclude',
			cancelPrefix: '',
			zeroAmount: 'exclude',
			noCustomer: 'set-aside'
		},
		currency: locale === 'en' ? 'GBP' : 'CNY'
	};
}

const made = new Map<Locale, ReportInput>();

/** A whole report's input on the sample shop of a language: real results of the four methods. */
export function sampleInput(locale: Locale): ReportInput {
	let input = made.get(locale);
	if (input === undefined) {
		const { ledger, manifest } = sampleLedger(locale);
		input = inputOf(ledger, manifest, locale);
		made.set(locale, input);
	}
	return input;
}

/** A report's input on any ledger, with the default parameters of the four methods. */
export function inputOf(ledger: Ledger, manifest: DatasetManifest, locale: Locale): ReportInput {
	const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
	const at = { ledger, frame };
	const results: MethodResult[] = [
		overview.run(at, parse(overview.params, {})).result,
		rfm.run(at, parse(rfm.params, {})).result,
		lifecycle.run(at, parse(lifecycle.params, {})).result,
		retention.run(at, parse(retention.params, {})).result
	];
	return {
		request: {
			title: locale === 'en' ? 'Customer review 2023–2025' : '2023–2025 年客户分析',
			preparedFor: locale === 'en' ? 'Harbour Lane' : '茶语小铺',
			locale,
			notes:
				locale === 'en'
					? 'Figures are net of refunds.\n\nTrade accounts are included.'
					: '金额已扣除退款。\n\n包含企业团购客户。',
			sections: results.map((result) => ({
				method: result.method,
				params: {},
				frame,
				refunds: 'net' as const
			})),
			nowMs: 1_767_700_000_000,
			appVersion: '0.1.0',
			hideBelow: null,
			sharing: null
		},
		dataset: {
			manifest,
			attributes: manifest.attributes,
			eventTables: [],
			contractTables: [],
			reasonColumns: [],
			customers: ledger.customers.size,
			prospects: 0,
			orders: ledger.orders,
			revenue: ledger.amount.reduce((sum, amount) => sum + amount, 0),
			firstDay: ledger.firstDay,
			lastDay: ledger.lastDay,
			ordersNettedAway: ledger.ordersNettedAway,
			merged: null,
			decided: 0
		},
		analyses: results.map((result) => ({
			result,
			provenance: sha256(`${manifest.fingerprint}:${result.method}`)
		})),
		definitions: [overview, rfm, lifecycle, retention].map((method): MethodDefinition => method.definition),
		refunds: 'net'
	};
}
