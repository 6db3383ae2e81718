import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { AskedItem, ReportBrand } from '#lib/core/dataset/report-layout.ts';
import { contrast, readableAccent } from '#lib/core/drawing/readable-accent.ts';
import { buildReportHtml } from '#lib/report/build-report-html.ts';
import { protectHtml } from '#lib/report/protect/protect-html.ts';
import type { ReportRequest } from '#lib/api/index.ts';
import { openedByNode } from './protect/opened-by-node.ts';
import { sampleInput } from './fixture.ts';

const htmlOf = (change: Partial<ReportRequest>) => {
	const input = sampleInput('zh-CN');
	return buildReportHtml({ ...input, request: { ...input.request, ...change } });
};
const brandOf = (change: Partial<ReportBrand>): ReportBrand => ({
	...{ organisation: '', accent: null, logo: null },
	...change
});
const policyIn = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const scriptsIn = (html: string) =>
	[...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text ?? '');
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('an interactive report', () => {
	const html = htmlOf({ interactive: true });

	test('holds one script, the one whose hash its policy names, and nothing else is allowed', () => {
		const [script, ...others] = scriptsIn(html);
		expect(others).toEqual([]);
		expect(policyIn(html)).toBe(
			`default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src ${hashOf(script ?? '')}; base-uri 'none'; form-action 'none'`
		);
		expect(script).not.toMatch(/fetch|XMLHttp|WebSocket|import\s*\(|innerHTML|eval|https?:/);
		expect(() => new Script(script ?? '')).not.toThrow();
	});

	test('says all without the script: its switches stand hidden, marks have their words', () => {
		// In the banner: what stands outside of every landmark is passed by.
		expect(html).toMatch(/<header class="cover">\s*<div class="tools" id="tools"[^>]* hidden>/);
		expect(html).toMatch(/<g class="point"><title>2023-01 · [^<]*¥/);
		expect(html.replace(/<script>[\s\S]*<\/script>\n/, '').length).toBeLessThan(html.length);
	});

	test('behind a passphrase: the lock does what the script would, by a hash of its own', async () => {
		const locked = await protectHtml(html, 'a long secret', 'zh-CN', undefined, true);
		const [script = ''] = scriptsIn(locked);
		expect(policyIn(locked)).toContain(`script-src ${hashOf(script)}`);
		expect(script).toContain("getElementById('tools')");
		expect(() => new Script(script)).not.toThrow();
		expect(openedByNode(locked, 'a long secret')).toBe(html);
	});
});

describe('a report in both languages', () => {
	const items: AskedItem[] = [
		{ kind: 'summary' },
		{ kind: 'heading', text: '', word: 'stages' },
		{ kind: 'text', text: '只此一次' },
		{ kind: 'piece', section: 2, piece: 'funnel', caption: '', remarks: [] }
	];
	const html = htmlOf({ items, also: 'en' });

	test('gives each part in 中文, then in English, own words once', () => {
		const parts = [...html.matchAll(/<div class="tongue" lang="([^"]+)">/g)].map(([, lang]) => lang);
		expect(parts.length).toBeGreaterThan(8);
		expect(parts.filter((_, i) => i % 2 === 0).every((lang) => lang === 'zh-CN')).toBe(true);
		expect(parts.filter((_, i) => i % 2 === 1).every((lang) => lang === 'en')).toBe(true);
		expect(html.split('只此一次').length).toBe(2);
		expect(html).toContain('客户所处阶段');
		expect(html).toContain('Where customers stand');
	});

	test('has no id twice, and no link to nowhere', () => {
		const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [, to] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(to);
	});
});

describe('a brand', () => {
	test('stands in the head and at the foot of every sheet, whatever signs are in it', () => {
		const html = htmlOf({ brand: brandOf({ organisation: `"}</style><b>A&B \\ 甲` }) });
		expect(html).not.toContain('</style><b>A');
		expect(html).toContain('&lt;/style&gt;&lt;b&gt;A&amp;B');
		expect(html).toContain('content:"\\22 \\7d \\3c \\2f style\\3e');
	});

	test('shows a logo as a picture inside the file, and no mark of this app', () => {
		const logo = 'data:image/png;base64,iVBORw0KGgo=';
		const html = htmlOf({ brand: brandOf({ logo, organisation: 'Own' }) });
		expect(html).toContain(`<img src="${logo}" alt="Own">`);
		const seen = html.replace(/<style>[\s\S]*?<\/style>|<meta[^>]*>/g, '');
		expect(seen.split('客析台').length).toBe(2);
	});

	test.each(['#ffee00', '#000000', '#ffffff', '#7f7f7f', '#2b4c9b', '#e00000'])(
		'%s can be read by day and by night, and what is written on it too (WCAG 2.2: 4.5)',
		(accent) => {
			const [day, night] = readableAccent(accent);
			for (const paper of ['#ffffff', '#f7f6f3'])
				expect(contrast(day.color, paper)).toBeGreaterThanOrEqual(4.5);
			for (const paper of ['#14161a', '#1b1e23'])
				expect(contrast(night.color, paper)).toBeGreaterThanOrEqual(4.5);
			for (const { color, on } of [day, night]) expect(contrast(color, on)).toBeGreaterThanOrEqual(4.5);
			expect(htmlOf({ brand: brandOf({ accent }) })).toContain(`--accent:${day.color}`);
		}
	);
});
