import type { MigrationResult } from '#lib/api/index.ts';
import type { AnalysisView, MarkSelection } from '#lib/state/view-contract.ts';
import type { Wording } from './wording.ts';

/** What each frame of this screen is given. */
export interface FrameProps {
	view: AnalysisView;
	result: MigrationResult;
	wording: Wording;
	footer: string;
	/** Opens the customers behind a row; not given where nobody can be listed. */
	select: ((table: string, row: number, title: string) => void) | undefined;
	/** The mark that is open, if it is one of this method. */
	selection: MarkSelection | null;
}
