import { describe, expect, test } from 'vitest';
import type { AskedItem, AskedPiece } from '#lib/core/dataset/report-layout.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { buildReportHtml } from '#lib/report/build-report-html.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { ownText } from '#lib/report/model/own-text.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { sha256Hex } from '#lib/report/sha256.ts';
import { reportSheets } from '#lib/report/sheets/report-sheets.ts';
import { readSnapshot } from '#lib/report/snapshot/read-snapshot.ts';
import { writeSnapshot } from '#lib/report/snapshot/write-snapshot.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { sampleInput } from './fixture.ts';

const piece = (section: number, id: string, more: Partial<AskedPiece> = {}): AskedPiece => ({
	...{ kind: 'piece', section, piece: id, caption: '', remarks: [] },
	...more
});
const heading = (text: string): AskedItem => ({ kind: 'heading', text, word: null });

/** The sample shop's report (overview, rfm, lifecycle, retention) of these items. */
function reportOf(items: readonly AskedItem[], hideBelow: number | null = null): ReportInput {
	const input = sampleInput('en');
	return { ...input, request: { ...input.request, items, hideBelow } };
}
const titles = (items: readonly AskedItem[]) =>
	buildReportModel(reportOf(items)).chapters.map(({ title, items: own }) => [
		title,
		...own.map((item) => (item.kind === 'piece' ? item.block.id : item.kind))
	]);

describe('items of a report', () => {
	test('stand in their order under their headings, pieces of one analysis in several chapters', () => {
		expect(
			titles([
				{ kind: 'summary' },
				heading('First'),
				piece(2, 'funnel'),
				{ kind: 'text', text: 'Own words' },
				piece(0, 'tiles'),
				heading('Second'),
				piece(2, 'stages')
			])
		).toEqual([
			['', 'summary'],
			['First', 'funnel', 'text', 'tiles'],
			['Second', 'stages']
		]);
	});

	test('are a chapter per method, findings first, where nothing is said of them', () => {
		const { chapters, sections } = buildReportModel(sampleInput('en'));
		expect(chapters.map(({ title }) => title)).toEqual(['', ...sections.map(({ title }) => title)]);
		for (const [i, section] of sections.entries()) {
			const own = chapters[i + 1]?.items ?? [];
			expect(own[0]).toMatchObject({ kind: 'findings', section });
			expect(own.slice(1).map((item) => item.kind === 'piece' && item.block)).toEqual(section.blocks);
		}
	});

	test('leave out all that nobody asked for: pieces, and sentences', () => {
		const model = buildReportModel(reportOf([piece(2, 'funnel')]));
		expect(model.sections.map(({ blocks, findings }) => [blocks.length, findings.length])).toEqual([
			[0, 0],
			[0, 0],
			[1, 0],
			[0, 0]
		]);
	});

	test('name a place that is not there without harm', () => {
		expect(titles([piece(9, 'funnel'), piece(0, 'unheard-of'), heading('')])).toEqual([]);
	});
});

describe('own words', () => {
	test('are text and nothing else, whatever they look like', () => {
		const html = buildReportHtml(
			reportOf([
				heading('<h1>Big</h1>'),
				{ kind: 'text', text: '<script>alert(1)</script>\n\n- one\n- <img src=x>' },
				piece(2, 'funnel', { caption: '<b>bold</b>', remarks: [{ at: '', text: '"><i>' }] })
			])
		);
		expect(html).not.toMatch(/<(script|img|i|h1>Big)\b/);
		expect(html).toContain('<li>&lt;img src=x&gt;</li>');
		expect(html).toContain('<p class="caption">&lt;b&gt;bold&lt;/b&gt;</p>');
	});

	test('begin a list at a dash or a number, and end it at any other line', () => {
		expect(ownText('1. a\n2) b\n- c\nd')).toEqual([
			{ kind: 'list', numbered: true, entries: ['a', 'b'] },
			{ kind: 'list', numbered: false, entries: ['c'] },
			{ kind: 'paragraph', text: 'd' }
		]);
	});
});

describe('a remark', () => {
	const at = (key: string, text: string) => reportOf([piece(0, 'revenue', { remarks: [{ at: key, text }] })]);

	test('stands by its number on the picture, at its row and below', () => {
		const html = buildReportHtml(at('2024-11', 'Campaign'));
		expect(html).toMatch(
			/<g class="pin"><line [^>]*\/><circle [^>]*\/><rect [^>]*\/><text x="[\d.]+%" y="-?[\d.]+">1<\/text>/
		);
		expect(html).toMatch(/2024-11<sup class="remark">1<\/sup>/);
		expect(html).toContain('<ol class="remarks"><li><b>2024-11</b> Campaign</li></ol>');
	});

	test('is about the whole where its mark is gone', () => {
		expect(buildReportHtml(at('1999-01', 'Long ago'))).toContain(
			'<ol class="remarks"><li>Long ago</li></ol>'
		);
	});

	test('on a hidden row keeps its numbers to itself, in the report and in the snapshot', () => {
		const block = buildReportModel(reportOf([piece(1, 'matrix')], 5)).sections[1]?.blocks[0];
		const rows = block?.kind === 'matrix' ? block.matrix.cells : [];
		const row = rows.findIndex((cells) => cells.some(({ main }) => main === '·'));
		expect(row).toBeGreaterThanOrEqual(0);
		const remarks = [
			{ at: `#${row}`, text: 'These are 7' },
			{ at: `#${row}`, text: 'To be watched' }
		];
		const input = reportOf([piece(1, 'matrix', { remarks })], 5);
		for (const text of [buildReportHtml(input), writeSnapshot(input)]) {
			expect(text).not.toContain('These are 7');
			expect(text).toContain('To be watched');
		}
	});
});

describe('the files of a report with items', () => {
	const items = [
		heading('H'),
		piece(2, 'stages', { caption: 'See the note' }),
		{ kind: 'text' as const, text: 'In between' },
		piece(0, 'revenue')
	];

	test('workbook: one sheet per table in reading order, captions under them, own words on the first', () => {
		const input = reportOf(items);
		const voice = voiceFor('en', input.dataset.manifest);
		const sheets = reportSheets(buildReportModel(input), voice);
		expect(sheets.slice(1, 3).map(({ name }) => name.slice(0, 4))).toEqual(['1.1 ', '1.2 ']);
		expect(sheets[3]?.name).not.toMatch(/^\d/);
		expect(sheets[1]?.rows.at(-1)).toEqual([{ text: 'See the note', look: 'note' }]);
		expect(sheets[0]?.rows).toContainEqual([{ text: 'H' }, { text: 'In between' }]);
	});

	test('snapshot: the items come back as they were, and files of before there were any still open', () => {
		const brand = { organisation: 'Own', accent: '#225588', logo: null };
		const input = reportOf(items);
		const text = writeSnapshot({ ...input, request: { ...input.request, brand } });
		expect(readSnapshot(text)).toMatchObject({ items, brand });
		const { body } = JSON.parse(text) as { body: Record<string, unknown> };
		delete body['items'];
		delete body['brand'];
		const checksum = sha256Hex(canonicalJson(body));
		const older = JSON.stringify({ format: 'clientele-snapshot', schema: 1, checksum, body });
		expect(readSnapshot(older).items).toBeUndefined();
		expect(readSnapshot(older).analyses).toEqual(input.analyses);
	});

	test.each(['data:image/svg+xml;base64,AAAA', 'https://example.com/a.png', 'data:image/png;base64,"'])(
		'snapshot: a logo that is no bitmap in the file is refused: %s',
		(logo) => {
			const input = reportOf(items);
			const brand = { organisation: '', accent: null, logo };
			const text = writeSnapshot({ ...input, request: { ...input.request, brand } });
			expect(() => readSnapshot(text)).toThrow();
		}
	);
});
