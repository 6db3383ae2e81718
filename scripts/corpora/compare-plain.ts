import { papaAutomatic, textOf } from './papa-automatic.ts';
import { readAutomatic } from './read-automatic.ts';

/** How a file came out beside PapaParse. */
export interface Difference {
	readonly kind: 'same' | 'said' | 'silent' | 'refused';
	/** The first row that differs, as either has it. */
	readonly text: string;
	readonly path?: string;
}

const shown = (row: readonly string[] | undefined): string => JSON.stringify(row ?? null).slice(0, 120);

/** Reads bytes both ways. `silent`: they differ, and this reader says nothing that a user could look into. */
export function comparePlain(bytes: Uint8Array): Difference {
	const { rows, warned, notes } = readAutomatic(bytes);
	if (rows === null) return { kind: 'refused', text: notes.join(', ') };
	const papa = papaAutomatic(textOf(bytes));
	const at = Array.from({ length: Math.max(rows.length, papa.length) }, (_, i) => i).find(
		(i) => JSON.stringify(rows[i]) !== JSON.stringify(papa[i])
	);
	if (at === undefined) return { kind: 'same', text: '' };
	const text = `row ${at + 1} of ${rows.length}/${papa.length}: ${shown(rows[at])} against ${shown(papa[at])}`;
	return { kind: warned ? 'said' : 'silent', text };
}
