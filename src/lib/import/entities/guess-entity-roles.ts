import type { EntityRole, RoleSpec, TableEntity } from '#lib/core/dataset/entities.ts';
import { entitySpecs } from '#lib/core/dataset/entity-specs.ts';
import type { ColumnGuess } from '#lib/core/dataset/inspection.ts';
import type { ColumnProfile } from '../infer.ts';
import { noValue } from './column-taker.ts';
import { nameScore } from './entity-names.ts';

/** The role guessed for a column of a table of some entity. */
export interface EntityRoleGuess {
	readonly role: EntityRole;
	readonly confidence: number;
	readonly reason: ColumnGuess['reason'];
	/** How surely the header names it; 0 for attributes. */
	readonly name: number;
}

const REST: EntityRoleGuess = { role: 'attribute', confidence: 0.8, reason: 'rest', name: 0 };
const EMPTY: EntityRoleGuess = { role: 'ignore', confidence: 0.8, reason: 'empty', name: 0 };

/**
 * What each column means in a table of an entity: a header names the role and the values must not contradict it.
 * Everything else is an attribute; columns without a value are left out.
 */
export function guessEntityRoles(columns: readonly ColumnProfile[], entity: TableEntity): EntityRoleGuess[] {
	const spec = entitySpecs[entity];
	const guesses: (EntityRoleGuess | undefined)[] = columns.map(() => undefined);
	for (const role of spec.roles) {
		let best: { index: number; score: number; guess: EntityRoleGuess } | null = null;
		for (const column of columns) {
			if (guesses[column.index] !== undefined) continue;
			const name = nameScore(entity, role.role, column.header);
			const fit = name === 0 ? -1 : valueFit(column, role, role.role === spec.key);
			if (fit < 0) continue;
			const score = name + 0.2 * fit;
			if (best !== null && score <= best.score) continue;
			const confidence = Math.min(0.98, 0.35 + 0.35 * name + 0.3 * fit);
			const reason = fit >= 0.5 ? 'both' : 'name';
			best = { index: column.index, score, guess: { role: role.role, confidence, reason, name } };
		}
		if (best !== null) guesses[best.index] = best.guess;
	}
	return columns.map((column) => guesses[column.index] ?? (column.filled === 0 ? EMPTY : REST));
}

/** How well values suit a role, 0..1; −1 when they rule it out. */
function valueFit(column: ColumnProfile, { role, type }: RoleSpec, isKey: boolean): number {
	const { filled, distinct, kind } = column;
	if (filled === 0) return -1;
	// What says "no value" says nothing of the others.
	const none = column.cells.filter((cell) => cell.trim() !== '' && noValue.test(cell.trim())).length;
	const real = filled / Math.max(1, filled - none);
	const [numeric, dated, serial] = [column.numeric * real, column.dated * real, column.serial * real];
	switch (type) {
		case 'date':
			if (dated > 0.5) return dated;
			return serial > 0.9 ? 0.6 : -1;
		case 'number':
			if (kind === 'date' || numeric < 0.5) return -1;
			return role === 'score' || role === 'satisfaction' ? scoreFit(column) : numeric;
		case 'money':
			return kind === 'date' || numeric < 0.5 ? -1 : numeric;
		case 'text':
			return kind === 'date' || numeric > 0.9 ? -1 : 0.7;
		case 'key':
			if (kind === 'date' && column.dates.compact !== column.dates.dates) return -1;
			if (column.withDecimals > 0.5 && numeric > 0.9) return -1;
			// What names a row is not the same in half of them.
			return isKey && filled > 20 && distinct < 0.5 * filled ? -1 : 0.8;
		case 'category':
			if (kind === 'date') return -1;
			if (role === 'kind' || role === 'status' || role === 'outcome' || role === 'level')
				// A status may be a 1 or a 0 as well.
				return distinct <= 200 &&
					distinct <= Math.max(12, 0.3 * filled) &&
					(numeric < 0.5 || (role === 'status' && distinct === 2))
					? 0.8
					: -1;
			return 0.6;
	}
}

/** Marks are small whole numbers, few of them different. */
function scoreFit({ cells, distinct }: ColumnProfile): number {
	const marks = cells.every((cell) => /^\s*(?:\d{1,2}(?:[.,]\d+)?)?\s*$/.test(cell));
	return marks && distinct <= 101 ? 0.9 : 0.3;
}
