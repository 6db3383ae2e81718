import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { buildReportHtml, type ReportInput } from '#lib/report/index.ts';
import words from '#lib/i18n/en/terms.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { shop, shopFrame } from '../../support/shop.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger } from '../../support/real-data.ts';
import { inputOf, sampleInput } from './fixture.ts';

const english = buildReportHtml(sampleInput('en'));
const chinese = buildReportHtml(sampleInput('zh-CN'));
const terms = words.segments;
const textOf = (html: string) =>
	html
		.replaceAll('&#39;', "'")
		.replace(/<style>[\s\S]*?<\/style>/, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

describe.each([
	['en', english],
	['zh-CN', chinese]
] as const)('the report in %s', (locale, html) => {
	test('is one file without script, link, frame, form or address to load', () => {
		expect(html).not.toMatch(/<(script|link|iframe|object|embed|form|base|img|video|audio|image|use)\b/i);
		expect(html).not.toMatch(/\s(src|srcset|on[a-z]+|action|xlink:href)=/i);
		expect(html).not.toMatch(/@import|url\(/i);
		expect([...html.matchAll(/href="([^"]*)"/g)].every(([, to]) => to?.startsWith('#'))).toBe(true);
	});

	test('forbids by its own policy all that it does not need', () => {
		expect(html).toContain(
			`http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`
		);
		// The policy only covers what follows it.
		expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
	});

	test('says its language and is found complete: every link inside leads somewhere', () => {
		expect(html).toContain(`<html lang="${locale}">`);
		for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`id="${id}"`);
	});

	test('opens and closes every element in order', () => {
		expect(unbalanced(html)).toEqual([]);
	});

	test('gives every table a caption and its heads a scope', () => {
		const tables = html.match(/<table\b[\s\S]*?<\/table>/g) ?? [];
		expect(tables.length).toBeGreaterThan(14);
		for (const table of tables) {
			expect(table).toContain('<caption>');
			expect(table.match(/<th\b(?![^>]*scope=)/g)).toBeNull();
		}
	});

	test('gives every region a name of its own', () => {
		const names = [...html.matchAll(/role="region" aria-label="([^"]*)"/g)].map(([, name]) => name);
		expect(names.length).toBeGreaterThan(5);
		expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
	});

	test('prints the hash of every analysis, the file’s fingerprint and the as-of date', () => {
		const input = sampleInput(locale);
		for (const { provenance } of input.analyses) expect(html.split(provenance).length).toBeGreaterThan(2);
		expect(html).toContain(input.dataset.manifest.fingerprint);
		expect(html).toContain('2025-12-31');
	});

	test('leaves no parameter of a sentence open and no number unsaid', () => {
		expect(textOf(html)).not.toMatch(/\{[a-z]+[|}]|undefined|NaN|\[object|Infinity/);
	});
});

describe('the English report', () => {
	test('opens with findings in sentences from the numbers', () => {
		const text = textOf(english);
		const customers = sampleInput('en').analyses[0]?.result.scalars['customers'];
		expect(text).toContain(`${Number(customers).toLocaleString('en')} customers spent £`);
		expect(text).toMatch(
			/Most fell silent in 2025-04: \d+ of the 1,\d+ customers active in the month before/
		);
		expect(text).toMatch(/[\d.]+% of customers order again in Month 1|in month 1 after their first/);
	});

	test('adds up the control totals in rows and money', () => {
		const { source } = sampleInput('en').dataset.manifest.totals;
		const rows = source.rows.toLocaleString('en');
		expect(textOf(english)).toContain('Every row of the source file is accounted for.');
		expect(textOf(english).split(` ${rows} £`).length).toBe(3);
	});

	test('warns in plain words when the control totals do not add up', () => {
		const input = sampleInput('en');
		const { manifest } = input.dataset;
		const broken = {
			...manifest,
			totals: { ...manifest.totals, source: { rows: manifest.totals.source.rows + 1, amount: 0 } }
		};
		const html = buildReportHtml({ ...input, dataset: { ...input.dataset, manifest: broken } });
		expect(textOf(html)).toContain('The rows do not add up. Do not use this report.');
	});
});

describe('the Chinese report', () => {
	test('speaks Chinese throughout: titles, findings, segments and parameters', () => {
		const text = textOf(chinese);
		for (const words of [
			'主要发现',
			'复购',
			'冠军',
			'重要价值',
			'同期群',
			'指标定义',
			'数据核对',
			'按值分位'
		])
			expect(text).toContain(words);
		expect(text).toMatch(/位客户共下单 [\d,]+ 单，消费 ¥[\d.]+万/);
		expect(text).not.toMatch(/\b(customers|orders|revenue|Period|Table)\b/);
	});
});

describe('a report on little or unknown', () => {
	test('says that there is not enough data instead of drawing empty charts', () => {
		const input = sampleInput('en');
		const [analysis] = input.analyses;
		if (analysis === undefined) throw new Error('no analysis');
		const missing = [{ code: 'no-orders', params: {} }];
		const html = buildReportHtml({
			...input,
			analyses: [{ ...analysis, result: { ...analysis.result, status: 'not-enough-data', missing } }]
		});
		expect(textOf(html)).toContain('Not enough data for this analysis.');
		expect(html).not.toContain('<svg');
	});

	test('prints the numbers of a method that it has no words for', () => {
		const input: ReportInput = {
			...sampleInput('en'),
			analyses: [
				{
					provenance: '0'.repeat(64),
					result: {
						method: 'unheard-of',
						version: 3,
						params: { depth: 7 },
						frame: { asOf: 20_000, from: null, weekStart: 1 },
						status: 'ok',
						missing: [],
						n: 5,
						warnings: [],
						scalars: { answer: 42 },
						tables: {
							things: {
								rows: 1,
								columns: { name: ['first'], share: Float64Array.of(0.25) },
								types: { name: 'text', share: 'share' }
							}
						}
					}
				}
			]
		};
		const text = textOf(buildReportHtml(input));
		for (const part of ['unheard-of', 'answer 42', 'first 25.0%', 'depth 7']) expect(text).toContain(part);
	});

	test('works without an analysis, notes or a name to prepare it for', () => {
		const input = sampleInput('en');
		const html = buildReportHtml({
			...input,
			request: { ...input.request, notes: '', preparedFor: '' },
			analyses: []
		});
		expect(html).not.toContain('Prepared for');
		expect(unbalanced(html)).toEqual([]);
	});
});

describeWithData('the report on Online Retail', () => {
	test('finds what the published figures say: 471 once-strong customers have gone quiet', () => {
		const ledger = loadLedger('online-retail');
		const manifest = { ...sampleInput('en').dataset.manifest, scale: ledger.scale, currency: 'GBP' };
		const text = textOf(buildReportHtml(inputOf(ledger, manifest, 'en')));
		expect(text).toContain('4,338 customers spent £8.91M in 18,532 orders.');
		expect(text).toContain('27.7% of customers bring 73.2% of the revenue.');
		expect(text).toContain(
			`471 once-strong customers (${terms['at-risk']} and ${terms['cant-lose']}) have gone quiet; they spent £930k.`
		);
		expect(text).toContain(
			'65.6% of them bought again; the top tenth of customers brings 61.4% of the revenue.'
		);
	});
});

/** Elements that are not closed in the order in which they were opened. */
test('own segments, weights and VIPs are printed with the rules that make them', () => {
	const input = sampleInput('en');
	const ledger = { ledger: shop, frame: shopFrame };
	const params = v.parse(rfm.params, {
		rules: [{ segment: '<b>Friends</b>', recency: [2, 5], frequency: [1, 5], monetary: [1, 5] }],
		weights: { recency: 3 },
		vip: { frequency: 2 },
		sensitivity: 'window'
	});
	const own = { result: rfm.run(ledger, params).result, provenance: 'a'.repeat(64) };
	const html = buildReportHtml({ ...input, analyses: [own] });
	expect(html).not.toContain('<b>Friends');
	const words = textOf(html);
	expect(words).toContain('&lt;b&gt;Friends&lt;/b&gt; 2–5 1–5 1–5');
	expect(words).toContain('Of 125 codes 25 are in no segment and 0 are claimed twice');
	expect(words).toMatch(/No rule fits \d+/);
	expect(words).toContain('R 3 : F 1 : M 1');
	expect(words).toMatch(/How stable the segments are: the window [\s\S]* −50% \d+ \d+/);
	expect(words).toMatch(/VIPs: \d+ customers \([\d.]+%\) bring/);
	expect(unbalanced(html)).toEqual([]);
});

function unbalanced(html: string): string[] {
	const open: string[] = [];
	const wrong: string[] = [];
	for (const [, slash, name = '', self] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)) {
		if (self === '/' || ['meta', 'br'].includes(name)) continue;
		if (slash === '') open.push(name);
		else if (open.pop() !== name) wrong.push(name);
	}
	return [...wrong, ...open];
}
