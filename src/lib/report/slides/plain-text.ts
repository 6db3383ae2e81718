const UNWRITABLE =
	// eslint-disable-next-line no-control-regex -- control characters are what this finds
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as XML can hold it: signs that XML forbids are replaced.
 *
 * @example
 * plainText('a\u0000b') // => 'a\ufffdb'
 */
export function plainText(text: string): string {
	return text.replace(UNWRITABLE, '\ufffd');
}
