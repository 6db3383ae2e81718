/**
 * Where a key moves to in a list of `count` rows; null when the key does not move.
 *
 * @example
 * nextRow('ArrowDown', 0, 3) // => 1
 * nextRow('ArrowDown', 2, 3) // => 2
 * nextRow('End', 0, 3) // => 2
 * nextRow('x', 0, 3) // => null
 */
export function nextRow(key: string, index: number, count: number): number | null {
	const last = count - 1;
	switch (key) {
		case 'ArrowDown':
			return Math.min(last, index + 1);
		case 'ArrowUp':
			return Math.max(0, index - 1);
		case 'PageDown':
			return Math.min(last, index + 10);
		case 'PageUp':
			return Math.max(0, index - 10);
		case 'Home':
			return 0;
		case 'End':
			return last;
		default:
			return null;
	}
}
