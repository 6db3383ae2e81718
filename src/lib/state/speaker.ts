/** How state talks to the user: the shell plugs in toasts and the live region. */
export interface Speaker {
	/** A short passing message, with something that can be done about it. */
	toast(text: string, action?: { readonly label: string; readonly run: () => void }): void;
	/** Something went wrong: a message that stands out. */
	problem(text: string): void;
	/** Tells a screen reader alone. */
	announce(text: string): void;
}

/**
 * Passes texts on at most every `everyMs`, so that a progress report does not talk without pause.
 *
 * @example
 * const heard: string[] = [];
 * const say = paced((text) => heard.push(text), 1000);
 * say('10 %', 0);
 * say('11 %', 400);
 * say('40 %', 1200);
 * heard // => ['10 %', '40 %']
 */
export function paced(speak: (text: string) => void, everyMs: number): (text: string, nowMs: number) => void {
	let spokenAt = -Infinity;
	return (text, nowMs) => {
		if (nowMs - spokenAt < everyMs) return;
		spokenAt = nowMs;
		speak(text);
	};
}
