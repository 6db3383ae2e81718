import { describe, expect, test } from 'vitest';
import { dictionaryOf, NO_CODE, stringAt } from '#lib/core/columns/dictionary.ts';
import { groupsAtEntry } from '#lib/core/dataset/customer-groups.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { orderTableOf, type TestRow } from '../../../support/ledger.ts';

const names = ['app', 'shop', 'web'];

/** Customers by name with the group they get; rows are in ledger order already, with their value beside them. */
function groupsOf(rows: readonly [TestRow, string][], refunds: RefundRule = 'net'): Record<string, string> {
	const table = orderTableOf(rows.map(([row]) => row));
	const attribute = {
		header: 'channel',
		dictionary: dictionaryOf(names),
		codes: Uint32Array.from(rows, ([, value]) => (value === '' ? NO_CODE : names.indexOf(value)))
	};
	const { codes } = groupsAtEntry(table, attribute, buildLedger(table, refunds));
	return Object.fromEntries(
		Array.from(codes, (code, who) => [
			stringAt(table.customers, who),
			code === NO_CODE ? '' : (names[code] ?? '?')
		])
	);
}

describe('the value that a customer came with', () => {
	test('is that of the first order, whatever later ones say', () => {
		expect(
			groupsOf([
				[['ann', '2024-01-05', 100, 'o1'], 'web'],
				[['ann', '2024-02-05', 100, 'o2'], 'shop'],
				[['bob', '2024-01-01', 100, 'o3'], 'app']
			])
		).toEqual({ ann: 'web', bob: 'app' });
	});

	test('is on the first line of that order that has one, and never on another order', () => {
		expect(
			groupsOf([
				[['ann', '2024-01-05', 100, 'o1'], ''],
				[['ann', '2024-01-05', 100, 'o1'], 'app'],
				[['bob', '2024-01-05', 100, 'o2'], ''],
				[['bob', '2024-02-05', 100, 'o3'], 'web']
			])
		).toEqual({ ann: 'app', bob: '' });
	});

	test('passes over orders that refunds bring to nothing, unless sales are looked at gross', () => {
		const rows: [TestRow, string][] = [
			[['ann', '2024-01-05', 100, 'o1'], 'web'],
			[['ann', '2024-01-09', -100, 'o1'], 'web'],
			[['ann', '2024-02-05', 100, 'o2'], 'shop']
		];
		expect(groupsOf(rows)).toEqual({ ann: 'shop' });
		expect(groupsOf(rows, 'gross')).toEqual({ ann: 'web' });
	});

	test('stays with an order that a refund only lowers', () => {
		expect(
			groupsOf([
				[['ann', '2024-01-05', 100, 'o1'], 'web'],
				[['ann', '2024-01-09', -99, 'o1'], 'web'],
				[['ann', '2024-02-05', 100, 'o2'], 'shop']
			])
		).toEqual({ ann: 'web' });
	});

	test('without a valid order is that of the first row with one', () => {
		expect(
			groupsOf([
				[['ann', '2024-01-05', null], ''],
				[['ann', '2024-01-06', null], 'app'],
				[[null, '2024-01-05', 100], 'web']
			])
		).toEqual({ ann: 'app' });
	});
});
