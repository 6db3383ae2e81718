/**
 * Lets the browser ask before the page is left while that would lose work, and at no other time.
 * Answers how to take the guard away.
 */
export function guardUnload(target: EventTarget, unfinished: () => boolean): () => void {
	const onBeforeUnload = (event: Event): void => {
		if (unfinished()) event.preventDefault();
	};
	target.addEventListener('beforeunload', onBeforeUnload);
	return () => target.removeEventListener('beforeunload', onBeforeUnload);
}
