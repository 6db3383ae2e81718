import { createContext, untrack } from 'svelte';

/** Something on a screen that can be put into the report: method and piece ("lifecycle.funnel"), and its title. */
export interface ReportOffer {
	readonly piece: string;
	readonly title: string;
}

/** Where charts and tables are put to be in the report. */
export interface ReportShelf {
	/** Whether there is a report to put something into. */
	readonly isOpen: boolean;
	take(offer: ReportOffer): void;
	/** Takes up what can be taken; answers how to withdraw it. */
	offer(offer: ReportOffer): () => void;
}

const [get, set] = createContext<ReportShelf>();

/** Gives all components below a place to put charts and tables. */
export const setReportShelf = set;

/** The place to put charts and tables; null where there is none, as for a chart by itself. */
export function reportShelf(): ReportShelf | null {
	try {
		return get();
	} catch {
		return null;
	}
}

/** Offers something for as long as the calling component stands. */
export function offerToReport(shelf: ReportShelf | null, offer: () => ReportOffer | null): void {
	$effect(() => {
		const now = offer();
		// What else is offered is no reason to offer again.
		return shelf === null || now === null ? undefined : untrack(() => shelf.offer(now));
	});
}
