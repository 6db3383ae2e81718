import { railScreens, type ScreenId } from '#lib/state/screens.ts';
import { createKeybindingsHandler } from 'tinykeys';

/** What keys can do in the shell. */
export interface KeyActs {
	readonly palette: () => void;
	readonly help: () => void;
	readonly importFile: () => void;
	readonly report: () => void;
	readonly goTo: (screen: ScreenId) => void;
	/** Whether keys without a modifier mean anything now. */
	readonly singleKeys: () => boolean;
}

/** The keys that go to the screens of the rail, in its order. */
export const screenKeys = Array.from('1234567890').slice(0, railScreens.length);

/** Attaches the shortcuts to a window. Keys typed into a field, or while a dialog is open, belong there. */
export function listenToKeys(acts: KeyActs): (target: Window) => () => void {
	const always = (act: () => void) => (event: KeyboardEvent) => {
		event.preventDefault();
		act();
	};
	const single = (act: () => void) => (event: KeyboardEvent) => {
		if (!acts.singleKeys() || isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
		event.preventDefault();
		act();
	};
	const handler = createKeybindingsHandler({
		'$mod+k': always(acts.palette),
		'$mod+o': always(acts.importFile),
		'$mod+s': always(acts.report),
		// With or without Shift, as the keyboard's layout has it.
		'?': single(acts.help),
		'Shift+?': single(acts.help),
		'/': single(focusSearch),
		...Object.fromEntries(
			screenKeys.map(
				(key, index) => [key, single(() => acts.goTo(railScreens[index] ?? 'overview'))] as const
			)
		)
	});
	return (target) => {
		target.addEventListener('keydown', handler);
		return () => target.removeEventListener('keydown', handler);
	};
}

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
	);
}

/** A screen that can be searched has one search field. */
function focusSearch(): void {
	document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus();
}
