import { announce } from './announcer.svelte.ts';

export interface ToastOptions {
	readonly tone?: 'plain' | 'good' | 'bad';
	/** The word on its button, such as "Undo". */
	readonly action?: string;
	readonly onaction?: () => void;
	/** Milliseconds; Infinity stays until it is closed. */
	readonly duration?: number;
}

/** Shows a short message in the corner, and says it to screen readers. */
export function toast(text: string, options: ToastOptions = {}): void {
	const { tone = 'plain', action, onaction, duration = action === undefined ? 5000 : 10_000 } = options;
	announce(text, tone === 'bad');
	void show(text, tone, duration, action, onaction);
}

/** The library is loaded with the first toast: a page without one does without it. */
async function show(
	text: string,
	tone: NonNullable<ToastOptions['tone']>,
	duration: number,
	action: string | undefined,
	onaction: (() => void) | undefined
): Promise<void> {
	const { toast: show } = await import('svelte-sonner');
	const how = tone === 'good' ? show.success : tone === 'bad' ? show.error : show;
	how(text, {
		duration,
		...(action === undefined ? {} : { action: { label: action, onClick: () => onaction?.() } })
	});
}
