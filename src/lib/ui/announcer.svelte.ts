/** What the live region says now. A counter makes the same words sound twice. */
class Announcer {
	polite = $state({ text: '', turn: 0 });
	urgent = $state({ text: '', turn: 0 });

	say(text: string, urgent: boolean) {
		if (urgent) this.urgent = { text, turn: this.urgent.turn + 1 };
		else this.polite = { text, turn: this.polite.turn + 1 };
	}
}

export const announcer = new Announcer();

/** Speaks a text through the live region; `urgent` interrupts what is being read. */
export function announce(text: string, urgent = false): void {
	announcer.say(text, urgent);
}
