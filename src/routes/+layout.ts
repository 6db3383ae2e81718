import { startSpeech } from '#lib/state/create-app.ts';
import type { LayoutLoad } from './$types';

/** A static app: every route is written at build time and needs no server. */
export const prerender = true;
/**
 * Everything that a page shows lies in this browser (data, language, theme): rendered ahead of time it could only
 * be wrong for a moment, and clicks before it wakes would be lost. The written pages carry the frame alone.
 */
export const ssr = false;
export const trailingSlash = 'always';

/** Nothing is shown before the texts of the language are here; of the other language none are loaded. */
export const load: LayoutLoad = async () => ({ speech: await startSpeech(window) });
