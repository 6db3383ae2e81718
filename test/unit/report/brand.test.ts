import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contrast } from '#lib/core/drawing/readable-accent.ts';
import { logoOf, paperAccent } from '#lib/report/brand.ts';
import { writeReport } from '#lib/report/index.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { sampleInput } from './fixture.ts';

/** A PNG of 4 by 2 pixels, one colour. */
const png =
	'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGNQSFgARwzIHABxGgkB5j2ixQAAAABJRU5ErkJggg==';
const brand = { organisation: 'Ost & West <GmbH>', accent: '#ffe14d', logo: `data:image/png;base64,${png}` };
const input = sampleInput('en');
const items = [{ kind: 'summary' as const }];
const branded = { ...input, request: { ...input.request, items, brand } };

/** The parts of a written file: bytes, and as text. */
async function written(form: 'pptx' | 'xlsx', of: ReportInput = branded) {
	const file = new Uint8Array(await (await writeReport(of, form, null)).arrayBuffer());
	const parts = Object.entries(unzipSync(file));
	const text = (path: RegExp) =>
		parts
			.filter(([name]) => path.test(name))
			.map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
			.join('\n');
	return { parts, text };
}

describe('the maker of a report', () => {
	test('has an accent that can be read on white paper, whatever was chosen', () => {
		for (const accent of ['#ffe14d', '#ffffff', '#000000', '#7fb2ff', null])
			expect(contrast(`#${paperAccent({ ...brand, accent })}`, '#ffffff')).toBeGreaterThanOrEqual(4.5);
	});

	test('has no logo that is no PNG', () => {
		expect(logoOf(brand)).toMatchObject({ width: 4, height: 2 });
		for (const logo of [null, 'data:image/png;base64,AAAA', 'data:image/svg+xml;base64,AAAA'])
			expect(logoOf({ ...brand, logo })).toBeNull();
	});

	test('stands on the slides with logo, name and accent, and no other maker does', async () => {
		const { parts, text } = await written('pptx');
		const picture = parts.find(([path]) => /^ppt\/media\/.*png$/.test(path));
		expect(Buffer.from(picture?.[1] ?? []).toString('base64')).toBe(png);
		const layout = text(/slideLayouts\/slideLayout\d+\.xml$/);
		expect(layout).toContain('Ost &amp; West &lt;GmbH&gt; · ');
		expect(layout.toLowerCase()).toContain(paperAccent(brand));
		expect(layout.toLowerCase()).not.toContain('ffe14d');
		// The proportions of the logo are kept: twice as wide as high.
		const [, cx, cy] = /<p:pic>.*?<a:ext cx="(\d+)" cy="(\d+)"/s.exec(layout) ?? [];
		expect(Number(cx) / Number(cy)).toBeCloseTo(2, 2);
		expect(text(/slides\/slide1\.xml$/)).toContain('Ost &amp; West &lt;GmbH&gt;');
		const made = text(/docProps\//);
		expect(made).toContain('<Company>Ost &amp; West &lt;GmbH&gt;</Company>');
		expect(made).not.toContain('West <');
		expect(text(/(slides|slideLayouts)\/\w+\.xml$|docProps\/core/)).not.toMatch(/>Clientele( ·|<)/);
	});

	test('stands on the first sheet of the workbook', async () => {
		const { parts, text } = await written('xlsx');
		const picture = parts.find(([path]) => path.startsWith('xl/media/'));
		expect(Buffer.from(picture?.[1] ?? []).toString('base64')).toBe(png);
		expect(text(/sharedStrings|sheet1\.xml/)).toContain('Ost &amp; West &lt;GmbH&gt;');
		const bare = await written('xlsx', input);
		expect(bare.parts.some(([path]) => path.startsWith('xl/media/'))).toBe(false);
	});
});
