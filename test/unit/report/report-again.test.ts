import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { buildReportHtml, readSnapshot, reportAgain, writeSnapshot } from '#lib/report/index.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { sha256Hex } from '#lib/report/sha256.ts';
import { writeReport } from '#lib/report/write-report.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { sampleInput } from './fixture.ts';

const brand = { organisation: 'North & Co', accent: '#225588', logo: null };
const remarks = [
	{ at: '2024-11', text: 'Campaign' },
	{ at: '', text: 'As a whole' }
];
const items = [
	{ kind: 'summary' as const },
	{ kind: 'heading' as const, text: '', word: 'growth' as const },
	{ kind: 'text' as const, text: 'Own words' },
	{ kind: 'piece' as const, section: 0, piece: 'revenue', caption: 'See the note', remarks },
	{ kind: 'piece' as const, section: 1, piece: '*', caption: '', remarks: [] }
];

/** The sample's report of a language with all that a workspace can say of it. */
function workspaceReport(locale: 'en' | 'zh-CN', more: Partial<ReportInput['request']> = {}): ReportInput {
	const input = sampleInput(locale);
	return { ...input, request: { ...input.request, items, brand, ...more } };
}

function readyReport(locale: 'en' | 'zh-CN'): ReportInput {
	const input = sampleInput(locale);
	const titled = { template: 'year', subject: 'Shop' } as const;
	return { ...input, request: { ...input.request, title: '', titled } };
}

/** The same from its snapshot, in the languages that the snapshot names, as of the same day. */
function fromSnapshot(text: string, nowMs: number): ReportInput {
	const open = readSnapshot(text);
	const page = open.page ?? { locale: 'en', also: null, interactive: false };
	return reportAgain(open, { ...page, nowMs, appVersion: '0.1.0' });
}

describe('a report that is made again from its snapshot', () => {
	test.each([
		workspaceReport('en', { interactive: true }),
		workspaceReport('zh-CN', { also: 'en' }),
		// All that the methods say, under the title of a ready report.
		readyReport('en')
	])('is the same page, to the byte', (input) => {
		const again = fromSnapshot(writeSnapshot(input), input.request.nowMs);
		expect(buildReportHtml(again)).toBe(buildReportHtml(input));
	});

	test.each(['en', 'zh-CN'] as const)('says the same in every other form: %s', async (locale) => {
		const input = workspaceReport(locale);
		const again = fromSnapshot(writeSnapshot(input), input.request.nowMs);
		expect(buildReportModel(again)).toEqual(buildReportModel(input));
		const bytes = async (of: ReportInput) => (await writeReport(of, 'csv', null)).arrayBuffer();
		expect(new Uint8Array(await bytes(again))).toEqual(new Uint8Array(await bytes(input)));
	});

	test('differs by the day on which it is made, and by nothing else', () => {
		const input = workspaceReport('en');
		const lines = (html: string) => html.split('\n');
		const later = lines(
			buildReportHtml(fromSnapshot(writeSnapshot(input), input.request.nowMs + 864e5 * 40))
		);
		const differing = lines(buildReportHtml(input)).filter((line, i) => line !== later[i]);
		expect(differing.length).toBeGreaterThan(0);
		for (const line of differing) expect(line).toContain('2026-01-06');
	});

	test('can be in another language than it was', () => {
		const text = writeSnapshot(workspaceReport('en'));
		const open = readSnapshot(text);
		const html = buildReportHtml(
			reportAgain(open, { locale: 'zh-CN', also: null, interactive: false, nowMs: 0, appVersion: '1' })
		);
		expect(html).toContain('<html lang="zh-CN">');
		expect(html).toMatch(/Campaign<\/li>/);
	});

	test('is made of snapshots of before they said all of it; what they do not know is no number', () => {
		const { body, ...head } = JSON.parse(writeSnapshot(workspaceReport('en'))) as {
			body: Record<string, unknown>;
		};
		const later = ['page', 'facts', 'items', 'beside'];
		const before = Object.fromEntries(Object.entries(body).filter(([name]) => !later.includes(name)));
		const older = { ...head, schema: 1, checksum: sha256Hex(canonicalJson(before)), body: before };
		const { facts, chapters } = buildReportModel(fromSnapshot(JSON.stringify(older), 0));
		expect(chapters.length).toBeGreaterThan(4);
		expect(facts.filter(({ value }) => value === '–')).toHaveLength(1);
	});
});
