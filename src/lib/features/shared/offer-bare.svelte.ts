import { labelled } from '#lib/i18n/labelled.ts';
import { offerToReport, reportShelf, type ReportOffer } from '#lib/charts/report-shelf.svelte.ts';
import type { AnalysisView, MethodId } from '#lib/state/view-contract.ts';

/** Headline numbers of a screen, as the report calls them. */
const headlines: Partial<Record<MethodId, string>> = {
	overview: 'tiles',
	value: 'tiles',
	churn: 'bands',
	contracts: 'tiles',
	migration: 'ways'
};

/** Something to be put into the report by a click: what it is, in words, and how it gets there. */
export interface BareOffer {
	readonly words: string;
	readonly take: () => void;
}

/**
 * Offers what has no frame of its own to the report: the sentence at the head of a screen, and its headline numbers. Answers
 * what can be put in as long as there is a report to put it into.
 */
export function offerBare(
	view: AnalysisView,
	method: MethodId,
	screen: () => { readonly title: string; readonly ready: boolean }
): () => readonly BareOffer[] {
	const shelf = reportShelf();
	const offer = (piece: string | undefined, words: string): ReportOffer | null => {
		const { title, ready } = screen();
		return !ready || piece === undefined
			? null
			: { piece: `${method}.${piece}`, title: labelled(title, words, view.locale) };
	};
	const bare = [
		{ piece: 'findings', words: () => view.messages.charts.sentences() },
		{ piece: headlines[method], words: () => view.messages.charts.keyFigures() }
	];
	for (const { piece, words } of bare) offerToReport(shelf, () => offer(piece, words()));
	return () =>
		shelf?.isOpen === true
			? bare.flatMap(({ piece, words }): BareOffer[] => {
					const own = offer(piece, words());
					return own === null ? [] : [{ words: words(), take: () => shelf.take(own) }];
				})
			: [];
}
