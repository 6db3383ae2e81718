import type { AnalysisRequest, AskedItem, LayoutItem, PieceView } from '#lib/api/index.ts';

/** The question of a method under a view; null is the present one. */
export type RequestOf = (method: string, view: PieceView | null) => AnalysisRequest;

/**
 * A layout as it is asked for: the questions of its pieces, each once, and the items with the places of their questions.
 *
 * @example
 * const request = (method) => ({ method, params: {}, frame: { asOf: null, from: null, weekStart: 1 }, refunds: 'net' });
 * const piece = { kind: 'piece', method: 'rfm', view: null, caption: '', remarks: [] };
 * const asked = askedItems([{ ...piece, id: 'a', piece: 'matrix' }, { ...piece, id: 'b', piece: 'types' }], request);
 * asked.sections.length // => 1
 * asked.items[1] // => { kind: 'piece', section: 0, piece: 'types', caption: '', remarks: [] }
 */
export function askedItems(
	layout: readonly LayoutItem[],
	requestOf: RequestOf
): { readonly sections: AnalysisRequest[]; readonly items: AskedItem[] } {
	const places = new Map<string, number>();
	const sections: AnalysisRequest[] = [];
	const items = layout.map(({ id: _, ...item }): AskedItem => {
		if (item.kind !== 'piece') return item;
		const { method, view, ...piece } = item;
		const request = requestOf(method, view);
		const key = JSON.stringify(request);
		const section = places.get(key) ?? sections.push(request) - 1;
		places.set(key, section);
		return { ...piece, section };
	});
	return { sections, items };
}
