/** A piece of HTML that is safe to put into HTML. Only `markup` makes one. */
export class Markup {
	readonly text: string;

	/** Not for use outside this file: text from data reaches a page through `markup` alone. */
	constructor(text: string) {
		this.text = text;
	}
}

type Part = string | number | Markup | readonly Markup[] | null;

/**
 * HTML from a template. Everything put in is escaped, for text and quoted attributes alike, unless it is itself
 * made by `markup`; lists are joined and null is nothing.
 *
 * @example
 * markup`<td>${'<b>'}</td>`.text // => '<td>&lt;b&gt;</td>'
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
	let text = parts[0] as string;
	for (const [i, value] of values.entries()) text += write(value) + (parts[i + 1] as string);
	return new Markup(text);
}

function write(value: Part): string {
	if (value === null) return '';
	if (value instanceof Markup) return value.text;
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') return escapeText(value);
	return value.map((part) => part.text).join('');
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'`': '&#96;'
};

const FORBIDDEN =
	// eslint-disable-next-line no-control-regex -- control characters are what this finds
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/**
 * A text as HTML text or quoted attribute. Control characters, lone surrogates and the marks that turn the direction
 * of writing round are replaced: they may not stand in a document, or could make it read other than it is.
 *
 * @example
 * escapeText('a < b & "c"') // => 'a &lt; b &amp; &quot;c&quot;'
 */
export function escapeText(text: string): string {
	return text
		.replace(FORBIDDEN, '\ufffd')
		.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
		.replace(/[&<>"'`]/g, (character) => entities[character] as string);
}
