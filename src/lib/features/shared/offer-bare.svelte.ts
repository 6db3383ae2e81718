import { offerToReport, reportShelf } from '#lib/charts/report-shelf.svelte.ts';
import type { AnalysisView, MethodId } from '#lib/state/view-contract.ts';

/** Headline numbers of a screen, as the report calls them. */
const headlines: Partial<Record<MethodId, string>> = {
	overview: 'tiles',
	value: 'tiles',
	churn: 'bands',
	migration: 'ways'
};

/** Offers what has no frame of its own to the report: the sentence at the head of a screen, and its headline numbers. */
export function offerBare(
	view: AnalysisView,
	method: MethodId,
	screen: () => { readonly title: string; readonly ready: boolean }
): void {
	const shelf = reportShelf();
	const offer = (piece: string | undefined, words: string) => {
		const { title, ready } = screen();
		return !ready || piece === undefined
			? null
			: { piece: `${method}.${piece}`, title: `${title}: ${words}` };
	};
	offerToReport(shelf, () => offer('findings', view.messages.charts.sentences()));
	offerToReport(shelf, () => offer(headlines[method], view.messages.charts.keyFigures()));
}
