import type { Encoding } from '#lib/core/dataset/recipe.ts';

/** Bytes decoded; enough for the shares of letters. */
const DECODED_BYTES = 65_536;

/** The commonest letters of Russian and its neighbours: of ten in a text seven are among them, and fewer when it is misread. */
const frequent = new Set('оеаинтсрвлкмдпу');
/** Letters that are rare in them, and common where Greek is misread: alpha, iota, omega, tau. */
const rare = new Set('бйщфъэц');
const RARE_WEIGHT = 2;
const USUAL_SHARE = 0.5;

/** What is no ASCII, with a Latin letter that touches it: accents stand among such letters. */
const runs = /([a-z]?)([^\u0000-\u007f]+)([a-z]?)/gi; // eslint-disable-line no-control-regex -- ASCII begins there
const marks = /[№«»„“”’—–…\u00a0]/g;
const small = /^[А-ЯЁЂ-Џ]?[а-яёђ-џ]+$/;
const capitals = /^[А-ЯЁЂ-Џ]+$/;

/** Bytes of Chinese texts can spell words in capitals, or in small letters of KOI8-R: what is surely Chinese goes before. */
const MOST = 0.75;
const IN_CAPITALS = 0.5;
/** So many letters say half of what a text says: a word or two may as well be Greek, and that is asked. */
const FEW_LETTERS = 12;

/**
 * How well an encoding of Cyrillic explains the bytes above 0x7F, 0 to 0.75: words that begin with a capital or none and go on in small
 * letters, of the letters that are common. What the bytes of one mean in the other has capitals within words, or rare letters.
 */
export function cyrillic(
	windows: readonly Uint8Array[],
	encoding: Extract<Encoding, 'windows-1251' | 'koi8-r'>
): number {
	let high = 0;
	let fits = 0;
	let letters = 0;
	let usual = 0;
	for (const bytes of windows) {
		const text = new TextDecoder(encoding).decode(bytes.subarray(0, DECODED_BYTES));
		for (const [, before, run = '', after] of text.matchAll(runs)) {
			high += run.length;
			const word = run.replace(marks, '');
			if (before !== '' || after !== '' || word.length < 2) continue;
			const isSmall = small.test(word);
			if (!isSmall && !capitals.test(word)) continue;
			fits += isSmall ? run.length : IN_CAPITALS * run.length;
			letters += word.length;
			for (const letter of word.toLowerCase())
				usual += frequent.has(letter) ? 1 : rare.has(letter) ? -RARE_WEIGHT : 0;
		}
	}
	if (letters === 0) return 0;
	const isUsual = Math.max(0, Math.min(1, usual / letters / USUAL_SHARE));
	return MOST * (fits / high) * isUsual * (letters / (letters + FEW_LETTERS));
}
