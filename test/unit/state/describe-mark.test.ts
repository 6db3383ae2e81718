import { describe, expect, it } from 'vitest';
import type { Analysis, Table } from '#lib/api/index.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { describeMark } from '#lib/state/describe-mark.ts';

const t = messagesFor('en');
const zh = messagesFor('zh-CN');

const analysisOf = (tables: Record<string, Table>) =>
	({ result: { tables }, provenance: '' }) as unknown as Analysis;

describe('a mark that an address names', () => {
	it('of the matrix is called by its scores', () => {
		const analysis = analysisOf({
			matrix: {
				rows: 2,
				columns: { r: Uint8Array.of(5, 2), column: Uint8Array.of(1, 5) },
				types: { r: 'number', column: 'number' }
			}
		});
		expect(describeMark({ method: 'rfm', table: 'matrix', row: 1 }, analysis, t)).toBe('R2 × F5');
	});

	it('of value by age is called by the age in its unit', () => {
		const curve = { rows: 2, columns: { n: Uint32Array.of(0, 1) }, types: { n: 'number' } } as const;
		const analysis = {
			result: { tables: { curve }, params: { unit: 'quarter' } },
			provenance: ''
		} as unknown as Analysis;
		const mark = { method: 'value', table: 'curve', row: 1 } as const;
		expect([describeMark(mark, analysis, t), describeMark(mark, analysis, zh)]).toEqual([
			'Quarter 1',
			'第 1 季'
		]);
	});

	it('of a code is called by the word for it, in the language of the page', () => {
		const analysis = analysisOf({
			segments: {
				rows: 8,
				columns: { segment: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7) },
				types: { segment: 'code' }
			},
			sets: { rows: 1, columns: { set: Uint8Array.of(3) }, types: { set: 'code' } }
		});
		const segment = { method: 'rfm', table: 'segments', row: 7 } as const;
		expect(describeMark(segment, analysis, t)).toBe('At Risk');
		expect(describeMark(segment, analysis, zh)).toBe('有流失风险');
		expect(describeMark({ method: 'overview', table: 'sets', row: 0 }, analysis, t)).toBe(
			'Customers who bought once'
		);
	});

	it('of a period or a range is called by its day and its ends', () => {
		const analysis = analysisOf({
			matrix: {
				rows: 1,
				columns: { cohort: Int32Array.of(15_309), n: Uint32Array.of(4), rate: Float64Array.of(0.5) },
				types: { cohort: 'day', n: 'number', rate: 'share' }
			},
			orderCounts: {
				rows: 3,
				columns: { from: Int32Array.of(1, 6, 21), to: Int32Array.of(1, 10, -1) },
				types: { from: 'number', to: 'number' }
			}
		});
		expect(describeMark({ method: 'retention', table: 'matrix', row: 0 }, analysis, t)).toBe(
			'2011-12-01 · 4'
		);
		const range = (row: number) =>
			describeMark({ method: 'overview', table: 'orderCounts', row }, analysis, t);
		expect([range(0), range(1), range(2)]).toEqual(['1', '6–10', '21+']);
	});

	it('of retention is called by its kind of buyer, its count of periods, or cohort and bracket', () => {
		const analysis = analysisOf({
			repeat: { rows: 2, columns: { kind: Uint8Array.of(0, 1) }, types: { kind: 'code' } },
			atLeast: { rows: 2, columns: { n: Uint32Array.of(1, 2) }, types: { n: 'number' } },
			brackets: {
				rows: 2,
				columns: { from: Uint32Array.of(1, 31), to: Uint32Array.of(30, 60) },
				types: { from: 'number', to: 'number' }
			},
			bracketCells: {
				rows: 1,
				columns: { cohort: Int32Array.of(15_309), bracket: Uint32Array.of(1) },
				types: { cohort: 'day', bracket: 'number' }
			}
		});
		const name = (table: string, row: number) =>
			describeMark({ method: 'retention', table, row }, analysis, t);
		expect([name('repeat', 1), name('atLeast', 1)]).toEqual(['One-time buyers', 'at least n = 2']);
		expect([name('brackets', 1), name('bracketCells', 0)]).toEqual(['31–60', '2011-12-01 · 31–60']);
	});

	it('of a result that is not there yet is called by its screen', () => {
		expect(describeMark({ method: 'rfm', table: 'matrix', row: 0 }, null, t)).toBe('Segments');
		expect(describeMark({ method: 'retention', table: 'none', row: 0 }, analysisOf({}), zh)).toBe('留存');
	});
});
