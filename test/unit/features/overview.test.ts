import { describe, expect, test } from 'vitest';
import { currentCards, overviewFinding, setRow, windowCards } from '#lib/features/overview/shape-cards.ts';
import {
	shapeConcentration,
	shapeIntervals,
	shapeOrderCounts
} from '#lib/features/overview/shape-distributions.ts';
import { rangeText } from '#lib/features/shared/interval-bars.ts';
import { shapeTrend } from '#lib/features/overview/shape-trend.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const wording = { messages: messagesFor('en'), locale: 'en' as const, money: { scale: 2, currency: 'EUR' } };
const result = answers.overview();
const withScalars = (change: Partial<typeof result.scalars>) => ({
	...result,
	scalars: { ...result.scalars, ...change } as typeof result.scalars
});

describe('the finding of the overview', () => {
	test('says how far revenue rose, fell, or that it is level', () => {
		const rest = (currentRevenue: number) =>
			overviewFinding(withScalars({ currentRevenue, beforeRevenue: 1000, beforeComplete: 1 }), wording).rest;
		expect(rest(1250)).toContain('25.0% above');
		expect(rest(900)).toContain('10.0% below');
		expect(rest(1000)).toContain('level with');
	});

	test('compares nothing when the data do not reach back far enough', () => {
		const { rest } = overviewFinding(withScalars({ beforeComplete: 0 }), wording);
		expect(rest).toContain('do not reach back');
		expect(currentCards(withScalars({ beforeComplete: 0 }), wording).every((card) => !card.delta)).toBe(true);
	});
});

describe('headline cards', () => {
	test('name the set of customers behind them by its row', () => {
		const { set, customers } = result.tables.sets.columns;
		for (const card of [...currentCards(result, wording), ...windowCards(result, wording)]) {
			if (card.behind !== null) expect(set[card.behind.row]).toBe(card.behind.row);
		}
		const repeat = windowCards(result, wording).find((card) => card.id === 'repeat');
		expect(repeat?.sub).toContain(`${customers[setRow('repeat')]} of ${result.scalars.customers}`);
	});

	test('show prospects only where there are some', () => {
		expect(windowCards(result, wording).at(-1)?.value).toBe('3');
		const ids = windowCards(withScalars({ prospects: 0 }), wording).map((card) => card.id);
		expect(ids).not.toContain('prospects');
	});
});

describe('charts of the overview', () => {
	test('the trend and its table say the same, period by period', () => {
		const shape = shapeTrend(result, wording);
		expect(shape.points).toHaveLength(result.tables.trend.rows);
		expect(shape.table.rows).toHaveLength(result.tables.trend.rows);
		shape.points.forEach((point, row) => {
			expect(point.values[1]).toBe(result.tables.trend.columns.active[row]);
			expect(shape.table.rows[row]?.cells[3]).toBe(String(point.values[1]));
			expect(shape.table.rows[row]?.cells[0]?.endsWith('*')).toBe(point.incomplete);
		});
		expect(shape.points.at(-1)?.incomplete).toBe(true);
	});

	test('the strongest period is one that is over', () => {
		const { columns } = result.tables.trend;
		const revenue = columns.revenue.map((value, row) =>
			row === result.tables.trend.rows - 1 ? 1e12 : value
		);
		const swollen = {
			...result,
			tables: { ...result.tables, trend: { ...result.tables.trend, columns: { ...columns, revenue } } }
		};
		expect(shapeTrend(swollen, wording).finding).toBe(shapeTrend(result, wording).finding);
	});

	test('order counts and intervals keep the rows of their tables', () => {
		const counts = shapeOrderCounts(result, wording);
		expect(counts.bars.map((bar) => bar.value)).toEqual([...result.tables.orderCounts.columns.customers]);
		expect(counts.bars[0]?.label).toBe('1');
		const intervals = shapeIntervals(result, wording);
		expect(intervals.bars.map((bar) => bar.value)).toEqual([...result.tables.intervals.columns.customers]);
		expect(intervals.table.rows).toHaveLength(result.tables.intervals.rows);
	});

	test('the parts of the concentration make up all customers and all revenue', () => {
		const shape = shapeConcentration(result, wording);
		for (const row of shape.rows) {
			expect(row.parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 12);
		}
		expect(shape.sets.map((set) => set.row)).toEqual([
			setRow('top-tenth'),
			setRow('top-fifth'),
			setRow('eighty-percent'),
			setRow('customers')
		]);
	});

	test('the smaller set comes first when the top tenth brings more than 80 %', () => {
		const { sets } = result.tables;
		const customers = Uint32Array.from(sets.columns.customers);
		customers[setRow('top-tenth')] = 9;
		customers[setRow('eighty-percent')] = 2;
		const tight = {
			...result,
			tables: { ...result.tables, sets: { ...sets, columns: { ...sets.columns, customers } } }
		};
		const shape = shapeConcentration(tight, wording);
		expect(shape.sets[0]?.row).toBe(setRow('eighty-percent'));
		expect(shape.rows[0]?.parts.every((part) => part.share >= 0)).toBe(true);
	});

	test('a range without upper end is written with a plus', () => {
		expect([rangeText(1, 1), rangeText(6, 10), rangeText(21, -1)]).toEqual(['1', '6–10', '21+']);
	});
});
