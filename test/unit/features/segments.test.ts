import { describe, expect, test } from 'vitest';
import { segmentsFinding } from '#lib/features/segments/finding.ts';
import {
	ascends,
	cutsInUse,
	resizeEdges,
	withBinning,
	withBins
} from '#lib/features/segments/rfm-choices.ts';
import { Measure, scoreRanges, writeRange } from '#lib/features/segments/score-ranges.ts';
import { shapeCuts } from '#lib/features/segments/shape-cuts.ts';
import { shapeSegments, shapeTypes } from '#lib/features/segments/shape-groups.ts';
import { shapeMatrix } from '#lib/features/segments/shape-matrix.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const wording = { messages: messagesFor('en'), locale: 'en' as const, money: { scale: 2, currency: 'EUR' } };
const chinese = { ...wording, messages: messagesFor('zh-CN'), locale: 'zh-CN' as const };
const result = answers.rfm();

describe('the matrix', () => {
	test.each([3, 5, 7])('with %i scores has every cell at the row of its table', (bins) => {
		const answer = answers.rfm({ bins });
		const shape = shapeMatrix(answer, wording);
		const { r, column, customers } = answer.tables.matrix.columns;
		shape.cells.forEach((cells, row) => {
			cells.forEach((cell, at) => {
				const index = row * bins + at;
				expect(cell.lines[0]).toBe(`R${r[index]} × F${column[index]}`);
				expect(cell.text).toBe(String(customers[index]));
				expect(shape.table.rows[index]?.cells[2]).toBe(cell.text);
				expect(shape.rows[row]?.label).toBe(`R${r[index]}`);
				expect(shape.columns[at]?.label).toBe(`F${column[index]}`);
			});
		});
		expect(customers.reduce((sum, n) => sum + n, 0)).toBe(answer.n);
	});

	test('gives the deepest colour to the cell with most revenue, and says where nobody is', () => {
		const shape = shapeMatrix(result, wording);
		const { revenue } = result.tables.matrix.columns;
		const best = revenue.indexOf(Math.max(...revenue));
		expect(shape.cells.flat()[best]?.step).toBe(8);
		const fine = answers.rfm({ bins: 10 });
		const empty = fine.tables.matrix.columns.customers.indexOf(0);
		expect(shapeMatrix(fine, wording).cells.flat()[empty]?.lines).toContain('No customers');
	});

	test('names its columns by both scores when they are joined', () => {
		expect(shapeMatrix(answers.rfm({ matrix: 'rfm' }), wording).columns[4]?.label).toBe('FM5');
	});

	test('says whether those who bought once share a score', () => {
		expect(shapeMatrix(result, wording).footnote).toMatch(/bought once: all in F1$/);
		// Equal groups of a shop where many bought once split them.
		const ntile = answers.rfm({ binning: 'ntile', bins: 10 });
		expect(shapeMatrix(ntile, chinese).footnote).toContain('分散在');
	});
});

describe('ranges of scores', () => {
	test('are written with an open end on the far side alone', () => {
		const [worst] = scoreRanges(result, Measure.R);
		const best = scoreRanges(result, Measure.F).at(-1);
		expect(worst && writeRange(worst, 5, wording)).toMatch(/^\d+ \+$/);
		expect(best && writeRange(best, 5, wording)).toMatch(/^\d+( \+)?$/);
		const nobody = { measure: Measure.F, score: 2, from: NaN, to: NaN, customers: 0, split: 0, row: 0 };
		expect(writeRange(nobody, 5, wording)).toBe('');
	});

	test('lead back to their row in the table of cuts', () => {
		const shape = shapeCuts(result, wording);
		for (const measure of shape.measures) {
			measure.bars.forEach((bar, index) => expect(shape.mark(measure.rows[index] ?? -1)).toBe(bar.label));
		}
		expect(shape.measures.flatMap((measure) => measure.rows).sort((a, b) => a - b)).toEqual(
			Array.from({ length: 15 }, (_, row) => row)
		);
	});

	test('speak of ties only where equal values are split', () => {
		expect(shapeCuts(result, wording).measures.map((measure) => measure.ties)).toEqual(['', '', '']);
		const ntile = shapeCuts(answers.rfm({ binning: 'ntile' }), wording);
		expect(ntile.measures.some((measure) => measure.ties.includes('another score'))).toBe(true);
	});
});

describe('segments and value types', () => {
	test('keep the order and the numbers of their tables', () => {
		const segments = shapeSegments(result, wording);
		expect(segments.groups).toHaveLength(11);
		expect(segments.bars.map((bar) => bar.value)).toEqual([...result.tables.segments.columns.revenueShare]);
		expect(shapeTypes(result, wording).groups.map((group) => group.id)).toEqual([
			'hhh',
			'hlh',
			'lhh',
			'llh',
			'hhl',
			'hll',
			'lhl',
			'lll'
		]);
	});

	test('the finding names the segment that carries most, and the quiet ones', () => {
		const { lead, rest } = segmentsFinding(result, wording);
		const { revenueShare } = result.tables.segments.columns;
		const names = shapeSegments(result, wording).groups.map((group) => group.name);
		expect(lead).toContain(names[revenueShare.indexOf(Math.max(...revenueShare))]);
		expect(rest).toMatch(/gone quiet/);
		expect(segmentsFinding(result, chinese).rest).toMatch(/沉寂/);
	});

	test('without segments the finding speaks of value types', () => {
		expect(segmentsFinding(answers.rfm({ bins: 4 }), wording).lead).toContain('high value in all three');
	});
});

describe('choices of scoring', () => {
	test('fixed cuts start from the edges in use and change no score', () => {
		const fixed = answers.rfm(withBinning(result, 'fixed'));
		expect([...fixed.tables.matrix.columns.customers]).toEqual([...result.tables.matrix.columns.customers]);
		expect([...fixed.tables.segments.columns.customers]).toEqual([
			...result.tables.segments.columns.customers
		]);
	});

	test.each(['ntile', 'nested', 'mean'] as const)(
		'fixed cuts can start from %s, which has no global edges or other bins',
		(binning) => {
			const answer = answers.rfm({ binning });
			const cuts = cutsInUse(answer);
			expect(Object.values(cuts).every(ascends)).toBe(true);
			const fixed = answers.rfm({ ...answer.params, ...withBinning(answer, 'fixed') });
			expect(fixed.params.cuts?.frequency).toHaveLength(answer.params.bins - 1);
		}
	);

	test('another number of scores resizes fixed cuts and never asks for a score that is not there', () => {
		const fixed = answers.rfm({ ...withBinning(result, 'fixed'), high: 'score', highScore: 5 });
		const change = withBins(fixed, 3);
		expect(change.cuts?.recency).toHaveLength(2);
		expect(change.highScore).toBe(3);
		expect(answers.rfm({ ...fixed.params, ...change }).scalars.bins).toBe(3);
		const mean = withBinning(answers.rfm({ high: 'score', highScore: 4 }), 'mean');
		expect(answers.rfm({ high: 'score', highScore: 4, ...mean }).scalars.bins).toBe(2);
	});

	test('edges keep their ends when there are more or fewer of them', () => {
		expect(resizeEdges([10, 20, 30, 40], 2)).toEqual([10, 40]);
		expect(resizeEdges([10, 40], 4)).toEqual([10, 20, 30, 40]);
		expect(resizeEdges([], 2)).toEqual([0, 0]);
	});
});
