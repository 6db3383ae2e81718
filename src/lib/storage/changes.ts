/** Name of the channel on which threads and tabs tell each other that something stored has changed. */
export const changesChannel = 'clientele:changes';

/** Tells every other thread and tab that the lists are out of date. Does nothing where channels don't exist. */
export function announceChange(): void {
	if (typeof BroadcastChannel === 'undefined') return;
	const channel = new BroadcastChannel(changesChannel);
	channel.postMessage('changed');
	channel.close();
}
