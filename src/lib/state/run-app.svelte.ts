import { errorText } from '#lib/i18n/coded.ts';
import { onMount, untrack } from 'svelte';
import type { App } from './app.svelte.ts';
import { followOtherTabs } from './create-app.ts';
import { doneTitle } from './done-title.ts';
import { paced } from './speaker.ts';
import { guardUnload } from './unload-guard.ts';

/** Sets the app going: call once, while the root layout initialises. Everything stops with the layout. */
export function runApp(app: App, document: Document): void {
	const root = document.documentElement;
	$effect(() => {
		root.lang = app.settings.locale;
	});
	$effect(() => {
		if (app.settings.theme === 'system') delete root.dataset.theme;
		else root.dataset.theme = app.settings.theme;
	});
	$effect(() => {
		// The workspace that an address names is the one to come back to.
		const { workspace } = app.workbench;
		if (workspace !== null) app.memory.workspace = workspace.id;
	});
	app.workbench.keepOpen();
	tellProgress(app);
	onMount(() => {
		void app.library.start();
		// After the first page stands: whoever leaves it finds the other screens' texts here.
		void app.settings.complete();
		const window = document.defaultView;
		const stops = [app.requests.listen(document), followOtherTabs(app)];
		if (window !== null) {
			stops.push(guardUnload(window, () => app.imports.unfinished));
			if ('serviceWorker' in window.navigator) {
				stops.push(app.updates.watch(window.navigator.serviceWorker, () => window.location.reload()));
			}
		}
		return () => {
			for (const stop of stops) stop();
		};
	});
}

/** Tells a screen reader how a running import gets on, and how it ended. */
function tellProgress(app: App): void {
	const say = paced((text) => app.speaker.announce(text), 5000);
	$effect(() => {
		const { step } = app.imports;
		untrack(() => {
			const { t } = app.settings;
			if (step.at === 'running' && step.progress !== null) {
				say(t.importing.rowsSoFar({ n: step.progress.rows }), app.now());
			} else if (step.at === 'done') {
				app.speaker.announce(doneTitle(t, step.manifest));
			} else if (step.at === 'failed') {
				app.speaker.announce(errorText(t, step.error));
			}
		});
	});
}
