import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { tableOf } from '../../workers/shop.ts';

/** Customers who occur nowhere else: an id, a name, a phone, an e-mail address and a note each. */
const people = [
	['KANARI-7731', '金丝雀·慕容', '13877310001', 'kanari.murong@example.cn', '慕容先生的生日是五月'],
	[
		'canary_<&>"8842',
		"Aoife O'Canary & Söns",
		'+44 20 7946 0442',
		'aoife_canary@example.org',
		'Aoife owes <b>money</b>'
	],
	['=CANARY()9953', '鳥越𠮷丸', '13899530003', 'torigoe9953@example.jp', '𠮷丸さん no calls'],
	['00112233445566', 'Zażółć Canaryński', '13844550004', 'zazolc4455@example.pl', 'Zażółć 付款晚']
] as const;

/** What no redacted file may hold. */
export const canaries: readonly string[] = people.flat();

const headers = ['手机', 'E-mail', 'Note'] as const;

/** A shop of 400 customers, every fourth of them a canary's like; the last hundred rows of each are the canaries' own. */
export function canaryTable(): OrderTable {
	const lines = Array.from({ length: 400 }, (_, i) => {
		const person = people[i % people.length] as (typeof people)[number];
		const own = i < 40;
		return {
			key: own ? person[0] : `plain-${i}`,
			name: own ? person[1] : `Plain ${i}`,
			day: 19_000 + ((i * 37) % 700),
			amount: 1000 + i * 7
		};
	});
	const table = tableOf(lines);
	const customerOf = (who: number) => people.find(([key]) => key === keyOf(table, who));
	return {
		...table,
		attributes: headers.map((header, at) => {
			const values = new DictionaryBuilder();
			const codes = Uint32Array.from(table.customer, (who) =>
				values.intern(customerOf(who)?.[at === 0 ? 2 : at === 1 ? 3 : 4] ?? `${header} ${who % 3}`)
			);
			return { header, dictionary: values.build(), codes };
		})
	};
}

function keyOf({ customers: { bytes, offsets } }: OrderTable, who: number): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(offsets[who], offsets[who + 1]));
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escaped = (text: string) =>
	Array.from(
		{ length: text.length },
		(_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`
	).join('');
const numeric = (text: string) => [...text].map((sign) => `&#${sign.codePointAt(0) ?? 0};`).join('');

/** Every form in which a text may lie in a file: bytes of UTF-8 and UTF-16, as JSON, as XML, as escapes. */
function formsOf(text: string): Buffer[] {
	const texts = [
		text,
		xml(text),
		xml(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
		xml(text).replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
		text.replaceAll('"', '""'),
		JSON.stringify(text).slice(1, -1),
		escaped(text),
		numeric(text)
	];
	return [...new Set(texts)].flatMap((form) => {
		const wide = Buffer.from(form, 'utf16le');
		return [Buffer.from(form, 'utf8'), wide, Buffer.from(wide).swap16()];
	});
}

const forms = canaries.map((text) => ({ text, forms: formsOf(text) }));

/** The canaries that lie in a file, in whatever form. */
export function canariesIn(file: Uint8Array): string[] {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	return forms.filter((canary) => canary.forms.some((form) => bytes.includes(form))).map(({ text }) => text);
}
