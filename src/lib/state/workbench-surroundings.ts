import type { Analysis, AnalysisApi, ErrorRecord, LibraryApi } from '#lib/api/index.ts';
import type { Library } from './library.svelte.ts';
import type { ScreenId } from './screens.ts';
import type { Settings } from './settings.svelte.ts';
import type { MarkSelection } from './view-contract.ts';
import type { ViewLocation } from './view-location.svelte.ts';

/** What a workbench needs from around it. */
export interface WorkbenchSurroundings {
	readonly settings: Settings;
	readonly library: Library;
	readonly location: ViewLocation;
	readonly analysis: AnalysisApi;
	readonly libraryApi: LibraryApi;
	readonly notify: (text: string) => void;
	/** Something could not be stored. */
	readonly refused: (error: ErrorRecord) => void;
	readonly goToData: () => void;
	/** Goes to a screen with the view as it is, selection and all. */
	readonly goTo: (screen: ScreenId) => void;
	/** The workspace that was worked on last, for an address that names none. */
	readonly lastWorkspace: () => string | null;
	/** Words for a mark that an address names, e.g. after a reload. */
	readonly describe: (mark: Omit<MarkSelection, 'title'>, analysis: Analysis | null) => string;
}
