import type { Inspection } from '#lib/core/dataset/inspection.ts';
import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import type { BasketEvidence } from './sniff/baskets.ts';
import type { ReadTable, SniffedTable } from './read-table.ts';
import { headerRowsOf } from './line-judge.ts';

/** All reasons that a review can show for the way a text is cut; their texts are `importing.reasons` in i18n. */
export const reasonCodes = [
	'delimiter-named',
	'baskets',
	'rows-even',
	'cells-plausible',
	'rival',
	'escaped',
	'lines-above',
	'header-rows',
	'ends-second-table',
	'ends-second-copy',
	'rows-repaired',
	'rows-apart'
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Rivals weaker than this are not worth a word. */
const WORTH_NAMING = 0.3;

const percent = (share: number): number => Math.round(share * 1000) / 10;

/**
 * What speaks for the way a sample was cut, in numbers: first what was measured on its rows, then what was left out.
 * `sniffed` is null when the format was given and not found.
 */
export function reasonsOf(
	table: ReadTable,
	format: TextFormat,
	sniffed: SniffedTable | null
): Inspection['reasons'] {
	const reasons: { code: ReasonCode; params: Record<string, string | number> }[] = [];
	const add = (code: ReasonCode, params: Record<string, string | number> = {}) =>
		reasons.push({ code, params });
	const rows = table.rows.length + table.rejected.length;
	const repaired = table.rows.filter((row) => row.repaired !== undefined).length;
	if (sniffed?.dialect.evidence.named === true) add('delimiter-named');
	const baskets = sniffed?.baskets ?? null;
	if (baskets !== null) return [...reasons, basketReason(baskets)];
	if (table.width !== null && rows > 0) {
		const even = table.rows.filter((row) => row.cells.length === table.width).length - repaired;
		add('rows-even', { width: table.width, share: percent(Math.max(0, even) / rows) });
	}
	if (sniffed !== null && sniffed.dialect.width > 1) {
		const { plausible, rival } = sniffed.dialect.evidence;
		add('cells-plausible', { share: percent(plausible) });
		const other = sniffed.dialect.delimiters.find(({ value }) => value !== format.delimiter);
		if (other !== undefined && rival >= WORTH_NAMING)
			add('rival', { delimiter: other.value, share: percent(rival) });
	}
	if (format.escape !== undefined) add('escaped');
	if (format.skipRows > 0) add('lines-above', { n: format.skipRows });
	if (headerRowsOf(format) > 1) add('header-rows', { n: headerRowsOf(format) });
	if (format.endLine !== undefined) {
		add(sniffed?.layout.end === 'second-copy' ? 'ends-second-copy' : 'ends-second-table', {
			line: format.endLine
		});
	}
	if (repaired > 0) add('rows-repaired', { n: repaired });
	if (table.rejected.length > 0) add('rows-apart', { n: table.rejected.length });
	return reasons;
}

/** That lines are baskets, and why. */
export const basketReason = ({ lines, items, shared }: BasketEvidence): Inspection['reasons'][number] => ({
	code: 'baskets',
	params: { lines, items, share: percent(shared) }
});
