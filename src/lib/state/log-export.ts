import type { LogEntry } from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import type { SaveOutcome } from './save-file.ts';

/** Notes in the log of the open workspace that a file has left, once it was saved; or why it was not. */
export function logExport(app: App, outcome: SaveOutcome, facts: NonNullable<LogEntry['export']>): void {
	const workspaceId = app.workbench.workspace?.id;
	if (workspaceId === undefined || outcome.kind === 'given-up') return;
	const line = { workspaceId, kind: 'export', export: facts } as const;
	void app.library.log(
		outcome.kind === 'saved'
			? { ...line, subject: outcome.name }
			: { ...line, subject: app.workbench.datasetName, failed: outcome.error.code }
	);
}
