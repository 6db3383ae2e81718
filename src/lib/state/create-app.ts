import { createClients, onStoredChange } from '#lib/client/index.ts';
import { loadFirstSpeech, type Speech } from '#lib/i18n/load-messages.ts';
import { App, type AppSurroundings } from './app.svelte.ts';
import { startLocale } from './settings.svelte.ts';
import { browserPledge } from './storage-pledge.ts';

/** The language that this browser begins in, with the texts of the first page. */
export function startSpeech(window: Window): Promise<Speech> {
	return loadFirstSpeech(startLocale(storeOf(window), window.navigator.languages));
}

/** The app in a real browser: its workers, its storage, its clock. Navigation and speech come from the layout. */
export function createApp(
	around: Pick<AppSurroundings, 'navigate' | 'speaker' | 'appVersion' | 'speech'>,
	window: Window
): App {
	const clients = createClients();
	return new App({
		...around,
		importApi: clients.importing,
		libraryApi: clients.library,
		analysisApi: clients.analysis,
		store: storeOf(window),
		pledge: browserPledge(window.navigator.storage),
		origin: window.location.origin,
		now: () => Date.now(),
		newId: () => crypto.randomUUID()
	});
}

/** Follows what other tabs store or remove. Answers how to stop. */
export function followOtherTabs(app: App): () => void {
	return onStoredChange(() => void app.library.refresh());
}

/** Access to localStorage itself can be forbidden. */
function storeOf(window: Window): Storage | null {
	try {
		return window.localStorage;
	} catch {
		return null;
	}
}
