/** What in a text looks as if it pointed to a person. */
export type PersonalKind = 'email' | 'phone' | 'id';

const email = /[\p{L}\p{N}._%+-]+[@＠][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Digits in one piece, or parted by single blanks, dots or dashes, as phone and identity numbers are written. */
const digits = /(?<![\p{L}\p{N}.,])\+?\(?\p{Nd}(?:[ .()-]{0,2}\p{Nd}){6,18}(?:[ -]?[xX])?(?![\p{L}\p{N}%])/gu;
const date = /^(?:19|20)\d\d[ .-]?(?:0?[1-9]|1[0-2])[ .-]?(?:0?[1-9]|[12]\d|3[01])$/;

/**
 * Which kinds of personal data a text seems to hold: e-mail addresses, phone numbers, identity numbers (of the Chinese
 * form, by their check digit). It reads what is plainly written; a name it cannot know.
 *
 * @example
 * personalIn('Ask li.na@example.com or +44 20 7946 0018') // => ['email', 'phone']
 * personalIn('电话 138-0013-8000') // => ['phone']
 * personalIn('11010519491231002X') // => ['id']
 * personalIn('Figures of 2024-03-05, 1,234,567 orders, £8.91M') // => []
 */
export function personalIn(text: string): PersonalKind[] {
	const plain = text.normalize('NFKC');
	const found = new Set<PersonalKind>();
	if (plain.search(email) >= 0) found.add('email');
	for (const [written] of plain.replace(email, ' ').matchAll(digits)) {
		const bare = written.replace(/[^\dXx]/g, '').toUpperCase();
		if (isIdentityNumber(bare)) found.add('id');
		else if (!date.test(written) && !bare.endsWith('X') && isPhone(written, bare)) found.add('phone');
	}
	return (['email', 'phone', 'id'] as const).filter((kind) => found.has(kind));
}

/** A Chinese mobile number, one with its country, or one that is parted as phone numbers are. */
function isPhone(written: string, bare: string): boolean {
	if (/^(?:86)?1[3-9]\d{9}$/.test(bare)) return true;
	if (written.startsWith('+')) return bare.length >= 8 && bare.length <= 15;
	return /^\(?0\d/.test(written) && bare.length >= 9 && bare.length <= 12;
}

/** GB 11643: seventeen digits and a check digit, modulo 11. */
function isIdentityNumber(bare: string): boolean {
	if (!/^\d{17}[\dX]$/.test(bare)) return false;
	const sum = [...bare].reduce(
		(all, sign, i) => all + (sign === 'X' ? 10 : Number(sign)) * (2 ** (17 - i) % 11),
		0
	);
	return sum % 11 === 1;
}
