import { createContext } from 'svelte';
import type { App } from './app.svelte.ts';

const [get, set] = createContext<App>();

/** Gives the app's state to all components below. */
export const setApp = set;

/** The app's state. Only inside the root layout. */
export function getApp(): App {
	try {
		return get();
	} catch (cause) {
		throw new Error('getApp() was called outside the root layout, which provides the app.', { cause });
	}
}
