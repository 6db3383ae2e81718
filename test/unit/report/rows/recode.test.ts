import { describe, expect, it } from 'vitest';
import { decodeAll, dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { byFirstUse, byPolicy } from '#lib/report/rows/recode.ts';

describe('columns of a file with rows', () => {
	it('have their entries in the order of the rows, and no entry without a row', () => {
		const column = {
			dictionary: dictionaryOf(['Ada', 'Bob', 'Cyd']),
			codes: Uint32Array.of(2, NO_CODE, 0, 2)
		};
		const { dictionary, codes } = byFirstUse(column);
		expect(decodeAll(dictionary)).toEqual(['Cyd', 'Ada']);
		expect([...codes]).toEqual([0, NO_CODE, 1, 0]);
	});

	it('stay apart under equal masks, whose order says nothing of the values', async () => {
		const rule = { id: 'attribute:Name', nature: 'name', policy: 'mask' } as const;
		const coder = () => Promise.reject(new Error('no codes'));
		const files = [];
		for (const [names, rows] of [
			[['Anna', 'Alex'], Uint32Array.of(1, 0, 1)],
			[['Alex', 'Anna'], Uint32Array.of(0, 1, 0)]
		] as const) {
			const shared = await byPolicy({ dictionary: dictionaryOf(names), codes: rows }, rule, coder);
			if (shared === null) throw new Error('left out');
			const { dictionary, codes } = byFirstUse(shared);
			files.push([decodeAll(dictionary), [...codes]]);
		}
		expect(files[0]).toEqual([
			['A***', 'A***'],
			[0, 1, 0]
		]);
		expect(files[1]).toEqual(files[0]);
	});
});
