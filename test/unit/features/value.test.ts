import { describe, expect, test } from 'vitest';
import { valueFinding } from '#lib/features/value/finding.ts';
import { shapeAlive, shapeConcentration, shapeDeciles, shapeTiers } from '#lib/features/value/shape-base.ts';
import { valueCards } from '#lib/features/value/shape-cards.ts';
import { shapeAgeCurve, shapeTriangle } from '#lib/features/value/shape-cohorts.ts';
import { shapeCalibration, shapeFit, shapeRivals } from '#lib/features/value/shape-trust.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const money = { scale: 2, currency: 'EUR' };
const wording = { messages: messagesFor('en'), locale: 'en' as const, money };
const chinese = { messages: messagesFor('zh-CN'), locale: 'zh-CN' as const, money };
const result = answers.value();

test('the test shop is predicted, so that every part has something to show', () => {
	expect(result.tables.deciles.rows).toBe(10);
	expect(result.tables.alive.rows).toBe(5);
	expect(result.tables.calibration.rows).toBe(8);
});

describe('the finding', () => {
	test('with a cost given, says by when it comes in', () => {
		const costed = answers.value({ acquisitionCost: 1 });
		const card = valueCards(costed, wording).find(({ id }) => id === 'payback');
		expect(card?.value).toBe('in the month of entry');
		const never = answers.value({ acquisitionCost: 1e12 });
		expect(valueCards(never, wording).find(({ id }) => id === 'payback')?.value).toBe('not yet');
	});

	test('names value so far, value to come and the verdict', () => {
		const { lead, rest } = valueFinding(result, wording);
		expect(lead).toMatch(
			/^Customers have brought €[\d.]+k; €[\d.]+k more is expected in the next 12 months\.$/
		);
		expect(rest).toContain('A fifth of the customers make');
		expect(rest).toMatch(/held out/);
		expect(valueFinding(result, chinese).lead).toContain('未来 12 个月');
	});

	test('says nothing of the future where nothing is predicted', () => {
		const scalars = { ...result.scalars, predictedValue: NaN, expectedBuyers: NaN, verdict: 0 };
		const { lead, rest } = valueFinding({ ...result, scalars }, wording);
		expect(lead).not.toContain('expected');
		expect(rest).not.toContain('held out');
		expect(valueCards({ ...result, scalars }, wording).map(({ id }) => id)).toEqual([
			'historic',
			'simple',
			'tierA'
		]);
	});
});

test('the bars of the tiers are customers, revenue and what is expected, each cut into the three tiers', () => {
	const { rows, table } = shapeTiers(result, wording);
	expect(rows.map(({ label }) => label)).toEqual(['Customers', 'Revenue', 'Expected']);
	for (const { parts } of rows) expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
	expect(table.rows.map(({ cells }) => cells[0])).toEqual(['A', 'B', 'C']);
	expect(table.rows[0]?.cells[1]).toBe(String(result.tables.tiers.columns.customers[0]));
});

test('the curve of concentration rises from nothing to all, over the band of equal shares', () => {
	const { points, rows } = shapeConcentration(result, wording);
	expect([points[0]?.value, points.at(-1)?.value]).toEqual([0, 1]);
	points.forEach(({ x, value, low }, i) => {
		expect(value).toBeGreaterThanOrEqual(low - 1e-12);
		expect(rows[i]).toBe(x);
		expect(result.tables.concentration.columns.part[rows[i]!]).toBeCloseTo(x / 100, 12);
	});
});

test('tenths and bands keep the rows of their tables', () => {
	const deciles = shapeDeciles(result, wording);
	expect(deciles.bars.map(({ value }) => value)).toEqual([...result.tables.deciles.columns.predicted]);
	expect(deciles.mark(0)).toBe('Tenth 1');
	const alive = shapeAlive(result, wording);
	expect(alive.bars.map(({ label }) => label)).toEqual(['0–20', '20–40', '40–60', '60–80', '80–100']);
	expect(alive.bars.map(({ value }) => value)).toEqual([...result.tables.alive.columns.customers]);
});

describe('the triangle', () => {
	test('has each row of its table in one cell, under its cohort and age', () => {
		const shape = shapeTriangle(result, wording);
		const seen = shape.cohorts.flatMap(({ cells }) => cells.map(({ index }) => index)).sort((a, b) => a - b);
		expect(seen).toEqual(Array.from({ length: result.tables.ltv.rows }, (_, row) => row));
		shape.cohorts.forEach(({ cells }) =>
			cells.forEach(({ index }, n) => expect(result.tables.ltv.columns.n[index]).toBe(n))
		);
	});

	test('writes large amounts in thousands, and says so', () => {
		const { ltv } = result.tables;
		const large = {
			...ltv,
			columns: { ...ltv.columns, perCustomer: ltv.columns.perCustomer.map((own) => own * 100) }
		};
		const shape = shapeTriangle({ ...result, tables: { ...result.tables, ltv: large } }, wording);
		expect(shape.unit).toBe('Per customer, in thousands');
		for (const cell of shape.cohorts.flatMap(({ cells }) => cells)) expect(cell.short.length).toBeLessThan(6);
		expect(shapeTriangle(result, wording).unit).toBe('Per customer');
	});
});

test('the curve by age is in whole units, and its finding rests on more than the oldest cohort', () => {
	const { points, finding } = shapeAgeCurve(result, wording);
	expect(points.map(({ x }) => x)).toEqual([...result.tables.curve.columns.n]);
	expect(points[0]?.value).toBeCloseTo(result.tables.curve.columns.perCustomer[0]! / 100, 12);
	expect(finding).toMatch(/by month 12\. Later points/);
});

test('the hold-out shows what came over what was expected, and every forecast in its table', () => {
	const shape = shapeCalibration(result, wording);
	const { actual, model } = result.tables.calibration.columns;
	expect(shape.points.map(({ values }) => values)).toEqual([...actual].map((own, row) => [own, model[row]]));
	expect(shape.points.at(-1)?.label).toBe('7+');
	expect(shape.table.columns).toHaveLength(7);
	expect(shapeRivals(result, chinese).rows.map(({ label }) => label)).toEqual([
		'模型',
		'重复上期',
		'平均速率',
		'同期群曲线'
	]);
});

test('the fitted parameters stand by name, v in whole money', () => {
	const { facts } = shapeFit(result, wording);
	const { parameter, value } = result.tables.parameters.columns;
	expect(facts.slice(0, 4).map(({ name }) => name)).toEqual(['r', 'alpha', 'a', 'b']);
	const v = value[parameter.indexOf(8)]! / 100;
	expect(Number(facts.find(({ name }) => name === 'v')?.value.replaceAll(',', ''))).toBeCloseTo(v, 3);
});

describe('the errors of the forecasts', () => {
	test('stand with their intervals, and the verdict says whether its difference may be chance', () => {
		const { rows, table, finding } = shapeRivals(result, wording);
		const { rmse, rmseLow, rmseHigh } = result.tables.rivals.columns;
		rows.forEach(({ low, value, high }, row) => {
			expect([low, value, high]).toEqual([rmseLow[row], rmse[row], rmseHigh[row]]);
			expect(low).toBeLessThan(high);
		});
		expect(table.columns.map(({ label }) => label).filter((label) => label === '95% interval')).toHaveLength(
			2
		);
		expect(finding).toContain(result.scalars.verdict === 2 ? 'takes in zero' : 'does not reach zero');
		expect(shapeRivals(result, chinese).finding).toContain(result.scalars.verdict === 2 ? '含零' : '不含零');
	});

	test('of a version that did not know them, say nothing of chance', () => {
		const scalars = { ...result.scalars, holdoutRival: NaN, holdoutDifferenceLow: NaN };
		const { finding } = shapeRivals({ ...result, scalars }, wording);
		expect(finding).toMatch(/held out/);
		expect(finding).not.toMatch(/zero/);
	});

	test('the curve says how sure its figures are', () => {
		const { finding } = shapeConcentration(result, wording);
		expect(finding).toMatch(/95% intervals: first tenth [\d.]+–[\d.]+%, first fifth [\d.]+–[\d.]+%; Gini/);
		const scalars = { ...result.scalars, giniLow: NaN };
		expect(shapeConcentration({ ...result, scalars }, wording).finding).not.toContain('95%');
	});
});
