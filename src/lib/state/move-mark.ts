import {
	moveParts,
	standingGroups,
	type MovePart,
	type MoveSelection,
	type StandingGroup,
	type StatesAsked
} from '#lib/api/index.ts';
import type { SelectionMark } from './view-state.ts';

/** A mark of the moves between two states, as an address names it: the groups stand for the table, the part at its end. */
export function moveMark(
	of: StandingGroup,
	part: MovePart,
	row: number
): SelectionMark & { method: 'compare' } {
	return { method: 'compare', table: `${of}${part === 'cell' ? '' : part}`, row };
}

/**
 * The groups and the part that such a mark is of; null for another text.
 *
 * @example
 * moveTable('stages') // => { of: 'stages', part: 'cell' }
 * moveTable('typessecond') // => { of: 'types', part: 'second' }
 * moveTable('matrix') // => null
 */
export function moveTable(table: string): { readonly of: StandingGroup; readonly part: MovePart } | null {
	for (const of of standingGroups) {
		const part = moveParts.find((name) => moveMark(of, name, 0).table === table);
		if (part !== undefined) return { of, part };
	}
	return null;
}

/** Whom a list of customers is asked for by such a mark; null where no two states are chosen. */
export function moveSelection(
	{ table, row }: SelectionMark,
	states: StatesAsked | null
): MoveSelection | null {
	const move = moveTable(table);
	return states === null || move === null ? null : { states, ...move, row };
}
