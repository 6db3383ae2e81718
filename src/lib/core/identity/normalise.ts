/** Digits of a phone number without its country, or fewer: too few to name anybody. */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

/**
 * A phone number in one form: full-width signs made plain, extension cut off, signs between the digits dropped, and the
 * country of Chinese numbers (+86, 0086, 86 before a mobile number). Other countries stay as they are written, as what is
 * not written is not guessed; `00` before a country is its `+`. Empty for what is no number: too short, too long, or
 * the same digit throughout.
 *
 * @example
 * phoneKey('+86 138-0013-8000') // => '13800138000'
 * phoneKey('００８６１３８００１３８０００ 转 12') // => '13800138000'
 * phoneKey('(010) 6552-9988') // => '01065529988'
 * phoneKey('+44 20 7946 0018 ext. 5') // => '+442079460018'
 * phoneKey('0000000') // => ''
 */
export function phoneKey(text: string): string {
	const plain = text
		.normalize('NFKC')
		.replace(/^\s*(?:tel|phone|mobile|cell|电话|手机)[\s.:]*/iu, '')
		.replace(/(?<=\d[\s)]*)(?:ext|extension|x|转|轉|分机|#).*$/iu, '')
		.trim();
	if (/[\p{L}@]/u.test(plain)) return '';
	let digits = plain.replace(/\D/g, '');
	let country = plain.startsWith('+');
	if (!country && digits.startsWith('00')) {
		country = true;
		digits = digits.slice(2);
	}
	if ((country && digits.startsWith('86')) || /^861[3-9]\d{9}$/.test(digits)) {
		// A landline is written with its leading zero inside the country, and without it from abroad.
		const inside = digits.slice(2);
		digits = /^(?:1[3-9]\d{9}|0\d+)$/.test(inside) ? inside : `0${inside}`;
		country = false;
	}
	if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS || /^(\d)\1*$/.test(digits)) return '';
	return country ? `+${digits}` : digits;
}

/**
 * An e-mail address in one form: full-width signs made plain, blanks dropped, lower case. Dots and tags before the @ stay:
 * what they mean is the provider's business. Empty for what is no address.
 *
 * @example
 * emailKey(' Li.Na＠Example.com ') // => 'li.na@example.com'
 * emailKey('none') // => ''
 */
export function emailKey(text: string): string {
	const plain = text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
	return /^[^@,;]+@[^@,;]+\.[^@,;.]+$/.test(plain) ? plain : '';
}

/** Forms of companies at the end of a name; longer ones first. */
const legalForms =
	/(?:[\s,.]+(?:ltd|limited|inc|incorporated|corp|corporation|co|company|llc|llp|plc|gmbh|ag|kg|sa|sarl|srl|bv|nv|pty|oy|ab|as)\.?)+$/u;
const chineseForms = /(?:股份有限公司|有限责任公司|有限公司|股份公司|集团|公司)+$/u;

/**
 * A name in one form: full-width signs made plain, lower case, accents dropped, signs made blanks, legal form of a company
 * at the end dropped, and its words in order, so that "Lovelace, Ada" is "Ada Lovelace". Blanks within a 中文 name
 * are dropped. Empty when nothing is left.
 *
 * @example
 * nameKey('Lovelace,  ADA') // => 'ada lovelace'
 * nameKey('Müller & Söhne GmbH') // => 'muller sohne'
 * nameKey('王 芳') // => '王芳'
 * nameKey('北京星河科技有限公司') // => '北京星河科技'
 * nameKey('Müller有限公司') // => 'muller'
 */
export function nameKey(text: string): string {
	const plain = text.normalize('NFKC').toLowerCase().trim();
	if (!isHan(plain)) return wordsKey(plain);
	const joined = plain.replace(/[\s\p{P}]/gu, '').normalize('NFKC');
	const bare = joined.replace(chineseForms, '') || joined;
	// Without its 中文 legal form a name may be Latin.
	return isHan(bare) ? bare : wordsKey(bare);
}

function wordsKey(plain: string): string {
	const words = (form: string): string[] =>
		form
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.split(/[^\p{L}\p{N}]+/u)
			.filter((word) => word !== '')
			.sort();
	const bare = words(plain.replace(legalForms, ''));
	return (bare.length > 0 ? bare : words(plain)).join(' ');
}

/**
 * An id without what a person does not tell ids by: case, blanks, full-width signs.
 *
 * @example
 * idKey('Ｃ 007') // => 'c007'
 */
export function idKey(text: string): string {
	return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

/**
 * Whether a name is written in 中文: then only equal names are the same, as one character is much of a name.
 *
 * @example
 * isHan('欧阳 娜娜') // => true
 * isHan('Ada') // => false
 */
export function isHan(text: string): boolean {
	// Letters and numbers alone: the script has signs of its own too.
	return /(?=[\p{L}\p{N}])\p{Script=Han}/u.test(text);
}
