import { FINDINGS_PIECE, type LayoutItem, type PieceItem } from '#lib/api/index.ts';
import type { NewItem } from '#lib/state/report-templates.ts';

/**
 * All that a method says as single items under its heading.
 *
 * @example
 * const whole = { kind: 'piece', id: 'a', method: 'rfm', piece: '*', view: null, caption: '', remarks: [] };
 * apart(whole, 'RFM', ['matrix']).map((item) => item.piece ?? item.text) // => ['RFM', 'findings', 'matrix']
 */
export function apart(whole: LayoutItem & PieceItem, title: string, pieces: readonly string[]): NewItem[] {
	const { id: _, ...item } = whole;
	return [
		{ kind: 'heading', text: title, word: null },
		...[FINDINGS_PIECE, ...pieces].map((piece) => ({ ...item, piece }))
	];
}
