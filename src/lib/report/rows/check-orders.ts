import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { dayRange } from '#lib/core/dataset/day-range.ts';
import { kindTotals } from '#lib/core/dataset/kind-totals.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import { RowKind, type OrderTable } from '#lib/core/dataset/order-table.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import {
	checkCodes,
	checkDays,
	checkDictionary,
	checkInstants,
	checkKeys,
	checkLength,
	checkMoney,
	checkNumbers,
	refuse
} from './check-columns.ts';

const KINDS = Object.keys(RowKind).length;

/**
 * Checks orders of unknown origin: lengths, codes, days, money, ledger order, and that days, customers and
 * the rows and money of each kind are what is told of them. Linear.
 *
 * @throws CoreError `snapshot-invalid` with `at`.
 */
export function checkOrders(table: OrderTable, manifest: DatasetManifest): void {
	const { rows, customers, customer, names, order, orders, day, instant, amount, quantity, kind } = table;
	checkKeys(customers, 'rows.orders.customers');
	checkLength(customer, rows, 'rows.orders.customer');
	checkCodes(customer, customers.size, true, 'rows.orders.customer');
	if (names !== null) {
		checkDictionary(names.dictionary, 'rows.orders.names');
		checkLength(names.codes, customers.size, 'rows.orders.names');
		checkCodes(names.codes, names.dictionary.size, true, 'rows.orders.names');
	}
	if ((order === null) !== (orders === null)) refuse('rows.orders.order');
	if (order !== null && orders !== null) {
		checkKeys(orders, 'rows.orders.orders');
		checkLength(order, rows, 'rows.orders.order');
		checkCodes(order, orders.size, true, 'rows.orders.order');
	}
	checkLength(day, rows, 'rows.orders.day');
	checkDays(day, null, 'rows.orders.day');
	if (instant !== null) {
		checkLength(instant, rows, 'rows.orders.instant');
		checkInstants(instant, day, null, 'rows.orders.instant');
	}
	checkLedgerOrder(customer, instant ?? day);
	checkLength(amount, rows, 'rows.orders.amount');
	checkMoney(amount, false, 'rows.orders.amount');
	if (quantity !== null) {
		checkLength(quantity, rows, 'rows.orders.quantity');
		checkNumbers(quantity, 'rows.orders.quantity');
	}
	if (table.profit !== null) {
		checkLength(table.profit, rows, 'rows.orders.profit');
		checkMoney(table.profit, true, 'rows.orders.profit');
	}
	checkLength(kind, rows, 'rows.orders.kind');
	for (let row = 0; row < rows; row++) {
		const of = kind[row] as number;
		const nobody = customer[row] === NO_CODE;
		if (of >= KINDS || nobody !== (of === RowKind.NO_CUSTOMER)) refuse('rows.orders.kind');
	}
	for (const { dictionary, codes } of table.attributes) {
		checkDictionary(dictionary, 'rows.orders.attributes');
		checkLength(codes, rows, 'rows.orders.attributes');
		checkCodes(codes, dictionary.size, true, 'rows.orders.attributes');
	}
	checkFacts(table, manifest);
	checkTotals(table, manifest);
}

/** By customer, those without one last, and each customer's rows by time: ledgers are built from nothing else. */
function checkLedgerOrder(customer: Uint32Array, time: Int32Array | Float64Array): void {
	for (let row = 1; row < customer.length; row++) {
		const step = (customer[row] as number) - (customer[row - 1] as number);
		if (step < 0) refuse('rows.orders.customer');
		if (step === 0 && (time[row] as number) < (time[row - 1] as number)) refuse('rows.orders.day');
	}
}

/** What screens say of the rows without looking at them. */
function checkFacts(table: OrderTable, told: DatasetManifest): void {
	const { firstDay, lastDay } = dayRange(table);
	if (told.firstDay !== firstDay || told.lastDay !== lastDay) refuse('rows.orders.days');
	if (told.customers !== table.customers.size) refuse('rows.orders.customers');
	if ((told.orders === null) !== (table.orders === null)) refuse('rows.orders.orders');
	if (told.hasTimeOfDay !== (table.instant !== null)) refuse('rows.orders.instant');
	const headers = table.attributes.map(({ header }) => header);
	if (canonicalJson(headers) !== canonicalJson(told.attributes)) refuse('rows.orders.attributes');
}

function checkTotals(table: OrderTable, { totals, scale, currency }: DatasetManifest): void {
	if (table.scale !== scale || table.currency !== currency) refuse('rows.orders.shape');
	const { kept, setAside } = kindTotals(table);
	const { noCustomer, cancelled, zeroAmount, refundsUnmatched } = totals.setAside;
	const told = { kept: totals.kept, setAside: { noCustomer, cancelled, zeroAmount, refundsUnmatched } };
	if (canonicalJson({ kept, setAside }) !== canonicalJson(told)) refuse('rows.orders.totals');
}
