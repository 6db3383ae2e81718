/** Digits of a tick: of two that read alike, the one with fewer is what is read. */
const digitsOf = (tick: number): number => String(Math.abs(tick)).replace(/0+$/, '').length;

/**
 * The ticks of an axis whose words differ: of those that would read alike (halves of a count), only the roundest.
 *
 * @param format is given sizes: the sides of zero are told apart by place
 * @example
 * plainTicks([0, 0.5, 1], (value) => value.toFixed(0)) // => [0, 1]
 * plainTicks([0, 0.5, 1], (value) => value.toFixed(1)) // => [0, 0.5, 1]
 * plainTicks([0, 0.005, 0.01], (value) => `${Math.round(100 * value)}%`) // => [0, 0.01]
 */
export function plainTicks(ticks: readonly number[], format: (value: number) => string): readonly number[] {
	const zero = format(0);
	const words = ticks.map((tick) => {
		const text = format(Math.abs(tick));
		return tick < 0 && text !== zero ? `-${text}` : text;
	});
	const kept = new Map<string, number>();
	ticks.forEach((tick, i) => {
		const word = words[i] as string;
		const other = kept.get(word);
		if (other === undefined || digitsOf(tick) < digitsOf(other)) kept.set(word, tick);
	});
	return ticks.filter((tick, i) => kept.get(words[i] as string) === tick);
}
