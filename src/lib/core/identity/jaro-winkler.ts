/** The prefix that counts more, and how much (Winkler 1990). */
const PREFIX = 4;
const PREFIX_WEIGHT = 0.1;
/** Characters compared at most: names are shorter. */
const LONGEST = 128;

const takenA = new Uint8Array(LONGEST);
const takenB = new Uint8Array(LONGEST);

/**
 * How alike two texts are, 0 to 1, by Jaro's measure with Winkler's weight of the common prefix: the share of characters
 * that both have at about the same place, less those out of order. Winkler (1990), String Comparator Metrics and Enhanced
 * Decision Rules in the Fellegi–Sunter Model of Record Linkage.
 *
 * @example
 * jaroWinkler('martha', 'marhta').toFixed(4) // => '0.9611'
 * jaroWinkler('dixon', 'dicksonx').toFixed(4) // => '0.8133'
 * jaroWinkler('abc', 'xyz') // => 0
 */
export function jaroWinkler(a: string, b: string): number {
	if (a === b) return a === '' ? 0 : 1;
	const aLength = Math.min(a.length, LONGEST);
	const bLength = Math.min(b.length, LONGEST);
	const reach = Math.max(0, (Math.max(aLength, bLength) >> 1) - 1);
	takenA.fill(0, 0, aLength);
	takenB.fill(0, 0, bLength);
	let matches = 0;
	for (let i = 0; i < aLength; i++) {
		const unit = a.charCodeAt(i);
		const to = Math.min(bLength, i + reach + 1);
		for (let j = Math.max(0, i - reach); j < to; j++) {
			if (takenB[j] === 1 || b.charCodeAt(j) !== unit) continue;
			takenA[i] = takenB[j] = 1;
			matches++;
			break;
		}
	}
	if (matches === 0) return 0;
	let halves = 0;
	for (let i = 0, j = 0; i < aLength; i++) {
		if (takenA[i] === 0) continue;
		while (takenB[j] === 0) j++;
		if (a.charCodeAt(i) !== b.charCodeAt(j)) halves++;
		j++;
	}
	const jaro = (matches / aLength + matches / bLength + (matches - halves / 2) / matches) / 3;
	let prefix = 0;
	const most = Math.min(PREFIX, aLength, bLength);
	while (prefix < most && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
	return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}
