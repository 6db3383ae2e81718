import { describe, expect, test } from 'vitest';
import { MethodMarks } from '#lib/features/shared/method-marks.ts';
import type { AnalysisView, MarkSelection } from '#lib/state/view-contract.ts';

interface Shown {
	readOnly?: boolean;
	selection?: MarkSelection | null;
}

function marksOf({ readOnly = false, selection = null }: Shown) {
	const opened: (MarkSelection | null)[] = [];
	// The marks read these three of a view, and nothing else.
	const view = { readOnly, selection, select: (mark) => opened.push(mark) } as Partial<AnalysisView>;
	return { marks: new MethodMarks(() => view as AnalysisView, 'value'), opened };
}

const title = (row: number) => `row ${row}`;

describe('marks of a method', () => {
	test('are chosen only where the selection is of that method, that table and a row that is shown', () => {
		const { marks } = marksOf({ selection: { method: 'value', table: 'tiers', row: 3, title: '' } });
		expect(marks.chosen('tiers')).toBe(3);
		expect(marks.chosen('sides')).toBeNull();
		expect(marks.chosenAt('tiers', [7, 3])).toBe(1);
		expect(marks.chosenAt('tiers', [7])).toBe(-1);
		expect(marks.chosenAt('sides', [3])).toBe(-1);
		const other = marksOf({ selection: { method: 'churn', table: 'tiers', row: 3, title: '' } });
		expect(other.marks.selection).toBeNull();
		expect(other.marks.chosen('tiers')).toBeNull();
	});

	test('open who is behind a row, under its name', () => {
		const { marks, opened } = marksOf({});
		marks.opener('tiers', title)?.(2);
		marks.opener('tiers', title, [5, null])?.(0);
		expect(opened).toEqual([
			{ method: 'value', table: 'tiers', row: 2, title: 'row 2' },
			{ method: 'value', table: 'tiers', row: 5, title: 'row 5' }
		]);
	});

	test('open nothing at a place without a row, and nowhere in a snapshot', () => {
		const { marks, opened } = marksOf({});
		marks.opener('tiers', title, [5, null])?.(1);
		marks.opener('tiers', title, [5, null])?.(2);
		expect(opened).toEqual([]);
		const snapshot = marksOf({ readOnly: true }).marks;
		expect(snapshot.open).toBeUndefined();
		expect(snapshot.opener('tiers', title)).toBeUndefined();
	});
});
