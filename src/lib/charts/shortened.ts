/** Letters that take the room of two: Chinese, Japanese, Korean, full width. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * A label cut to the room of about so many Latin letters, with an ellipsis for what is left out.
 *
 * @example
 * shortened('United Kingdom', 20) // => 'United Kingdom'
 * shortened('WHITE HANGING HEART T-LIGHT HOLDER', 12) // => 'WHITE HANGI…'
 * shortened('线上旗舰店（天猫）', 8) // => '线上旗…'
 */
export function shortened(label: string, letters: number): string {
	let width = 0;
	let cut = '';
	for (const letter of label) {
		width += wide.test(letter) ? 2 : 1;
		if (width > letters) return `${cut}…`;
		if (width <= letters - 1) cut += letter;
	}
	return label;
}
