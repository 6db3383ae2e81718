import { describe, expect, it } from 'vitest';
import { moveParts, standingGroups } from '#lib/api/index.ts';
import { moveMark, moveSelection, moveTable } from '#lib/state/move-mark.ts';
import { emptyView, formatView, parseView } from '#lib/state/view-state.ts';

describe('a mark of the moves between two states', () => {
	it('is the same after it stood in an address', () => {
		for (const of of standingGroups) {
			for (const part of moveParts) {
				const selection = parseView(formatView({ ...emptyView, selection: moveMark(of, part, 7) })).selection;
				expect(selection).toEqual(moveMark(of, part, 7));
				expect(moveTable(selection?.table ?? '')).toEqual({ of, part });
			}
		}
	});

	it('asks for nobody without two states, or by a text that names no groups', () => {
		const states = { first: { kind: 'now' }, second: { kind: 'snapshot', id: 'a' }, now: [] } as const;
		expect(moveSelection(moveMark('types', 'first', 2), null)).toBeNull();
		expect(moveSelection({ method: 'compare', table: 'matrix', row: 2 }, states)).toBeNull();
		expect(moveSelection(moveMark('types', 'first', 2), states)).toEqual({
			states,
			of: 'types',
			part: 'first',
			row: 2
		});
	});
});
