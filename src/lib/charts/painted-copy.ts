// What a stylesheet would have said, written into the marks themselves. Transforms by style stay out on purpose: the
// only ones in charts follow the scroll position of the screen.
const painted = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linejoin',
	'stroke-linecap',
	'opacity',
	'font-family',
	'font-size',
	'font-weight',
	'text-anchor',
	'dominant-baseline',
	'paint-order'
] as const;

/**
 * The inside of a copy of a plot, each element carrying its computed paint and nothing that only a screen needs:
 * no classes, roles or tab stops, and none of the elements marked `data-screen-only`.
 */
export function paintedCopy(plot: SVGSVGElement): string {
	const copy = plot.cloneNode(true) as SVGSVGElement;
	const originals = [...plot.querySelectorAll<SVGElement>('*')];
	const copies = [...copy.querySelectorAll<SVGElement>('*')];
	const dropped: Element[] = [];
	originals.forEach((original, index) => {
		const target = copies[index];
		if (target === undefined) return;
		const style = getComputedStyle(original);
		if (style.display === 'none' || original.hasAttribute('data-screen-only')) dropped.push(target);
		for (const name of target.getAttributeNames()) {
			if (/^(class|style|tabindex|role|aria-|data-)/.test(name)) target.removeAttribute(name);
		}
		if (original.tagName === 'pattern') return;
		const parent = original.parentElement === null ? null : getComputedStyle(original.parentElement);
		for (const property of painted) {
			const value = style.getPropertyValue(property);
			const inherited = parent?.getPropertyValue(property);
			// Opacity is not inherited, and 1 is what it is anyway.
			if (value === '' || value === '1' || (value === inherited && !property.includes('opacity'))) continue;
			target.setAttribute(property, value.replaceAll('"', "'"));
		}
	});
	for (const element of dropped) element.remove();
	return new XMLSerializer()
		.serializeToString(copy)
		.replace(/^<svg[^>]*>/, '')
		.replace(/<\/svg>$/, '');
}
