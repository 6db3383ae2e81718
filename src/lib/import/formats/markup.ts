/** What a scan of markup calls back with. Names are without their prefix, text is as written, entities and all. */
export interface MarkupSink {
	open(name: string, attributes: string, closed: boolean): void;
	close(name: string): void;
	text(raw: string): void;
	/** `<!DOCTYPE …>`. */
	doctype?(raw: string): void;
}

/**
 * Cuts XML or HTML into tags and text, piece by piece. It knows no entities that a document defines and opens
 * nothing that a document points to, so neither can do harm. `raw` names elements whose content is no markup
 * (script, style). Memory: one tag, or the text since the last one.
 */
export class MarkupScanner {
	readonly #sink: MarkupSink;
	readonly #raw: ReadonlySet<string>;
	readonly #lower: boolean;
	#held = '';
	#within: string | null = null;

	constructor(sink: MarkupSink, options: { readonly html?: boolean } = {}) {
		this.#sink = sink;
		this.#lower = options.html === true;
		this.#raw = new Set(this.#lower ? ['script', 'style'] : []);
	}

	/** The next piece of text. False when it ended within a tag, which only matters at the end. */
	push(piece: string): boolean {
		const text = this.#held === '' ? piece : this.#held + piece;
		let at = 0;
		for (;;) {
			const open = text.indexOf('<', at);
			if (open < 0) break;
			if (open > at && this.#within === null) this.#sink.text(text.slice(at, open));
			const end = this.#markup(text, open);
			if (end < 0) {
				this.#held = text.slice(open);
				return false;
			}
			at = end;
		}
		if (at < text.length && this.#within === null) this.#sink.text(text.slice(at));
		this.#held = '';
		return true;
	}

	/** Handles what starts at `open`; where it ends, or −1 when the piece ends first. */
	#markup(text: string, open: number): number {
		const next = text.charCodeAt(open + 1);
		if (next === 33) return this.#declaration(text, open);
		if (next === 63) return after(text, '?>', open);
		if (Number.isNaN(next)) return -1;
		const end = tagEnd(text, open + 1);
		if (end < 0) return -1;
		const closing = next === 47;
		const closed = text.charCodeAt(end - 1) === 47;
		const from = open + (closing ? 2 : 1);
		const to = closed && !closing ? end - 1 : end;
		let stop = from;
		while (stop < to && text.charCodeAt(stop) > 32) stop++;
		const colon = text.indexOf(':', from);
		const name = text.slice(colon > from && colon < stop ? colon + 1 : from, stop);
		this.#tag(this.#lower ? name.toLowerCase() : name, text.slice(stop, to), closing, closed);
		return end + 1;
	}

	#tag(name: string, attributes: string, closing: boolean, closed: boolean): void {
		if (this.#within !== null) {
			if (!closing || name !== this.#within) return;
			this.#within = null;
		} else if (!closing && !closed && this.#raw.has(name)) this.#within = name;
		if (closing) this.#sink.close(name);
		else this.#sink.open(name, attributes, closed);
	}

	#declaration(text: string, open: number): number {
		if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
		if (text.startsWith('<![CDATA[', open)) {
			const end = text.indexOf(']]>', open);
			if (end < 0) return -1;
			// As the text would have been written outside.
			if (this.#within === null) this.#sink.text(text.slice(open + 9, end).replaceAll('&', '&amp;'));
			return end + 3;
		}
		// Too short yet to tell.
		if (text.length - open < 9) return -1;
		const end = text.indexOf('>', open);
		if (end < 0) return -1;
		this.#sink.doctype?.(text.slice(open, end + 1));
		return end + 1;
	}
}

function after(text: string, mark: string, from: number): number {
	const end = text.indexOf(mark, from);
	return end < 0 ? -1 : end + mark.length;
}

/** The `>` that ends a tag: one within quotes does not. */
function tagEnd(text: string, from: number): number {
	let quote = 0;
	for (let i = from; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (quote !== 0) {
			if (unit === quote) quote = 0;
		} else if (unit === 62) return i;
		else if (unit === 34 || unit === 39) quote = unit;
	}
	return -1;
}

/**
 * The value of an attribute, entities decoded; null when it is not there.
 *
 * @example
 * attributeOf(' r="A1" s="3"', 's') // => '3'
 * attributeOf(' colspan=2', 'colspan') // => '2'
 * attributeOf(' xml:space="preserve"', 'space') // => 'preserve'
 */
export function attributeOf(attributes: string, name: string): string | null {
	for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
		const before = attributes.charCodeAt(at - 1);
		if (at > 0 && before > 32 && before !== 58) continue;
		let next = at + name.length;
		while (attributes.charCodeAt(next) <= 32) next++;
		if (attributes.charCodeAt(next) !== 61) continue;
		next++;
		while (attributes.charCodeAt(next) <= 32) next++;
		const quote = attributes[next];
		if (quote === '"' || quote === "'") {
			const end = attributes.indexOf(quote, next + 1);
			return end < 0 ? null : decoded(attributes.slice(next + 1, end));
		}
		return decoded(/^\S*/.exec(attributes.slice(next))?.[0] ?? '');
	}
	return null;
}

const named: Readonly<Record<string, string>> = {
	lt: '<',
	gt: '>',
	amp: '&',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	yen: '¥',
	euro: '€',
	pound: '£',
	copy: '©',
	middot: '·'
};

/**
 * Text with its entities decoded; those that are not known stay as they are.
 *
 * @example
 * decoded('a &lt; b &#x4e2d;&#38; &nope;') // => 'a < b 中& &nope;'
 */
export function decoded(raw: string): string {
	if (!raw.includes('&')) return raw;
	return raw.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, (whole, hex, decimal, name) => {
		if (typeof name === 'string') return Object.hasOwn(named, name) ? (named[name] as string) : whole;
		const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
