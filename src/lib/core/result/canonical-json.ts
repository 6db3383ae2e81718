import { CoreError } from '../errors.ts';

/**
 * The one JSON text of a plain value: keys sorted by UTF-16 code units, no blanks, numbers as JavaScript writes
 * them (the shortest text that reads back as the same double), −0 as 0. Equal values give equal texts, whatever
 * the order in which their keys were set. Properties that are undefined are left out, as in `JSON.stringify`.
 *
 * The rules are those of RFC 8785 (JSON Canonicalization Scheme).
 *
 * @throws CoreError `internal` for anything that JSON cannot hold: NaN, infinities, functions, class instances,
 * undefined in a list.
 * @example
 * canonicalJson({ b: [1, -0, null], a: '客' }) // => '{"a":"客","b":[1,0,null]}'
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
	if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
	// Lists of a million numbers or texts are written at once: the platform writes each as is said above.
	if (Array.isArray(value) && value.every(isSingle)) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item)).join(',')}]`;
	if (typeof value === 'object' && isPlain(value)) {
		const members = Object.entries(value)
			.filter(([, member]) => member !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
		return `{${members.join(',')}}`;
	}
	throw new CoreError('internal', { reason: 'not-json' });
}

const isSingle = (value: unknown): boolean => typeof value === 'string' || Number.isFinite(value);

function isPlain(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
