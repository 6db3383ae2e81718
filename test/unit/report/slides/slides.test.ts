import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { labelled } from '#lib/i18n/labelled.ts';
import { openXlsx } from '#lib/import/formats/xlsx.ts';
import { writeReport } from '#lib/report/index.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { BODY } from '#lib/report/slides/fit.ts';
import { reportSlides } from '#lib/report/slides/report-slides.ts';
import type { Slide, SlideChart, SlideTable } from '#lib/report/slides/types.ts';
import { writeSlides } from '#lib/report/slides/write-slides.ts';
import { sampleInput } from '../fixture.ts';

const look = { locale: 'en', foot: 'Foot', brand: null, money: { scale: 2, sign: '£' } } as const;
const nasty = ['=1+1', '<b>&"\'</b>', ']]>', 'a\u0000b', '\ud800', '_x0041_', '两行\n文字', ' ', ''];

const chartsOf = (slides: readonly Slide[]) =>
	slides.flatMap(({ body }) => body.filter((piece): piece is SlideChart => piece.kind === 'chart'));

function parts(file: Uint8Array): Readonly<Record<string, Uint8Array>> {
	return unzipSync(file);
}
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** What is wrong with the nesting and the references of XML; null for nothing. */
function fault(xml: string): string | null {
	const open: string[] = [];
	let at = 0;
	for (const tag of xml.matchAll(
		/<(\/?)([^\s/>?!]+)((?:\s+[^\s=<>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*)(\/?)>|<\?[^>]*\?>/g
	)) {
		if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml.slice(at, tag.index)))
			return xml.slice(at, tag.index);
		if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(tag[3] ?? '')) return tag[0];
		at = tag.index + tag[0].length;
		if (tag[2] === undefined || tag[4] === '/') continue;
		if (tag[1] !== '/') open.push(tag[2]);
		else if (open.pop() !== tag[2]) return tag[0];
	}
	// eslint-disable-next-line no-control-regex -- what XML forbids is what this looks for
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml)) return 'control character';
	return open.length === 0 ? null : `open: ${open.join()}`;
}

/** Faults of all parts of a file, and of the workbooks inside. */
function faults(file: Uint8Array): string[] {
	return Object.entries(parts(file)).flatMap(([path, bytes]) => {
		if (path.endsWith('.xlsx')) return faults(bytes).map((found) => `${path}: ${found}`);
		if (!/\.(xml|rels)$/.test(path)) return [];
		const found = fault(text(bytes));
		return found === null ? [] : [`${path}: ${found}`];
	});
}

describe.each(['en', 'zh-CN'] as const)('the slides of a report in %s', (locale) => {
	const input = sampleInput(locale);
	const model = buildReportModel(input);
	const slides = reportSlides(model, voiceFor(locale, input.dataset.manifest), 2);

	test('say something in every title, and hold every table and picture', () => {
		for (const { title } of slides) expect(title.trim()).not.toBe('');
		const pieces = model.chapters.flatMap(({ items }) => items.filter(({ kind }) => kind === 'piece'));
		expect(slides.length).toBeGreaterThan(pieces.length / 2);
		const said = JSON.stringify(slides);
		for (const { findings } of model.sections)
			for (const { strong, rest } of findings)
				for (const part of [strong, rest]) expect(said).toContain(JSON.stringify(part).slice(1, -1));
		for (const { formulas } of model.definitions)
			for (const { value } of formulas) expect(said).toContain(JSON.stringify(value).slice(1, -1));
	});

	test('have definition, parameters and provenance in the notes of each section', () => {
		for (const { provenance, parameters, title } of model.sections) {
			const own = slides.filter(({ notes }) => notes.some((line) => line.includes(provenance)));
			expect(own.length, title).toBeGreaterThan(1);
			for (const { label, value } of parameters)
				expect(own[0]?.notes).toContain(labelled(label, value, locale));
		}
	});

	test('hold tables that stay within the slide, and every row once', () => {
		const tables = slides.flatMap(({ body }) =>
			body.filter((piece): piece is SlideTable => piece.kind === 'table')
		);
		const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
		for (const { widths, heights, rows } of tables) {
			expect(sum(widths)).toBeLessThanOrEqual(BODY.width + 1e-6);
			expect(sum(heights)).toBeLessThanOrEqual(BODY.height + 1e-6);
			expect(heights).toHaveLength(rows.length);
			for (const row of rows) expect(row).toHaveLength(widths.length);
		}
		const wanted = model.totals.tables.flatMap(({ rows }) => rows.map((row) => row.map((cell) => cell.text)));
		const found = tables.flatMap(({ rows }) =>
			rows.map((row) => row.map(({ runs }) => runs.map((run) => run.text).join('')))
		);
		for (const row of wanted)
			expect(found.filter((one) => one.join('|') === row.join('|'))).not.toHaveLength(0);
	});

	test('chart the numbers of the results', () => {
		const trend = input.analyses[0]?.result.tables['trend'];
		const revenue = [...(trend?.columns['revenue'] as Float64Array)];
		const chart = chartsOf(slides).find(({ format }) => format === 'money');
		expect(chart?.series[0]?.values).toEqual(revenue.map((value) => Math.max(0, value) / 100));
		for (const { series, labels } of chartsOf(slides))
			for (const { values } of series) {
				expect(values).toHaveLength(labels.length);
				expect(values.every((value) => Number.isFinite(value))).toBe(true);
			}
	});
});

describe('a file of slides', () => {
	const charted: SlideChart = {
		kind: 'chart',
		shape: 'columns',
		labels: nasty,
		series: [
			{ label: '=A1', values: nasty.map((_, i) => i * 1.25), colors: ['3a7896'] },
			{ label: '<&>', values: nasty.map((_, i) => -i), colors: ['1c4269'] }
		],
		format: 'money',
		axis: nasty.join(),
		alt: nasty.join(),
		note: nasty.join()
	};
	const slides: Slide[] = nasty.map((hostile) => ({
		above: hostile,
		title: hostile,
		notes: [hostile, 'second line'],
		body: [
			{ kind: 'tiles', tiles: [{ label: hostile, value: hostile, note: hostile }] },
			{ kind: 'words', paragraphs: [{ runs: [{ text: hostile }], size: 12, bullet: true }] },
			{ ...charted, labels: nasty.map((one) => one + hostile) },
			{
				...{
					kind: 'table',
					widths: [2],
					heights: [0.3, 0.3],
					size: 12,
					heads: 1,
					note: hostile,
					grid: false
				},
				rows: [[{ runs: [{ text: hostile }], align: 'left' }], [{ runs: [{ text: 'x' }], align: 'left' }]]
			}
		]
	}));

	test('is sound XML whatever the texts, holds no formula and no address outside', async () => {
		const file = await bytesOf(await writeSlides(slides, nasty.join(), { ...look, foot: nasty.join() }));
		expect(faults(file)).toEqual([]);
		const all = Object.entries(parts(file));
		const xml = all.map(([, bytes]) => text(bytes)).join('\n');
		expect(xml).not.toContain('TargetMode="External"');
		const books = all.filter(([path]) => path.endsWith('.xlsx'));
		expect(books).toHaveLength(nasty.length);
		for (const [, book] of books) {
			const sheet = text(parts(book)['xl/worksheets/sheet1.xml']);
			expect(sheet).not.toMatch(/<f[ >]/);
		}
		const notes = text(parts(file)['ppt/notesSlides/notesSlide1.xml']);
		expect(notes).toContain(
			'<a:t>=1+1</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-US"/><a:t>second line</a:t>'
		);
	});

	test('brings the numbers of each chart along in a workbook', async () => {
		const labels = ['一月', '=2', 'c'];
		const series = [
			{ label: '销售额', values: [0.1, 0, -12_345.67], colors: ['3a7896'] },
			{ label: 'b', values: [1, 2, 3], colors: ['3a7896'] }
		];
		const chart: SlideChart = { ...charted, labels, series };
		const file = await bytesOf(
			await writeSlides([{ above: '', title: 't', notes: [], body: [chart] }], 't', look)
		);
		const book =
			Object.entries(parts(file)).find(([path]) => path.endsWith('.xlsx'))?.[1] ?? new Uint8Array();
		const rows: string[][] = [];
		const reader = await openXlsx(new Blob([Uint8Array.from(book)]), false);
		for await (const batch of reader.rows(reader.sheets[0]?.name ?? null, null)) {
			rows.push(...batch.rows.map((row) => [...row]));
		}
		expect(rows).toEqual([
			['', '销售额', 'b'],
			['一月', '0.1', '1'],
			['=2', '0', '2'],
			['c', '-12345.67', '3']
		]);
	});

	test('is refused with a passphrase, rather than written open', async () => {
		await expect(writeReport(sampleInput('en'), 'pptx', 'a long secret')).rejects.toMatchObject({
			code: 'params-invalid'
		});
	});
});

const hasOffice = ['soffice', 'pdftotext'].every((name) => spawnSync(name, ['-v']).error === undefined);

// The oracle is LibreOffice; where it is not installed this says that it is skipped.
describe.skipIf(!hasOffice)('LibreOffice', () => {
	test('shows every slide with its sentence', { timeout: 180_000 }, async () => {
		const input = sampleInput('zh-CN');
		const model = buildReportModel(input);
		const slides = reportSlides(model, voiceFor('zh-CN', input.dataset.manifest), 2);
		const folder = mkdtempSync(join(tmpdir(), 'slides-'));
		try {
			const file = await bytesOf(await writeReport(input, 'pptx', null));
			expect(faults(file)).toEqual([]);
			writeFileSync(join(folder, 'deck.pptx'), file);
			const profile = `-env:UserInstallation=file://${folder}/profile`;
			const args = [
				profile,
				'--headless',
				'--convert-to',
				'pdf',
				'--outdir',
				folder,
				join(folder, 'deck.pptx')
			];
			execFileSync('soffice', args, { stdio: 'ignore' });
			execFileSync('pdftotext', [join(folder, 'deck.pdf')]);
			const pages = readFileSync(join(folder, 'deck.txt'), 'utf8').split('\f').slice(0, -1);
			expect(pages).toHaveLength(slides.length);
			const bare = (of: string) => of.replace(/\s+/g, '');
			for (const [i, { title }] of slides.entries()) expect(bare(pages[i] ?? '')).toContain(bare(title));
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
