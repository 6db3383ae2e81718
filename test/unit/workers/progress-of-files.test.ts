import { expect, it } from 'vitest';
import { progressOfFiles } from '../../../workers/import/progress-of-files.ts';

it('tells of several files as of one: neither rows nor what is done start over', () => {
	const told: (readonly [string, number, number, number])[] = [];
	const [one, two] = [new Blob(['x'.repeat(100)]), new Blob(['x'.repeat(300)])];
	const progressOf = progressOfFiles([one, two], ({ stage, done, total, rows }) => {
		told.push([stage, done, total, rows]);
	});
	const first = progressOf(one);
	first({ stage: 'reading', done: 50, total: 100, unit: 'bytes', rows: 5 });
	first({ stage: 'checking', done: 100, total: 100, unit: 'bytes', rows: 12 });
	const second = progressOf(two);
	// A total that is not known, and one that is not in bytes of the file.
	second({ stage: 'reading', done: 0, total: 0, unit: 'bytes', rows: 0 });
	second({ stage: 'reading', done: 1, total: 2, unit: 'rows', rows: 20 });
	second({ stage: 'checking', done: 300, total: 300, unit: 'bytes', rows: 36 });
	expect(told).toEqual([
		['reading', 50, 400, 5],
		['checking', 100, 400, 12],
		['reading', 100, 400, 12],
		['reading', 250, 400, 32],
		['checking', 400, 400, 48]
	]);
});
