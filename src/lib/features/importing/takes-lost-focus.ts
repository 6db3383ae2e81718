import type { Attachment } from 'svelte/attachments';

/**
 * What begins a step takes the focus, on its heading if it has one, where the button that had it is gone with the step before:
 * nobody is left at the top of the page.
 */
export const takesLostFocus: Attachment<HTMLElement> = (place) => {
	if (document.activeElement !== document.body) return;
	const heading = place.querySelector<HTMLElement>('h2') ?? place;
	heading.tabIndex = -1;
	heading.focus();
};
