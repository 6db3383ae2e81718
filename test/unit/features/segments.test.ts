import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { rfmParams } from '#lib/core/methods/rfm/params.ts';
import { partitionOf } from '#lib/core/methods/rfm/segment-rules.ts';
import { startRules } from '#lib/features/segments/edit-segments.ts';
import { segmentsFinding } from '#lib/features/segments/finding.ts';
import {
	ascends,
	cutsInUse,
	resizeEdges,
	withBinning,
	withBins
} from '#lib/features/segments/rfm-choices.ts';
import { Measure, scoreRanges, writeRange } from '#lib/features/segments/score-ranges.ts';
import { shapeFaults } from '#lib/features/segments/shape-checks.ts';
import { shapeCuts } from '#lib/features/segments/shape-cuts.ts';
import { shapeSegments, shapeTypes } from '#lib/features/segments/shape-groups.ts';
import { shapeRanks } from '#lib/features/segments/shape-ranks.ts';
import { shapeMatrix } from '#lib/features/segments/shape-matrix.ts';
import { shapeSensitivity } from '#lib/features/segments/shape-sensitivity.ts';
import { spokenOf } from '#lib/features/segments/wording.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const wording = { messages: messagesFor('en'), locale: 'en' as const, money: { scale: 2, currency: 'EUR' } };
const chinese = { ...wording, messages: messagesFor('zh-CN'), locale: 'zh-CN' as const };
const result = answers.rfm();
const spoken = spokenOf(result, wording);

describe('own segments', () => {
	test.each([2, 3, 4, 5, 6, 7, 8, 9, 10])('start with rules that cover %i scores exactly once', (bins) => {
		const { gaps, overlaps } = partitionOf(startRules(bins), bins);
		expect([gaps, overlaps]).toEqual([[], []]);
	});

	test('are listed by name, known ones in the language of the reader, and those left over last', () => {
		const rules = [
			{ segment: 'Friends', recency: [5, 5], frequency: [1, 5], monetary: [1, 5] },
			{ segment: 'lost', recency: [1, 3], frequency: [1, 5], monetary: [1, 5] }
		];
		const own = answers.rfm({ rules });
		expect(shapeSegments(own, wording).groups.map(({ name }) => name)).toEqual([
			'Friends',
			'Lost',
			'No rule fits'
		]);
		expect(shapeSegments(own, chinese).groups[1]?.name).toBe('已流失');
		expect(segmentsFinding(own, wording).lead).toMatch(/Friends|Lost|No rule fits/);
		const [fault] = shapeFaults(own, wording);
		expect(fault?.text).toMatch(/^25 codes in no segment/);
		expect(fault?.codes).toHaveLength(12);
		expect(fault?.more).toBe(13);
	});

	test('say which two claim the same codes', () => {
		const rules = [
			{ segment: 'all', recency: [1, 5], frequency: [1, 5], monetary: [1, 5] },
			{ segment: 'champions', recency: [5, 5], frequency: [5, 5], monetary: [5, 5] }
		];
		const faults = shapeFaults(answers.rfm({ rules }), wording);
		expect(faults).toHaveLength(1);
		expect(faults[0]?.text).toContain('all and Champions both claim 1 code ');
	});

	test('never name a score that another rule of scoring does not have', () => {
		const own = answers.rfm({ rules: startRules(5) });
		for (const change of [withBins(own, 3), withBinning(own, 'mean'), withBins(own, 10)]) {
			expect(v.safeParse(rfmParams, { ...own.params, ...change }).success).toBe(true);
		}
	});
});

describe('the firmness of segments', () => {
	test.each(['recency', 'frequency', 'monetary', 'window'] as const)(
		'is drawn cell by cell from its table: %s',
		(sensitivity) => {
			const own = answers.rfm({ sensitivity });
			const shape = shapeSensitivity(own, wording);
			const { columns } = own.tables.sensitivity;
			shape.cells.forEach((cells, segment) => {
				cells.forEach((cell, shift) => {
					const row = shape.rowOf(segment, shift);
					expect(columns.segment[row]).toBe(segment);
					expect(columns.shift[row]).toBe(own.tables.shifts.columns.shift[shift]);
					expect(cell.lines[0]).toBe(shape.mark(row));
					const size = String(
						Math.abs((columns.shift[row] === 0 ? columns.customers : columns.customersChange)[row] ?? NaN)
					);
					expect(cell.text).toMatch(new RegExp(`^[+−]?${size}$`));
				});
			});
			expect(shape.table.rows).toHaveLength(own.tables.sensitivity.rows);
			expect(shape.finding).toMatch(
				/^At [+−]\d+%?, \d+ customers? \([\d.]+%\) (is|are) in another segment; most at /
			);
		}
	);

	test('is not asked of rules without cuts', () => {
		const own = answers.rfm({ sensitivity: 'recency', binning: 'nested' });
		expect(own.tables.sensitivity.rows).toBe(0);
		expect(shapeSensitivity(own, chinese).cells).toEqual([]);
	});
});

describe('the composite score', () => {
	test('says who moved, and lists every code at the row of its table', () => {
		const own = answers.rfm({ weights: { recency: 9, frequency: 1, monetary: 0 } });
		const shape = shapeRanks(own, wording);
		expect(shape.finding).toMatch(/^Against equal weights \d+ customers? enters? the first fifth/);
		expect(shape.table.rows).toHaveLength(own.tables.ranks.rows);
		expect(shape.bars[0]?.label).toBe(shape.mark(0));
		const moves = shape.table.rows.map((row) => row.cells[6] ?? '');
		expect(moves.some((text) => text.startsWith('▲'))).toBe(true);
		expect(moves.every((text) => /^(=|[▲▼] [\d.,]+)$/.test(text))).toBe(true);
		expect(shapeRanks(result, chinese).table.rows[0]?.cells[6]).toBe('=');
	});
});

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
		expect(worst && writeRange(worst, 5, spoken)).toMatch(/^\d+ \+$/);
		expect(best && writeRange(best, 5, spoken)).toMatch(/^\d+( \+)?$/);
		const nobody = { measure: Measure.F, score: 2, from: NaN, to: NaN, customers: 0, split: 0, row: 0 };
		expect(writeRange(nobody, 5, spoken)).toBe('');
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
		const { revenue, customers } = result.tables.segments.columns;
		expect(segments.bars.revenue.map((bar) => bar.value)).toEqual([...revenue]);
		expect(segments.bars.customers.map((bar) => bar.value)).toEqual([...customers]);
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
