import { onFileSaved } from '#lib/charts/save-file.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { logExport } from '#lib/state/log-export.ts';

/** Notes in the log every picture and table that a chart hands out: sums over groups, in which nobody is named. */
export function logCharts(app: App): () => () => void {
	return () =>
		onFileSaved((name) => {
			const form = name.endsWith('.csv') ? 'table' : 'picture';
			logExport(app, { kind: 'saved', name }, { form, names: false, locked: false });
		});
}
