import { describe, expect, test } from 'vitest';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { reportSlides } from '#lib/report/slides/report-slides.ts';
import { sampleInput } from '../fixture.ts';

/** The slides of one piece of the sample's report with a remark at a mark. */
function slidesOf(section: number, piece: string, at: string, text = 'Late') {
	const input = sampleInput('en');
	const remarks = [{ at, text }];
	const items = [{ kind: 'piece' as const, section, piece, caption: '', remarks }];
	const model = buildReportModel({ ...input, request: { ...input.request, items } });
	const slides = reportSlides(model, voiceFor('en', input.dataset.manifest), 2);
	return slides.filter((slide) => JSON.stringify(slide).includes(text));
}
const LONG = `${'long '.repeat(600)}end`;
const kinds = (slides: ReturnType<typeof slidesOf>) => slides.map(({ body }) => body.map(({ kind }) => kind));

describe('remarks on slides', () => {
	test('stand below a chart, or a table that leaves room, with their number at the mark', () => {
		expect(kinds(slidesOf(0, 'revenue', '2024-11'))).toEqual([['chart', 'words']]);
		expect(JSON.stringify(slidesOf(0, 'revenue', '2024-11'))).toContain('"2024-11 [1]"');
		expect(kinds(slidesOf(2, 'funnel', '#1'))).toEqual([['table', 'words']]);
	});

	test('stand with the bars of a table that leaves none, else on a slide of their own', () => {
		expect(kinds(slidesOf(2, 'funnel', '#1', LONG))).toEqual([['chart', 'words']]);
		expect(kinds(slidesOf(3, 'triangle', '2023-03.4', LONG))).toEqual([['words']]);
	});
});
