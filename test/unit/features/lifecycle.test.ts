import { describe, expect, test } from 'vitest';
import { growthStates, stageIds } from '#lib/api/index.ts';
import {
	addRule,
	changeCondition,
	moveRule,
	removeRule,
	replaceRule
} from '#lib/features/lifecycle/edit-rules.ts';
import { lifecycleFinding } from '#lib/features/lifecycle/finding.ts';
import { ruleWords } from '#lib/features/lifecycle/rule-words.ts';
import { shapeFunnel } from '#lib/features/lifecycle/shape-funnel.ts';
import { memberRow, pieceOfRow, shapeGrowth } from '#lib/features/lifecycle/shape-growth.ts';
import { shapeStages } from '#lib/features/lifecycle/shape-stages.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const wording = { messages: messagesFor('en'), locale: 'en' as const, money: { scale: 2, currency: 'EUR' } };
const chinese = { ...wording, messages: messagesFor('zh-CN'), locale: 'zh-CN' as const };
const result = answers.lifecycle();
const { rules } = result.params;

describe('stages', () => {
	test('fill both bars, and each has its rule in words', () => {
		const shape = shapeStages(result, wording);
		for (const row of shape.rows) {
			expect(row.parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 12);
		}
		expect(shape.stages.map((stage) => stage.id)).toEqual([...stageIds]);
		expect(shape.table.rows.map((row) => row.cells.at(-1))).toContain('everyone else');
	});

	test('a stage with two rules shows both, one without rule none', () => {
		const twice = answers.lifecycle({
			rules: [
				{ stage: 'lost', when: [{ measure: 'daysSinceLast', is: '>', value: 90 }] },
				{ stage: 'lost', when: [{ measure: 'orders', is: '=', value: 0 }] },
				{ stage: 'mature', when: [] }
			]
		});
		const cells = shapeStages(twice, wording).table.rows.map((row) => row.cells.at(-1));
		expect(cells[stageIds.indexOf('lost')]).toBe('last order more than 90 days ago / no valid order');
		expect(cells[stageIds.indexOf('new')]).toBe('');
	});
});

describe('rules in words', () => {
	const scalars = { gapP40: 20, gapP80: 70.5 };

	test('a percentile says what it comes to today where that is known', () => {
		const rule = (percentile: number) => ({
			stage: 'lost' as const,
			when: [{ measure: 'daysSinceLast' as const, is: '>' as const, value: { percentile } }]
		});
		expect(ruleWords(rule(80), scalars, wording)).toBe('last order more than 70.5 days (p80 of gaps) ago');
		expect(ruleWords(rule(90), scalars, wording)).toBe('last order more than p90 of gaps ago');
		expect(ruleWords(rule(80), scalars, chinese)).toBe('距末次下单超过 70.5 天（购买间隔 p80）');
	});

	test('conditions are joined, and none means everyone else', () => {
		const both = {
			stage: 'new' as const,
			when: [
				{ measure: 'orders' as const, is: '=' as const, value: 1 },
				{ measure: 'daysSinceLast' as const, is: '<=' as const, value: 30 }
			]
		};
		expect(ruleWords(both, scalars, wording)).toBe('exactly one order and last order at most 30 days ago');
		expect(ruleWords({ stage: 'mature', when: [] }, scalars, chinese)).toBe('其余客户');
	});
});

describe('changing rules', () => {
	test('leaves the given rules as they are', () => {
		const before = structuredClone(rules);
		addRule(rules, 'declining');
		moveRule(rules, 1, -1);
		removeRule(rules, 0);
		replaceRule(rules, 0, { stage: 'new', when: [] });
		expect(rules).toEqual(before);
	});

	test('never gives a condition to the last rule, whatever is moved, added or removed', () => {
		const last = rules.length - 1;
		for (const changed of [
			addRule(rules, 'declining'),
			moveRule(rules, last, -1),
			moveRule(rules, last - 1, 1),
			removeRule(rules, last)
		]) {
			expect(changed.at(-1)?.when).toEqual([]);
			expect(answers.lifecycle({ rules: changed }).status).toBe('ok');
		}
	});

	test('a condition on orders loses its percentile', () => {
		const changed = changeCondition(
			{ measure: 'previousGap', is: '>', value: { percentile: 80 } },
			{ measure: 'orders' }
		);
		expect(typeof changed.value).toBe('number');
	});
});

describe('growth', () => {
	test('each piece leads to its row among the members', () => {
		const { growthMembers, growth } = result.tables;
		const shape = shapeGrowth(result, wording);
		shape.periods.forEach((period, index) => {
			for (const state of growthStates) {
				const row = memberRow(index, state);
				expect(growthMembers.columns.period[row]).toBe(growth.columns.period[index]);
				expect(growthMembers.columns.state[row]).toBe(growthStates.indexOf(state));
				expect(growthMembers.columns.customers[row]).toBe(period[state]);
				expect(pieceOfRow(row)).toEqual({ index, state });
			}
		});
		expect(pieceOfRow(null)).toBeNull();
	});

	test('the table has the numbers of the columns, and the finding is of a period that is over', () => {
		const shape = shapeGrowth(result, wording);
		shape.table.rows.forEach((row, index) => {
			expect(row.cells[2]).toBe(String(shape.periods[index]?.new));
			expect(row.cells[5]).toBe(String(shape.periods[index]?.dormant));
		});
		const open = shape.periods.findLastIndex((period) => !period.incomplete);
		expect(shape.finding).toContain(shape.periods[open]?.label);
	});
});

describe('funnel and finding', () => {
	test('steps keep the rows of the table; side steps stand apart', () => {
		const shape = shapeFunnel(result, wording);
		expect(shape.steps.map((step) => step.value)).toEqual([...result.tables.funnel.columns.customers]);
		expect(shape.steps.map((step) => step.aside)).toEqual([false, false, false, false, true, true]);
		expect(shape.table.rows[3]?.cells[0]).toBe('5 orders');
		expect(shape.steps[1]?.conversion).toContain('went on');
	});

	test('the first step says nothing where nobody is known without an order', () => {
		const { columns } = result.tables.funnel;
		const stopped = Uint32Array.from(columns.stopped);
		stopped[1] = 0;
		const all = {
			...result,
			tables: { ...result.tables, funnel: { ...result.tables.funnel, columns: { ...columns, stopped } } }
		};
		expect(shapeFunnel(all, wording).steps[1]).toMatchObject({ conversion: '', note: '', extra: '' });
	});

	test('the finding says whether more come than go', () => {
		const withPulse = (pulse: number) => ({ ...result, scalars: { ...result.scalars, pulse } });
		expect(lifecycleFinding(withPulse(1.2), wording).rest).toContain('grows');
		expect(lifecycleFinding(withPulse(0.8), chinese).rest).toContain('减少');
		expect(lifecycleFinding(withPulse(NaN), wording).rest).not.toContain('base');
	});
});
