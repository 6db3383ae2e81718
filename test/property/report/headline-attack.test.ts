import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { describeOverview } from '#lib/report/model/overview.ts';
import type { Block, ReportModel, TableModel } from '#lib/report/model/types.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { HIDDEN, hideSmallGroups } from '#lib/report/redact/redact-model.ts';
import { orderTableOf, type TestRow } from '../../support/ledger.ts';

const k = 5;
const voice = voiceFor('en', { currency: 'GBP', scale: 0 });

/** A customer: orders, and money of all of them. */
interface Buyer {
	readonly orders: number;
	readonly money: number;
}

/** All orders on one day: then they can go from one customer to another without any other figure changing. */
function blocksOf(shop: readonly Buyer[]): readonly Block[] {
	const rows = shop.flatMap(({ orders, money }, customer) =>
		Array.from({ length: orders }, (_, i): TestRow => [
			`c${customer}`,
			20_000,
			i === 0 ? money - (orders - 1) : 1,
			`o${customer}-${i}`
		])
	);
	const ledger = buildLedger(orderTableOf(rows, 0), 'net');
	const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 as const };
	const { result } = overview.run({ ledger, frame }, parse(overview.params, {}));
	return describeOverview(result, voice, 0).blocks;
}

function told(blocks: readonly Block[]): readonly Block[] {
	const section = { id: 's', title: 'Overview', parameters: [], findings: [], warnings: [], blocks };
	const model = { sections: [section] } as unknown as ReportModel;
	return hideSmallGroups(model, k, voice).sections[0]?.blocks ?? [];
}

const tableOf = (blocks: readonly Block[], id: string): TableModel | null => {
	const block = blocks.find((one) => one.id === id);
	return block?.kind === 'table' ? block.table : null;
};
const tilesOf = (blocks: readonly Block[]): string[] =>
	blocks.flatMap((block) =>
		block.kind === 'tiles' ? block.tiles.map(({ label, value, note }) => `${label}: ${value} (${note})`) : []
	);

const source = xoroshiro128plus(7);
const int = (low: number, high: number) => uniformInt(source, low, high);

/** Many who ordered once or twice, few who ordered often: two to four small rows, of exact counts or of ranges. */
function randomShop(): Buyer[] {
	const sizes = [int(40, 90), int(5, 30), int(0, 12), int(0, 9), int(0, 6), int(0, 4), int(0, 3)];
	return sizes.flatMap((size, i) =>
		Array.from({ length: size }, (): Buyer => {
			const orders = i < 5 ? i + 1 : i === 5 ? int(6, 10) : int(11, 20);
			return { orders, money: 300 + orders * int(1, 40) + (int(0, 9) === 0 ? int(100, 4000) : 0) };
		})
	);
}

/** Rows of the table by orders: from, to, how many customers, and whether that is hidden. */
function rowsOf(all: TableModel, left: TableModel) {
	return all.rows.map((row, i) => ({
		range: all.weighted?.ranges[i] ?? ([0, 0] as const),
		count: row[1]?.value ?? 0,
		hidden: left.rows[i]?.[1]?.text === HIDDEN
	}));
}

/** Nobody has nothing, also of a number without end. */
const times = (people: number, each: number): number => (people === 0 ? 0 : people * each);

/**
 * Attack: every way to fill the hidden rows that keeps the customers and the orders of the report's first page, with counts
 * that are at most so far from the true ones.
 */
function* completions(
	rows: ReturnType<typeof rowsOf>,
	orders: number,
	reach = Infinity
): Generator<number[]> {
	const places = rows.flatMap(({ hidden }, i) => (hidden ? [i] : []));
	const people = places.reduce((sum, i) => sum + (rows[i]?.count ?? 0), 0);
	const shown = rows.filter(({ hidden }) => !hidden);
	const low = orders - shown.reduce((sum, { range, count }) => sum + times(count, range[1]), 0);
	const high = orders - shown.reduce((sum, { range, count }) => sum + times(count, range[0]), 0);
	function* fill(at: number, left: number, counts: number[]): Generator<number[]> {
		const place = places[at];
		if (place === undefined) {
			if (left > 0) return;
			const ends = ([0, 1] as const).map((end) =>
				places.reduce((sum, i) => sum + times(counts[i] ?? 0, rows[i]?.range[end] ?? 0), 0)
			);
			if ((ends[0] as number) <= high && (ends[1] as number) >= low) yield counts;
			return;
		}
		const own = rows[place]?.count ?? 0;
		for (let count = Math.max(0, own - reach); count <= Math.min(left, own + reach); count++) {
			yield* fill(at + 1, left - count, counts.with(place, count));
		}
	}
	yield* fill(
		0,
		people,
		rows.map(({ count }) => count)
	);
}

/** The hidden customers with their own money each, and as many orders as a way to fill the rows says; null where orders cannot be dealt so. */
function witness(
	shop: readonly Buyer[],
	rows: ReturnType<typeof rowsOf>,
	counts: readonly number[]
): Buyer[] | null {
	const rowOf = ({ orders }: Buyer) =>
		rows.findIndex(({ range }) => orders >= range[0] && orders <= range[1]);
	const isHidden = (buyer: Buyer) => rows[rowOf(buyer)]?.hidden === true;
	const kept = shop.filter((buyer) => !isHidden(buyer));
	const moved = shop.filter(isHidden).toSorted((a, b) => a.money - b.money);
	const places = rows.flatMap(({ hidden }, i) => (hidden ? Array<number>(counts[i] ?? 0).fill(i) : []));
	const orders = places.map((i) => rows[i]?.range[0] ?? 0);
	let left = moved.reduce((sum, buyer) => sum + buyer.orders, 0) - orders.reduce((sum, n) => sum + n, 0);
	for (const [i, place] of places.entries()) {
		const more = Math.max(0, Math.min(left, (rows[place]?.range[1] ?? 0) - (orders[i] as number)));
		orders[i] = (orders[i] as number) + more;
		left -= more;
	}
	if (left !== 0) return null;
	const dealt = moved.map(({ money }, i): Buyer => ({ money, orders: orders[i] as number }));
	return dealt.some(({ money, orders: n }) => money < n) ? null : [...kept, ...dealt];
}

describe('headline figures beside hidden rows of customers by number of orders', () => {
	const trials = Array.from({ length: 60 }, () => {
		const shop = randomShop();
		const blocks = blocksOf(shop);
		const left = told(blocks);
		const [all, counts] = [tableOf(blocks, 'orderCounts'), tableOf(left, 'orderCounts')];
		return all === null || counts === null ? null : { shop, blocks, left, rows: rowsOf(all, counts), counts };
	}).filter((trial) => trial !== null && trial.rows.some(({ hidden }) => hidden));

	test('leave each hidden count several values: shops with other counts show the very same report', () => {
		let [attacked, withGini] = [0, 0];
		for (const trial of trials) {
			if (trial === null) continue;
			const { shop, left, rows, counts } = trial;
			const orders = shop.reduce((sum, buyer) => sum + buyer.orders, 0);
			const figures = tilesOf(left);
			if (figures.some((text) => text.includes('Gini'))) withGini++;
			const possible = rows.map(() => new Set<number>());
			for (const filled of completions(rows, orders, 9)) {
				if (rows.every(({ hidden }, i) => !hidden || (possible[i]?.size ?? 0) > 1)) break;
				const isNews = filled.some((count, i) => {
					const seen = possible[i] as Set<number>;
					return rows[i]?.hidden === true && seen.size < 2 && !seen.has(count);
				});
				if (!isNews) continue;
				const other = witness(shop, rows, filled);
				if (other === null) continue;
				const shown = blocksOf(other);
				// All that the report tells is true of the other shop too, Gini and all.
				const all = tableOf(shown, 'orderCounts');
				const same =
					figures.every((text) => tilesOf(shown).includes(text)) &&
					counts.rows.every((row, i) =>
						row.every(({ text }, x) => text === HIDDEN || text === all?.rows[i]?.[x]?.text)
					) &&
					tableOf(left, 'concentration')?.rows.every((row, i) =>
						row.every(
							({ text }, x) => text === HIDDEN || text === tableOf(shown, 'concentration')?.rows[i]?.[x]?.text
						)
					) !== false;
				if (!same) continue;
				for (const [i, count] of filled.entries()) possible[i]?.add(count);
			}
			for (const [i, { hidden, count }] of rows.entries()) {
				if (!hidden) continue;
				attacked++;
				expect(
					[...(possible[i] ?? [])].length,
					`row ${i} of ${count} in ${JSON.stringify(rows)}`
				).toBeGreaterThan(1);
			}
		}
		expect(attacked).toBeGreaterThan(60);
		expect(withGini).toBeGreaterThan(10);
	});

	test('the attack finds what hiding by the sum of customers alone would give away', () => {
		let broken = 0;
		for (const trial of trials) {
			if (trial === null) continue;
			const rows = trial.rows.map((row) => ({ ...row, hidden: row.count > 0 && row.count < k }));
			const orders = trial.shop.reduce((sum, buyer) => sum + buyer.orders, 0);
			const possible = rows.map(() => new Set<number>());
			for (const filled of completions(rows, orders)) {
				for (const [i, count] of filled.entries()) possible[i]?.add(count);
			}
			if (rows.some(({ hidden }, i) => hidden && possible[i]?.size === 1)) broken++;
		}
		expect(broken).toBeGreaterThan(5);
	});
});
