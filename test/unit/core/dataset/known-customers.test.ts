import { describe, expect, it } from 'vitest';
import { decodeAll, dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { NO_DAY } from '#lib/core/dataset/entity-table.ts';
import { withKnownCustomers } from '#lib/core/dataset/known-customers.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { NEVER_SEEN } from '#lib/core/ledger/types.ts';
import { shopLines, tableOf } from '../../workers/shop.ts';

describe('Customers that only another table knows', () => {
	const table = tableOf(shopLines);
	const known = { keys: dictionaryOf(['p9', '8', 'zoe']), since: Int32Array.of(60, NO_DAY, 5) };
	const all = withKnownCustomers(table, known);

	it('stand among the others in canonical order, and the rows name whom they named', () => {
		const keys = decodeAll(all.table.customers);
		expect(keys).toEqual(['8', '9', '10', '=cmd', 'K7', 'k8', 'p1', 'p2', 'p9', 'zoe']);
		const before = decodeAll(table.customers);
		const named = (of: typeof table, all: readonly string[]) =>
			Array.from(of.customer, (who) => all[who] ?? '');
		expect(named(all.table, keys)).toEqual(named(table, before));
		expect(all.table.names?.codes[keys.indexOf('10')]).toBe(table.names?.codes[before.indexOf('10')]);
		expect(all.table.names?.codes[keys.indexOf('zoe')]).toBe(NO_CODE);
	});

	it('are known since the day that is said, else since the first day of the orders', () => {
		const keys = decodeAll(all.table.customers);
		const since = (key: string) => all.since[keys.indexOf(key)];
		expect([since('p9'), since('8'), since('zoe')]).toEqual([60, 10, 5]);
		expect(since('9')).toBe(NEVER_SEEN);
	});

	it('change no order of the ledger', () => {
		const [old, now] = [buildLedger(table, 'net'), buildLedger(all.table, 'net')];
		const orders = ({ offsets, day, amount, customers }: typeof old) =>
			decodeAll(customers).flatMap((key, who) => {
				const own = [offsets[who] as number, offsets[who + 1] as number] as const;
				return own[0] === own[1] ? [] : [[key, [...day.slice(...own)], [...amount.slice(...own)]]];
			});
		expect(orders(now)).toEqual(orders(old));
	});
});
