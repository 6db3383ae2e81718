import type { MigrationResult } from '#lib/api/index.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';
import type { MethodMarks } from '../shared/method-marks.ts';
import type { Wording } from './wording.ts';

/** What each frame of this screen is given. */
export interface FrameProps {
	view: AnalysisView;
	result: MigrationResult;
	wording: Wording;
	marks: MethodMarks;
}
