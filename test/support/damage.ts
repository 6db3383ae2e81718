/** One to three flips, cuts, insertions or swaps, in the file's text as it might come out of a bad copy. */
export function damage(text: string, int: (low: number, high: number) => number): string {
	let out = text;
	for (let times = int(1, 3); times > 0; times--) {
		const at = int(0, out.length - 2);
		const length = int(1, 200);
		switch (int(0, 5)) {
			case 0:
				out =
					out.slice(0, at) + String.fromCharCode(out.charCodeAt(at) ^ (1 << int(0, 6))) + out.slice(at + 1);
				break;
			case 1:
				out = out.slice(0, at);
				break;
			case 2:
				out = out.slice(0, at) + out.slice(at + length);
				break;
			case 3:
				out = out.slice(0, at) + out.slice(at, at + length) + out.slice(at);
				break;
			case 4:
				out = out.slice(0, at) + int(0, 9) + out.slice(at + 1);
				break;
			default: {
				const from = int(0, out.length - 2);
				out = out.slice(0, at) + out.slice(from, from + length) + out.slice(at + length);
			}
		}
		if (out.length < 3) return out;
	}
	return out;
}
