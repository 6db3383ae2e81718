import { announce } from '#lib/ui/announcer.svelte.ts';
import { toast } from '#lib/ui/toast.ts';
import type { Speaker } from '#lib/state/speaker.ts';

/** What state says becomes toasts and words of the live region. */
export const speaker: Speaker = {
	toast: (text, action) =>
		toast(text, action === undefined ? {} : { action: action.label, onaction: action.run }),
	problem: (text) => toast(text, { tone: 'bad', duration: 12_000 }),
	announce: (text) => announce(text)
};
