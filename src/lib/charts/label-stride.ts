/**
 * Every how many labels to write on an axis of `width` pixels, so that labels of `labelWidth` don't touch.
 *
 * @example
 * labelStride(12, 600, 50) // => 1
 * labelStride(36, 600, 50) // => 3
 * labelStride(0, 600, 50) // => 1
 */
export function labelStride(count: number, width: number, labelWidth: number): number {
	if (count <= 0 || width <= 0) return 1;
	return Math.max(1, Math.ceil((count * labelWidth) / width));
}

/**
 * Whether label `index` of `count` is written: every `stride`-th counted back from the last, which is always there.
 *
 * @example
 * [0, 1, 2, 3].filter((index) => showsLabel(index, 4, 2)) // => [1, 3]
 */
export function showsLabel(index: number, count: number, stride: number): boolean {
	return (count - 1 - index) % stride === 0;
}

/**
 * Room that the longest of some labels takes beside another one: its signs, as wide as digits of 12 px, and a gap.
 *
 * @example
 * widestLabel(['0', '720', '1685']) // => 36
 * widestLabel([]) // => 8
 */
export function widestLabel(labels: readonly string[]): number {
	return 8 + 7 * labels.reduce((longest, { length }) => Math.max(longest, length), 0);
}

/**
 * Which of the labels at `places` (pixels, ascending) are written: the first, each that stands at least `labelWidth` after the one
 * written before it, and the last, in the place of one that is too near to it. For points that are not evenly apart.
 *
 * @example
 * [...spacedLabels([0, 5, 30, 40, 90], 26)] // => [0, 2, 4]
 * [...spacedLabels([0, 30, 60, 80], 26)] // => [0, 1, 3]
 * [...spacedLabels([0, 20], 26)] // => [0]
 * [...spacedLabels([], 26)] // => []
 */
export function spacedLabels(places: readonly number[], labelWidth: number): ReadonlySet<number> {
	const end = places.length - 1;
	const last = places[end] ?? NaN;
	const written = new Set<number>();
	let next = -Infinity;
	places.forEach((place, index) => {
		const givesWay = index > 0 && index < end && place + labelWidth > last;
		if (place < next || givesWay) return;
		written.add(index);
		next = place + labelWidth;
	});
	return written;
}
