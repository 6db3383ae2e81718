import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../scripts/samples/calendar.ts';
import { encodeLegacy } from '../../../scripts/encodings/legacy-encoder.ts';
import { packed, sampleShops, unpacked } from '../../../scripts/samples/files.ts';
import { dormantShare, quarterOf, readShop, sum, type Shop } from './read-shop.ts';

const stored = (file: string) => readFileSync(new URL(`../../../static/samples/${file}`, import.meta.url));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const english = readShop(
	new TextDecoder('utf-8', { fatal: true }).decode(unpacked(stored('english-shop.csv.gz'))),
	{
		columns: 12,
		order: 2,
		date: 3,
		status: 4,
		channel: 10,
		amount: (row) => Number(row[7]) * Number((row[8] || '?').replace('£', ''))
	}
);
const chinese = readShop(
	new TextDecoder('gb18030', { fatal: true }).decode(unpacked(stored('chinese-shop.csv.gz'))),
	{
		columns: 10,
		order: 2,
		date: 3,
		status: 4,
		channel: 9,
		amount: (row) => Number((row[7] || '?').replace('￥', ''))
	}
);

function ordersADay(shop: Shop, from: number, to: number): number {
	return shop.orders.filter(({ day }) => day >= from && day <= to).length / (to - from + 1);
}

function onceAmongNew(
	shop: Shop,
	channel: string,
	from: number,
	to: number
): { customers: number; once: number } {
	const joined = [...shop.byCustomer.values()].filter((orders) => {
		const first = orders[0];
		return first !== undefined && first.channel === channel && first.day >= from && first.day <= to;
	});
	return {
		customers: joined.length,
		once: joined.filter((orders) => orders.length === 1).length / joined.length
	};
}

function revenueOf(shop: Shop, wanted: (name: string) => boolean): number {
	const all = sum(shop.orders.map((order) => order.amount));
	return sum(shop.orders.filter((order) => wanted(order.name)).map((order) => order.amount)) / all;
}

describe.each(sampleShops)('the sample file $file', ({ file, make }) => {
	test('is what its generator makes today, byte for byte once unpacked', () => {
		expect(sha256(unpacked(stored(file)))).toBe(sha256(make()));
	});

	test('comes out the same when made twice in one run', () => {
		expect(sha256(make())).toBe(sha256(make()));
	});

	test('is small enough to ship and carries no time of making', () => {
		const bytes = stored(file);
		expect(bytes.length).toBeLessThan(450_000);
		expect([...bytes.subarray(4, 8), bytes[9]]).toEqual([0, 0, 0, 0, 255]);
		expect(sha256(unpacked(packed(unpacked(bytes))))).toBe(sha256(unpacked(bytes)));
	});
});

describe('the English shop', () => {
	test('has about three years of lines, orders and customers', () => {
		expect(english.cells.length).toBeGreaterThan(25_000);
		expect(english.cells.length).toBeLessThan(40_000);
		expect(english.byCustomer.size).toBeGreaterThan(2_500);
		const days = english.orders.map(({ day }) => day).sort((a, b) => a - b);
		expect(days.at(0)).toBeLessThan(dayOf(2023, 1, 7));
		expect(days.at(-1)).toBe(dayOf(2025, 12, 31));
	});

	test('is busiest in November and December', () => {
		for (const year of [2023, 2024, 2025]) {
			const peak = ordersADay(english, dayOf(year, 11, 15), dayOf(year, 12, 20));
			expect(peak).toBeGreaterThan(1.7 * ordersADay(english, dayOf(year, 5, 1), dayOf(year, 9, 30)));
		}
	});

	test('loses far more of its customers in the quarter after the price rise than in the one before it', () => {
		const wave = quarterOf(dayOf(2024, 7, 1));
		expect(dormantShare(english, wave)).toBeGreaterThan(0.43);
		expect(dormantShare(english, wave)).toBeGreaterThan(dormantShare(english, wave - 1) + 0.12);
		expect(dormantShare(english, wave)).toBeGreaterThan(dormantShare(english, wave - 4) + 0.08);
	});

	test('gains many customers by the campaign of March 2025, nearly all of whom buy once', () => {
		const { customers, once } = onceAmongNew(english, 'Social', dayOf(2025, 3, 3), dayOf(2025, 3, 23));
		expect(customers).toBeGreaterThan(500);
		expect(once).toBeGreaterThan(0.85);
	});

	test('earns about a quarter of its revenue from 24 trade accounts', () => {
		const names = new Set(english.orders.map(({ name }) => name).filter((name) => name.startsWith('Trade')));
		expect(names.size).toBe(24);
		const share = revenueOf(english, (name) => name.startsWith('Trade'));
		expect(share).toBeGreaterThan(0.2);
		expect(share).toBeLessThan(0.35);
	});

	test('has a loyal core that orders every month or so for years', () => {
		const core = [...english.byCustomer.values()].filter((orders) => orders.length >= 20);
		expect(core.length).toBeGreaterThan(120);
		expect(core.length / english.byCustomer.size).toBeLessThan(0.1);
	});

	test('has the faults of a real export in known numbers', () => {
		expect(english.unreadable).toBe(9);
		expect(duplicates(english)).toBe(14);
		expect(english.lines.filter(({ order }) => order.startsWith('CN-'))).toHaveLength(6);
		expect(english.lines.filter(({ customer }) => customer === '').length).toBeGreaterThan(100);
		expect(english.lines.filter(({ valid }) => !valid).length).toBeGreaterThan(500);
		expect(english.lines.filter(({ amount }) => amount < 0).length).toBeGreaterThan(300);
		expect(english.lines.filter(({ amount }) => amount === 0).length).toBeGreaterThan(30);
	});
});

describe('the Chinese shop', () => {
	test('is GB18030 and nothing that could pass for UTF-8', () => {
		expect(() =>
			new TextDecoder('utf-8', { fatal: true }).decode(unpacked(stored('chinese-shop.csv.gz')))
		).toThrow(TypeError);
	});

	test('is busiest at 双十一 and 618 and nearly still over the Spring Festival', () => {
		for (const year of [2023, 2024, 2025]) {
			const ordinary = ordersADay(chinese, dayOf(year, 7, 1), dayOf(year, 8, 31));
			expect(ordersADay(chinese, dayOf(year, 11, 10), dayOf(year, 11, 11))).toBeGreaterThan(2.5 * ordinary);
			expect(ordersADay(chinese, dayOf(year, 6, 16), dayOf(year, 6, 18))).toBeGreaterThan(1.8 * ordinary);
		}
		for (const festival of [dayOf(2024, 2, 10), dayOf(2025, 1, 29)]) {
			const still = ordersADay(chinese, festival - 4, festival + 8);
			expect(still).toBeLessThan(0.55 * ordersADay(chinese, festival - 22, festival - 7));
		}
	});

	test('loses far more of its customers in the quarter of the price rise than in the one before it', () => {
		const wave = quarterOf(dayOf(2024, 4, 1));
		expect(dormantShare(chinese, wave)).toBeGreaterThan(0.42);
		expect(dormantShare(chinese, wave)).toBeGreaterThan(dormantShare(chinese, wave - 1) + 0.1);
		expect(dormantShare(chinese, wave)).toBeGreaterThan(dormantShare(chinese, wave - 4) + 0.06);
	});

	test('gains many customers by the live-stream campaign of April 2025, nearly all of whom buy once', () => {
		const { customers, once } = onceAmongNew(chinese, '抖音直播间', dayOf(2025, 4, 11), dayOf(2025, 4, 27));
		expect(customers).toBeGreaterThan(600);
		expect(once).toBeGreaterThan(0.85);
	});

	test('earns about a quarter of its revenue from 22 companies', () => {
		const names = new Set(chinese.orders.map(({ name }) => name).filter((name) => name.startsWith('团购')));
		expect(names.size).toBe(22);
		const share = revenueOf(chinese, (name) => name.startsWith('团购'));
		expect(share).toBeGreaterThan(0.2);
		expect(share).toBeLessThan(0.35);
	});

	test('has the faults of a real export in known numbers', () => {
		expect(chinese.unreadable).toBe(8);
		expect(duplicates(chinese)).toBe(16);
		expect(chinese.lines.filter(({ order }) => order.startsWith('TK'))).toHaveLength(5);
		expect(chinese.lines.filter(({ customer }) => customer === '').length).toBeGreaterThan(100);
		expect(chinese.lines.filter(({ valid }) => !valid).length).toBeGreaterThan(500);
		expect(chinese.lines.filter(({ amount }) => amount < 0).length).toBeGreaterThan(300);
	});
});

describe('the GB18030 encoder', () => {
	test('is undone by the platform decoder', () => {
		const text = '客户编号,￥1,280.00 紫砂壶（朱泥）ok';
		expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeLegacy(text, 'gb18030'))).toBe(text);
	});

	test('refuses what two bytes cannot hold', () => {
		expect(() => encodeLegacy('🙂', 'gb18030')).toThrow(RangeError);
	});
});

function duplicates(shop: Shop): number {
	const seen = new Set<string>();
	let count = 0;
	for (const row of shop.cells) {
		const key = JSON.stringify(row);
		if (seen.has(key)) count++;
		seen.add(key);
	}
	return count;
}
