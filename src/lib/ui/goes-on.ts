import type { Attachment } from 'svelte/attachments';

/**
 * Attached to the frame of a box that scrolls sideways, its first child: `data-goes` tells on which sides the content goes
 * on beyond it. The frame's class `goes-on` draws an edge there, above the content. Words that stay at the left while the
 * rest scrolls (heads of rows, or as many pixels as `--goes-from` says) keep their edge on their right.
 */
export const goesOn: Attachment<HTMLElement> = (frame) => {
	const box = frame.firstElementChild;
	if (!(box instanceof HTMLElement)) return;
	const tell = () => {
		const beyond = box.scrollWidth - box.clientWidth;
		const sides = [
			...(box.scrollLeft > 1 ? ['left'] : []),
			...(beyond - box.scrollLeft > 1 ? ['right'] : [])
		].join(' ');
		if (frame.dataset['goes'] !== sides) frame.dataset['goes'] = sides;
	};
	const measure = () => {
		// Scroll bars lie beside the content, not under its edge.
		frame.style.setProperty('--goes-bar-right', `${box.offsetWidth - box.clientWidth}px`);
		frame.style.setProperty('--goes-bar-below', `${box.offsetHeight - box.clientHeight}px`);
		const head = box.querySelector<HTMLElement>('tbody th');
		if (head !== null) frame.style.setProperty('--goes-from', `${head.offsetWidth}px`);
		tell();
	};
	const sizes = new ResizeObserver(measure);
	const observe = () => {
		for (const element of [box, ...box.children]) sizes.observe(element);
	};
	const content = new MutationObserver(observe);
	observe();
	content.observe(box, { childList: true });
	box.addEventListener('scroll', tell, { passive: true });
	return () => {
		sizes.disconnect();
		content.disconnect();
		box.removeEventListener('scroll', tell);
	};
};
