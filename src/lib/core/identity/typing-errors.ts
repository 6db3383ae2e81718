/**
 * Whether one text becomes another by at most `most` typing errors: a character left out, added, replaced, or two
 * neighbours swapped (optimal string alignment). Three rows of the table are kept.
 *
 * @example
 * withinTypingErrors('lovelace', 'lovealce', 1) // => true
 * withinTypingErrors('lovelace', 'loveless', 1) // => false
 */
export function withinTypingErrors(a: string, b: string, most: number): boolean {
	if (Math.abs(a.length - b.length) > most) return false;
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
			let errors = Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				errors = Math.min(errors, (before[j - 2] as number) + 1);
			}
			next.push(errors);
			if (errors < least) least = errors;
		}
		if (least > most) return false;
		before = row;
		row = next;
	}
	return (row[b.length] as number) <= most;
}
