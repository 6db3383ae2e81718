import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { churn } from '#lib/core/methods/churn/method.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import {
	bracketPresets,
	bracketText,
	longestBracket,
	mostBrackets,
	parseBrackets,
	presetOf
} from '#lib/features/retention/bracket-text.ts';
import { retentionFinding } from '#lib/features/retention/finding.ts';
import { lengthsOf } from '#lib/features/retention/lengths.ts';
import { shapeBracketCells, shapeBrackets } from '#lib/features/retention/shape-brackets.ts';
import { shapeCurve } from '#lib/features/retention/shape-curve.ts';
import { shapeEach } from '#lib/features/retention/shape-each.ts';
import { shapeNewest } from '#lib/features/retention/shape-newest.ts';
import {
	churnWindow,
	rhythmCards,
	shapeIntervals,
	shapeStickiness
} from '#lib/features/retention/shape-rhythm.ts';
import { shapeTriangle } from '#lib/features/retention/shape-triangle.ts';
import { unitAfter } from '#lib/features/retention/wording.ts';
import { formatMoney, formatShare } from '#lib/i18n/format.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const money = { scale: 2, currency: 'GBP' };
const wording = { messages: messagesFor('en'), locale: 'en' as const, money };
const chinese = { messages: messagesFor('zh-CN'), locale: 'zh-CN' as const, money };

describe.each(['on', 'on-or-after'] as const)('the triangle, return %s', (measure) => {
	const result = answers.retention({ measure });
	const shape = shapeTriangle(result, 'customers', wording);

	test('has each row of the matrix in one cell, under its cohort and period', () => {
		const { cohort, n, active, base, incomplete } = result.tables.matrix.columns;
		const seen: number[] = [];
		shape.cohorts.forEach((row, at) => {
			row.cells.forEach((cell, period) => {
				seen.push(cell.index);
				expect(cohort[cell.index]).toBe(result.tables.cohorts.columns.cohort[at]);
				expect(n[cell.index]).toBe(period);
				expect(cell.lines[1]).toContain(`${active[cell.index]} of ${base[cell.index]}`);
				expect(cell.incomplete).toBe(incomplete[cell.index] === 1);
				expect(shape.table.rows[cell.index]?.cells[4]?.endsWith('*')).toBe(cell.incomplete);
			});
		});
		expect(seen.sort((a, b) => a - b)).toEqual(
			Array.from({ length: result.tables.matrix.rows }, (_, row) => row)
		);
	});

	test('keeps the period of entry out of the colour scale', () => {
		for (const row of shape.cohorts) {
			expect(row.cells[0]?.step).toBe(0);
			for (const cell of row.cells.slice(1)) expect(cell.step).toBeGreaterThan(0);
		}
	});
});

describe('the curve', () => {
	const result = answers.retention();
	const shape = shapeCurve(result, 'customers', wording);

	test('draws every period but the first, whose table row stays', () => {
		expect(shape.table.rows).toHaveLength(result.tables.curve.rows);
		expect(shape.points).toHaveLength(result.tables.curve.rows - 1);
		expect(shape.rows.map((row) => result.tables.curve.columns.n[row])).toEqual(
			shape.points.map((point) => point.x)
		);
	});

	test('lies inside its interval', () => {
		for (const { low, value, high } of shape.points) {
			expect(low).toBeLessThanOrEqual(value);
			expect(high).toBeGreaterThanOrEqual(value);
		}
	});
});

describe('the finding of retention', () => {
	test('agrees in number with its unit', () => {
		expect(unitAfter(1, 'month', wording)).toBe('month');
		expect(unitAfter(6, 'week', wording)).toBe('weeks');
		expect(unitAfter(6, 'month', chinese)).toBe('个月');
	});

	test('gives the first return, and says what "or after" means', () => {
		const on = answers.retention();
		expect(retentionFinding(on, wording).lead).toMatch(/^[\d.]+% of customers are back 1 month after/);
		expect(retentionFinding(answers.retention({ measure: 'on-or-after' }), wording).lead).toMatch(
			/or later\.$/
		);
		expect(retentionFinding(on, chinese).lead).toContain('第 1 个月');
	});

	test('says so when no cohort has been watched for a whole period', () => {
		const result = answers.retention({ unit: 'quarter' });
		const { curve } = result.tables;
		const short = {
			...result,
			tables: {
				...result.tables,
				curve: {
					...curve,
					rows: 1,
					columns: { ...curve.columns, n: curve.columns.n.slice(0, 1), rate: curve.columns.rate.slice(0, 1) }
				}
			}
		};
		expect(retentionFinding(short, wording).lead).toContain('No cohort has been watched');
	});
});

test('what a change of unit starts with is among what is offered', () => {
	for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const) {
		expect(lengthsOf(unit).choices).toContain(lengthsOf(unit).usual);
		expect(answers.retention({ unit, maxPeriods: lengthsOf(unit).usual }).status).toBe('ok');
	}
});

describe('money kept', () => {
	const result = answers.retention();
	const triangle = shapeTriangle(result, 'money', wording);
	const curve = shapeCurve(result, 'money', wording);

	test('stands in the same cells as the customers, with the sums that it is made of', () => {
		const customers = shapeTriangle(result, 'customers', wording);
		const indices = (shape: typeof triangle) =>
			shape.cohorts.map(({ cells }) => cells.map(({ index }) => index));
		expect(indices(triangle)).toEqual(indices(customers));
		const cell = triangle.cohorts[1]?.cells[1];
		const row = cell?.index ?? 0;
		const { money: kept, moneyBase } = result.tables.matrix.columns;
		expect(cell?.text).toBe(formatShare((kept[row] ?? 0) / (moneyBase[row] ?? 1), 'en'));
		expect(triangle.table.rows[row]?.cells[2]).toBe(formatMoney(moneyBase[row] ?? 0, 'en', money));
	});

	test('has a curve without an interval', () => {
		expect(curve.points.length).toBeGreaterThan(3);
		expect(curve.points.every(({ low, high }) => Number.isNaN(low) && Number.isNaN(high))).toBe(true);
		expect(curve.table.columns).toHaveLength(5);
		for (const { cells } of curve.table.rows) expect(cells).toHaveLength(5);
	});
});

describe('brackets', () => {
	const result = answers.retention({
		brackets: [
			[1, 30],
			[31, 90],
			[2000, 2001]
		]
	});
	const shape = shapeBrackets(result, wording);

	test('leave those that nobody reached out of the picture, and keep them in the table', () => {
		expect(shape.behind).toEqual([0, 1]);
		expect(shape.table.rows).toHaveLength(3);
		expect(shape.mark(1)).toBe('days 31–90');
		expect(shapeBrackets(result, chinese).mark(1)).toBe('第 31–90 天');
	});

	test('by cohort have each row in one cell, under its cohort and bracket', () => {
		const { cohorts } = shapeBracketCells(result, shape, wording);
		const { bracket } = result.tables.bracketCells.columns;
		for (const row of cohorts) row.cells.forEach((cell, at) => expect(bracket[cell.index]).toBe(at));
		expect(cohorts.flatMap(({ cells }) => cells)).toHaveLength(result.tables.bracketCells.rows);
	});

	test('are offered as the method takes them', () => {
		for (const preset of Object.values(bracketPresets)) {
			expect(v.safeParse(retention.params, preset).success).toBe(true);
			expect(parseBrackets(bracketText(preset.brackets))).toEqual({ brackets: preset.brackets });
		}
		expect(presetOf(answers.retention().params)).toBe('year');
	});

	test('that cannot be read are refused with what is wrong, as the method would', () => {
		const faults: readonly [string, string][] = [
			['', 'empty'],
			['1-3, x', 'syntax'],
			['0-3', 'range'],
			['5-3', 'range'],
			['1-3651', 'range'],
			['1-3, 2-9', 'order'],
			[Array.from({ length: 13 }, (_, i) => i + 1).join(), 'many']
		];
		for (const [text, code] of faults) expect(parseBrackets(text)).toMatchObject({ fault: { code } });
		expect(parseBrackets(Array.from({ length: mostBrackets }, (_, i) => i + 1).join())).toHaveProperty(
			'brackets'
		);
		expect(v.safeParse(retention.params, { brackets: [[1, longestBracket]] }).success).toBe(true);
		expect(v.safeParse(retention.params, { brackets: [[1, longestBracket + 1]] }).success).toBe(false);
	});
});

describe('repeat rate and rhythm', () => {
	const result = answers.retention();

	test('cards open the people behind them', () => {
		const cards = rhythmCards(result, wording);
		expect(cards.map(({ id }) => id)).toEqual(['repeat', 'once', 'median', 'late']);
		expect(cards[0]?.value).toBe(formatShare(result.scalars.repeatRate, 'en'));
		expect(cards.slice(0, 2).map(({ behind }) => behind?.row)).toEqual([0, 1]);
	});

	test('nobody in the window: no cards', () => {
		expect(rhythmCards({ ...result, scalars: { ...result.scalars, buyers: 0 } }, wording)).toEqual([]);
	});

	test('stickiness names exactly and at least', () => {
		const [exactly, atLeast] = (['exactly', 'atLeast'] as const).map((kind) =>
			shapeStickiness(result, kind, wording)
		);
		expect(exactly?.mark(1)).toBe('Active in exactly 2 months');
		expect(atLeast?.mark(0)).toBe('Active in at least 1 month');
		expect(atLeast?.bars[0]?.value).toBe(1);
		expect(shapeStickiness(result, 'exactly', chinese).mark(1)).toBe('恰好在 2 个月中下单');
	});

	test('the churn window is one that churn takes', () => {
		const window = churnWindow(result.scalars);
		expect(v.safeParse(churn.params, { window: 'days', ...window }).success).toBe(true);
		expect(shapeIntervals(result, wording).bars).toHaveLength(result.tables.intervals.rows);
	});
});

describe('cohort by cohort', () => {
	test('each cohort with a complete period has a curve of its own rows, the newest first', () => {
		const result = answers.retention();
		const { cohort, n, incomplete } = result.tables.matrix.columns;
		const { curves, reference } = shapeEach(result, 'customers', String, wording);
		expect(curves.length).toBeGreaterThan(5);
		expect(curves.map((curve) => curve.cohort)).toEqual(
			[...curves].map((curve) => curve.cohort).sort((a, b) => b - a)
		);
		for (const curve of curves) {
			for (const row of curve.rows) {
				expect([cohort[row], incomplete[row]]).toEqual([curve.cohort, 0]);
			}
			expect(curve.points.map(({ x }) => x)).toEqual(curve.rows.map((row) => n[row]));
		}
		expect(reference.map(({ x }) => x)).not.toContain(0);
	});

	test('the newest against the rest is said with its test, and “or after” says why not', () => {
		const newest = shapeNewest(answers.retention(), wording);
		expect(newest.lines[0]?.lead).toMatch(/^Month 1: 20\d\d-\d\d is at /);
		expect(newest.lines[0]?.verdict).toMatch(/95%: .+ to .+; p [=<] 0\.\d+/);
		const after = shapeNewest(answers.retention({ measure: 'on-or-after' }), wording);
		expect([after.lines.length, after.finding]).toEqual([
			0,
			wording.messages.retention.newest.findingAfter()
		]);
	});
});
