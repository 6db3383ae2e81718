import { drawFrom, type Draw } from '../samples/random.ts';
import { encodeLegacy, type LegacyEncoding } from './legacy-encoder.ts';
import { fields, words, type Field, type Language, type Words } from './words.ts';

/** How the text of an export becomes bytes; UTF-16 comes with a mark and without. */
export const forms = [
	'utf-8',
	'utf-8 bom',
	'utf-16le',
	'utf-16le bom',
	'utf-16be',
	'utf-16be bom',
	'legacy'
] as const;
export type Form = (typeof forms)[number];

/** What older programs of a language write. */
export const legacyOf: Readonly<Record<Language, LegacyEncoding>> = {
	simplified: 'gb18030',
	traditional: 'big5',
	japanese: 'shift_jis',
	western: 'windows-1252'
};

export const rowCounts = [1, 2, 3, 5, 10, 30, 100, 300, 1000] as const;

/** One generated file, and what it says. */
export interface EncodedExport {
	readonly language: Language;
	readonly form: Form;
	readonly rows: number;
	readonly text: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How a program writes a file. */
interface Writing {
	readonly rows: number;
	readonly columns: readonly Field[];
	readonly delimiter: string;
	readonly end: string;
}

/**
 * Exports of every language × form × number of rows, `rounds` of each with other columns, delimiters and values. All
 * are drawn from one seed. A file of which every character is ASCII tells nothing about encodings: none is made.
 */
export function* encodedExports(rounds: number, seed: number): Generator<EncodedExport> {
	const draw = drawFrom(seed);
	for (let round = 0; round < rounds; round++) {
		for (const language of Object.keys(words) as Language[]) {
			for (const form of forms) {
				for (const rows of rowCounts) {
					const text = writeTable(draw, words[language], rows);
					yield { language, form, rows, text, bytes: encode(text, form, language) };
				}
			}
		}
	}
}

function writeTable(draw: Draw, vocabulary: Words, rows: number): string {
	const optional = fields.filter((field) => field !== 'order' && field !== 'customer' && field !== 'date');
	const chosen = draw.distinct(draw.int(0, 4), optional.length).map((i) => optional[i] as Field);
	const writing: Writing = {
		rows,
		columns: ['order', 'customer', 'date', ...chosen],
		delimiter: draw.pick([',', ';', '\t']),
		end: draw.pick(['\n', '\r\n'])
	};
	for (;;) {
		const text = draft(draw, vocabulary, writing);
		// eslint-disable-next-line no-control-regex -- ASCII begins with the control characters
		if (!/^[\u0000-\u007f]*$/.test(text)) return text;
	}
}

function draft(draw: Draw, vocabulary: Words, { rows, columns, delimiter, end }: Writing): string {
	// The hardest are those whose header is English and whose only other letters are a name or two.
	const english = draw.chance(0.5);
	const lines = [columns.map((field) => (english ? field : draw.pick(vocabulary.headers[field])))];
	for (let row = 0; row < rows; row++) {
		lines.push(columns.map((field) => cell(draw, vocabulary, field)));
	}
	const quote = (text: string): string => (text.includes(delimiter) ? `"${text}"` : text);
	return lines.map((line) => line.map(quote).join(delimiter) + end).join('');
}

function cell(draw: Draw, vocabulary: Words, field: Field): string {
	switch (field) {
		case 'order':
			return `SO${String(draw.int(100_000, 999_999))}`;
		case 'customer': {
			const family = draw.pick(vocabulary.family);
			const given = draw.pick(vocabulary.given);
			return vocabulary.nameOrder === 'family-first' ? family + given : `${given} ${family}`;
		}
		case 'date':
			return `202${String(draw.int(0, 5))}-0${String(draw.int(1, 9))}-1${String(draw.int(0, 9))}`;
		case 'amount':
			return (draw.int(100, 99_999) / 100).toFixed(2);
		case 'city':
			return draw.pick(vocabulary.cities);
		case 'product':
			return draw.pick(vocabulary.products);
		case 'status':
			return draw.pick(vocabulary.statuses);
		case 'remark':
			return draw.chance(0.4) ? draw.pick(vocabulary.remarks) : '';
		case 'company':
			return draw.pick(vocabulary.companies);
	}
}

function encode(text: string, form: Form, language: Language): Uint8Array<ArrayBuffer> {
	const marked = form.endsWith('bom') ? `\ufeff${text}` : text;
	if (form.startsWith('utf-8')) return new TextEncoder().encode(marked);
	if (form === 'legacy') return encodeLegacy(text, legacyOf[language]);
	const view = new DataView(new ArrayBuffer(2 * marked.length));
	for (let i = 0; i < marked.length; i++)
		view.setUint16(2 * i, marked.charCodeAt(i), form.startsWith('utf-16le'));
	return new Uint8Array(view.buffer);
}
