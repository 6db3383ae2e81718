import { personalIn } from '../dataset/personal-data.ts';
import type { ColumnNature } from '../dataset/sharing.ts';

const ideograph = /^\p{Script=Han}/u;
const hidden = '***';

/**
 * A value as little of it as still helps the one who knows it: the first sign, of a mobile number the first three digits
 * and the last four, of an e-mail address nothing of its domain. Lengths are not told. Different values may look alike.
 *
 * @example
 * masked('张伟', 'name') // => '张**'
 * masked('Zoe Miller', 'name') // => 'Z***'
 * masked('zoe@example.com', 'contact') // => 'z***@…'
 * masked('138 0013 1234', 'contact') // => '138****1234'
 * masked('+44 20 7946 0018', 'contact') // => '***18'
 * masked('11010519491231002X', 'id') // => '1***X'
 * masked('C000123', 'id') // => 'C***'
 * masked('李', 'name') // => '***'
 * masked('', 'text') // => ''
 */
export function masked(value: string, nature: ColumnNature): string {
	const text = value.normalize('NFKC').trim();
	if (text === '') return '';
	const signs = [...text];
	const first = signs[0] as string;
	const kinds = personalIn(text);
	if (kinds.length === 1 && !/\s\p{L}|\p{L}\s/u.test(text)) {
		const digits = text.replace(/[^\dXx]/g, '');
		if (kinds[0] === 'email') return `${first}${hidden}@…`;
		if (kinds[0] === 'id') return `${first}${hidden}${signs.at(-1)?.toUpperCase() ?? ''}`;
		const mobile = /^(?:86)?(1\d\d)\d{4}(\d{4})$/.exec(digits);
		return mobile === null ? `${hidden}${digits.slice(-2)}` : `${mobile[1] ?? ''}****${mobile[2] ?? ''}`;
	}
	if (signs.length === 1) return hidden;
	return nature === 'name' && ideograph.test(first) ? `${first}**` : `${first}${hidden}`;
}
