/**
 * Lets the browser ask before the page is left while something is being written, and at no other time.
 * Answers how to take the guard away.
 */
export function guardUnload(target: EventTarget, writing: () => boolean): () => void {
	const onBeforeUnload = (event: Event): void => {
		if (writing()) event.preventDefault();
	};
	target.addEventListener('beforeunload', onBeforeUnload);
	return () => target.removeEventListener('beforeunload', onBeforeUnload);
}
