import { describe, expect, test } from 'vitest';
import { retentionFinding } from '#lib/features/retention/finding.ts';
import { lengthsOf } from '#lib/features/retention/lengths.ts';
import { shapeCurve } from '#lib/features/retention/shape-curve.ts';
import { shapeTriangle } from '#lib/features/retention/shape-triangle.ts';
import { unitAfter } from '#lib/features/retention/wording.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const wording = { messages: messagesFor('en'), locale: 'en' as const };
const chinese = { messages: messagesFor('zh-CN'), locale: 'zh-CN' as const };

describe.each(['on', 'on-or-after'] as const)('the triangle, return %s', (measure) => {
	const result = answers.retention({ measure });
	const shape = shapeTriangle(result, wording);

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
	const shape = shapeCurve(result, wording);

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
	for (const unit of ['day', 'week', 'month', 'quarter'] as const) {
		expect(lengthsOf(unit).choices).toContain(lengthsOf(unit).usual);
		expect(answers.retention({ unit, maxPeriods: lengthsOf(unit).usual }).status).toBe('ok');
	}
});
