import type { CountedValue } from './step-report.ts';
import type { EntityRole } from './entities.ts';
import type { ColumnKind, ColumnRole, DateOrder, NumberStyle } from './recipe.ts';

/**
 * By what a column of a recipe was found in another file: its name; its name but for capitals, blanks and marks; what the
 * name means; a name that holds the other; its place between columns that were found.
 */
export type MatchEvidence = 'name' | 'spelling' | 'meaning' | 'similar' | 'place';

interface Placed {
	readonly index: number;
	readonly header: string;
}

/** A column of the recipe, and where it is in the other file. */
export interface ColumnMatch {
	readonly old: Placed;
	/** Null: it is gone. */
	readonly now: Placed | null;
	readonly evidence: MatchEvidence | null;
	readonly role: ColumnRole | EntityRole;
	/** The steps that need it, from 1. */
	readonly steps: readonly number[];
	/** What changed in it, old and new; absent: nothing. */
	readonly kind?: readonly [ColumnKind, ColumnKind];
	readonly dateOrder?: readonly [DateOrder, DateOrder];
	readonly numberStyle?: readonly [NumberStyle, NumberStyle];
}

/** What a step does not know of the values that came to it, and what becomes of them. */
export interface UnknownInStep {
	/** From 1. */
	readonly step: number;
	readonly header: string;
	readonly fate: 'stays' | 'replaced' | 'rejected';
	/** The most frequent ones; `more` are not listed. */
	readonly values: readonly CountedValue[];
	readonly more: number;
	/** Rows with any of them. */
	readonly rows: number;
}

/** What is otherwise in a file than a recipe expects, before anything of it is imported. */
export interface RecipeDrift {
	/** All columns of the recipe's source that it has a use for. */
	readonly columns: readonly ColumnMatch[];
	/** Columns that the recipe does not know, and what they are taken for; `amount`: a step makes rows of them. */
	readonly added: readonly (Placed & Pick<ColumnMatch, 'role'>)[];
	/** Columns that the recipe left out anyway, and that are not there. */
	readonly unused: readonly string[];
	/** Values of the order status without a rule. */
	readonly statuses: readonly string[];
	/** Values among the rows looked at that steps do not know, by step. */
	readonly unknown: readonly UnknownInStep[];
	/** The currency, old and new; null: the same. */
	readonly currency: readonly [string | null, string | null] | null;
}

/**
 * What a step names instead of a column that is gone, until somebody chooses another.
 *
 * @example
 * goneRef(3) // => 'gone.3'
 */
export const goneRef = (index: number): string => `gone.${index}`;

/**
 * Whether a match needs a look: it goes by more than the name, is gone, or looks otherwise.
 *
 * @example
 * isDrifted({ old: { index: 0, header: 'A' }, now: null, evidence: null, role: 'date', steps: [] }) // => true
 */
export function isDrifted(match: ColumnMatch): boolean {
	const { evidence, kind, dateOrder, numberStyle } = match;
	return evidence !== 'name' || kind !== undefined || dateOrder !== undefined || numberStyle !== undefined;
}
