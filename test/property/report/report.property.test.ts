import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { buildReportHtml, type ReportInput } from '#lib/report/index.ts';
import { escapeText, markup } from '#lib/report/html/markup.ts';
import { textFormat } from '../../support/import.ts';
import { sampleInput } from '../../unit/report/fixture.ts';

const payloads = [
	'<script>alert(1)</script>',
	'</style><script>alert(1)</script>',
	'</title><img src=x onerror=alert(1)>',
	'" onload="alert(1)',
	"' onclick='alert(1)",
	'<svg/onload=alert(1)>',
	'--><b>',
	']]><b>',
	'&lt;b&gt;',
	'&#60;b&#62;',
	'javascript:alert(1)',
	'\u2028<b>\u2029',
	'＜script＞',
	'{x} {n|count} ${1}',
	'</textarea><iframe srcdoc="x">'
];
const hostile = fc.oneof(
	fc.constantFrom(...payloads),
	fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\n', ' ')),
	fc
		.tuple(fc.string(), fc.constantFrom(...payloads), fc.string())
		.map((parts) => parts.join('').replaceAll('\n', ' '))
);

/** A report in which every text that data or a user can set is `text`. */
function filledWith(text: string): ReportInput {
	const input = sampleInput('en');
	const { manifest } = input.dataset;
	const words = { en: text, 'zh-CN': text };
	return {
		...input,
		request: { ...input.request, title: text, preparedFor: `x${text}`, notes: `x${text}x`, appVersion: text },
		dataset: {
			...input.dataset,
			manifest: {
				...manifest,
				name: text,
				file: { name: text, size: 1 },
				fingerprint: text,
				currency: text,
				attributes: [text],
				recipe: {
					...manifest.recipe,
					columns: [{ index: 0, header: text, role: 'customer' }],
					statusRules: [{ value: text, treatment: 'cancelled' }],
					source: { ...textFormat(manifest.recipe), delimiter: text }
				},
				totals: { ...manifest.totals, rejectedBy: { [`x${text}`]: 1 } }
			}
		},
		definitions: input.definitions.map((definition) => ({
			...definition,
			name: words,
			purpose: { en: `x${text}`, 'zh-CN': text },
			formulas: [{ id: text, name: words, text: words }],
			assumptions: [words],
			sources: [{ title: text, url: text }]
		})),
		analyses: [
			...input.analyses.map(({ result }) => ({
				provenance: text,
				result: { ...result, warnings: [{ code: `x${text}`, params: { [text]: text } }] }
			})),
			{
				provenance: text,
				result: {
					method: `x${text}`,
					version: 1,
					params: { [`x${text}`]: `x${text}` },
					frame: { asOf: 1, from: null, weekStart: 1 },
					status: 'ok',
					missing: [],
					n: 1,
					warnings: [],
					scalars: { [`x${text}`]: 1 },
					tables: {
						[`x${text}`]: { rows: 1, columns: { [`x${text}`]: [text] }, types: { [`x${text}`]: 'text' } }
					}
				}
			}
		]
	};
}

const count = (text: string, character: string) => text.split(character).length;

describe('a report on hostile text', () => {
	const tame = buildReportHtml(filledWith('tame'));

	test.prop([hostile], { numRuns: 60 })(
		'has no element, attribute or comment that came from data',
		(text) => {
			const html = buildReportHtml(filledWith(text));
			// Every bracket and quote of the document is its own: as many as with tame text in the same places.
			for (const character of ['<', '>', '"']) expect(count(html, character)).toBe(count(tame, character));
			expect(html).not.toMatch(/<(script|iframe|img|b\b[^>]+)/i);
		}
	);
});

// eslint-disable-next-line no-control-regex -- the characters that may not stand in a document
const FORBIDDEN = /[\u202a-\u202e\u2066-\u2069\u007f-\u009f\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

describe('escaped text', () => {
	const decode = (text: string) =>
		text
			.replace(/&lt;/g, '<')
			.replace(/&gt;/g, '>')
			.replace(/&quot;/g, '"')
			.replace(/&#39;/g, "'")
			.replace(/&#96;/g, '`')
			.replace(/&amp;/g, '&');

	test.prop([fc.string({ unit: 'grapheme' })])('reads as the text that was put in', (text) => {
		const clean = text.replace(FORBIDDEN, '\ufffd');
		expect(decode(escapeText(text))).toBe(clean);
	});

	test.prop([fc.string({ unit: 'binary' })])('holds no character that means something to HTML', (text) => {
		expect(escapeText(text)).not.toMatch(/[<>"'`]/);
		expect(markup`${text}`.text).toBe(escapeText(text));
	});
});
