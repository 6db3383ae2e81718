import type { ColumnGuess } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/** How surely a column was taken for something, and why. `byRecipe`: what was chosen was chosen with the recipe of another file. */
export function whyTaken(
	{ confidence, reason }: Pick<ColumnGuess, 'confidence' | 'reason'>,
	t: Messages,
	byRecipe: boolean
): string {
	const { sure, likely, unsure, reasons } = t.importing;
	if (reason === 'chosen') return byRecipe ? t.importing.byRecipe() : reasons.chosen();
	const sureness = confidence >= 0.85 ? sure() : confidence >= 0.6 ? likely() : unsure();
	return `${sureness} · ${reasons[reason]()}`;
}

/** The name of a column; one without a header goes by its number. */
export function columnName({ header, index }: Pick<ColumnGuess, 'header' | 'index'>, t: Messages): string {
	return header === '' ? t.importing.noHeader({ n: index + 1 }) : header;
}
