import type { AnalysisApi, ImportApi, LibraryApi } from '#lib/api/index.ts';
import { analysisClient } from './analysis-client.ts';
import { importClient } from './import-client.ts';
import { libraryClient } from './library-client.ts';
import { remote } from './remote.ts';
import { spawn } from './spawn.ts';

export { onStoredChange } from './changes.ts';

/** All workers, as one tab uses them. Nothing is started before the first call. */
export interface Clients {
	readonly importing: ImportApi;
	readonly library: LibraryApi;
	readonly analysis: AnalysisApi;
}

/** Makes the faces of the three workers. Safe where there are no workers (prerendering): none is started. */
export function createClients(): Clients {
	return {
		importing: importClient(remote<ImportApi>(() => spawn('import'))),
		library: libraryClient(remote<LibraryApi>(() => spawn('library'))),
		analysis: analysisClient(remote<AnalysisApi>(() => spawn('analysis')))
	};
}
