/** The channel on which workers of all tabs tell that something stored has changed. */
const channelName = 'clientele:changes';

/** Calls `listener` whenever this or another tab has stored or removed something. Answers how to stop. */
export function onStoredChange(listener: () => void): () => void {
	if (typeof BroadcastChannel === 'undefined') return () => undefined;
	const channel = new BroadcastChannel(channelName);
	channel.addEventListener('message', listener);
	return () => channel.close();
}
