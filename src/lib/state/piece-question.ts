import type { AnalysisRequest, PieceView } from '#lib/api/index.ts';
import type { ViewState } from './view-state.ts';
import { windowStart } from './view-state.ts';
import type { Workbench } from './workbench.svelte.ts';
import { defaultParams } from './workspace-defaults.ts';

/** How the screen of a method is set now, for asking the same again. */
export function viewOf(method: string, { params, asOf, window }: ViewState): PieceView {
	return { params: params[method] ?? {}, asOf, window };
}

/** The question of a method under a view, or as its screen is set; refunds are counted as they are now. */
export function pieceQuestion(workbench: Workbench, method: string, view: PieceView | null): AnalysisRequest {
	const now = workbench.request(method);
	if (view === null) return now;
	const asOf = view.asOf ?? workbench.asOfByDefault;
	const isOpen = !Number.isNaN(asOf);
	return {
		...now,
		params: { ...defaultParams(method, workbench.workspace), ...view.params },
		frame: {
			...now.frame,
			asOf: isOpen ? asOf : null,
			from: isOpen ? windowStart(view.window, asOf) : null
		}
	};
}
