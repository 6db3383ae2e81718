import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { buildReportHtml, readSnapshot, reportAgain, writeReport, writeSnapshot } from '#lib/report/index.ts';
import { disclosedFindings } from '#lib/report/disclose/disclosed-findings.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import type { TableModel } from '#lib/report/model/types.ts';
import { reportOutline } from '#lib/report/outline.ts';
import { HIDDEN } from '#lib/report/redact/redact-grids.ts';
import { sha256Hex } from '#lib/report/sha256.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { solvedByElimination } from '../../property/report/attacks.ts';
import { sampleInput } from './fixture.ts';

const remarks = [{ at: '#0', text: 'A word on the first row' }];
const items = [
	{ kind: 'summary' as const },
	{ kind: 'heading' as const, text: 'Own heading', word: null },
	{ kind: 'text' as const, text: 'Own words' },
	{ kind: 'piece' as const, section: 0, piece: 'orderCounts', caption: 'Own caption', remarks },
	{ kind: 'piece' as const, section: 1, piece: 'matrix', caption: 'Of the matrix', remarks: [] },
	{ kind: 'piece' as const, section: 3, piece: '*', caption: '', remarks: [] }
];

const hiding = (locale: 'en' | 'zh-CN', hideBelow: number, own?: typeof items): ReportInput => {
	const input = sampleInput(locale);
	return { ...input, request: { ...input.request, hideBelow, ...(own && { items: own }) } };
};
/** Asked for in English, whatever the file's language. */
const again = (file: string): ReportInput =>
	reportAgain(readSnapshot(file), {
		...{ locale: 'en', also: 'zh-CN', interactive: false },
		...{ nowMs: sampleInput('en').request.nowMs, appVersion: '0.1.0' }
	});
/** The same file as an earlier version wrote it. */
function older(file: string, schema: number): string {
	const { body } = JSON.parse(file) as {
		body: { disclosed: { sections: { tables: Record<string, unknown>[]; [field: string]: unknown }[] } };
	};
	const sections = body.disclosed.sections.map(({ n: _n, parameters: _parameters, tables, ...section }) => ({
		...section,
		tables: tables.map(({ piece: _piece, finding: _finding, total: _total, ...table }) => table)
	}));
	const before = { ...body, disclosed: { ...body.disclosed, sections } };
	const head = { format: 'clientele-snapshot', schema, checksum: sha256Hex(canonicalJson(before)) };
	return JSON.stringify({ ...head, body: before });
}

describe.each(['en', 'zh-CN'] as const)('a report from a snapshot in %s without small groups', (locale) => {
	// Of 60: so that much is hidden.
	test.each([5, 60])('says what the snapshot says, cell by cell, and no more: fewer than %i', (k) => {
		const input = hiding(locale, k);
		const made = again(writeSnapshot(input));
		const told = disclosedFindings(input);
		const found = disclosedFindings(made);
		expect(found.locale).toBe(locale);
		// There are no pictures to have colours, bands and lines.
		const page = buildReportHtml(made).replace(/^.*<body/s, '');
		expect(page).not.toMatch(/the colour is|Darker|The band is|Above the line|颜色|阴影为|横轴以上/i);
		expect(found.sections.map(({ title, findings, warnings }) => [title, findings, warnings])).toEqual(
			told.sections.map(({ title, findings, warnings }) => [title, findings, warnings])
		);
		const cells = ({ sections }: typeof told) =>
			sections.map(({ tables }) => tables.map(({ title, rows }) => [title, rows]));
		// Nothing is an empty text when it comes back.
		const plain = (of: unknown) => JSON.stringify(of).replaceAll('null', '""');
		expect(plain(cells(found))).toBe(plain(cells(told)));
		if (k === 60) expect(JSON.stringify(cells(found)).split(HIDDEN).length).toBeGreaterThan(20);
	});

	test('gives no hidden cell away by the sums of its tables, as elimination shows', () => {
		const file = writeSnapshot(hiding(locale, 60));
		const whole = buildReportModel(sampleInput(locale));
		let attacked = 0;
		for (const [i, { blocks }] of buildReportModel(again(file)).sections.entries()) {
			for (const block of blocks) {
				if (block.kind !== 'table') continue;
				const twin = whole.sections[i]?.blocks.find(({ id }) => id === block.id);
				const open = twin !== undefined && 'table' in twin ? twin.table : null;
				const lines =
					open === null ? gridLines(block.table, block.id === 'matrix') : columnLines(block.table, open);
				const cells = [...new Set(lines.flat())];
				attacked += cells.length;
				const rows = lines.map((line) => ({
					...{ of: cells.map((cell) => (line.includes(cell) ? 1 : 0)), sum: 0 }
				}));
				expect(solvedByElimination({ cells, rows }), block.title).toEqual([]);
			}
		}
		expect(attacked).toBeGreaterThan(20);
	});

	test('has no table that is wider than a sheet, and leaves no column of one out', () => {
		const page = buildReportHtml(again(writeSnapshot(hiding(locale, 5))));
		const cohorts = page.split('<figure').filter((figure) => figure.includes('<thead>'));
		const heads = cohorts.map((figure) =>
			[...figure.matchAll(/<thead>(.*?)<\/thead>/g)].map(([, row = '']) => row.split('<th').length - 1)
		);
		expect(Math.max(...heads.flat())).toBeLessThanOrEqual(14);
		const widest = heads.reduce((most, own) => (own.length > most.length ? own : most), []);
		// Thirty-six periods, one of entry, and the number of customers.
		expect(widest.reduce((sum, n) => sum + n - 1, 0)).toBeGreaterThan(20);
	});

	test('stands in the order of its items, with own words, captions and remarks, in any form', async () => {
		const made = again(writeSnapshot(hiding(locale, 60, items)));
		const { chapters } = buildReportModel(made);
		expect(chapters.map(({ title }) => title)).toContain('Own heading');
		const pieces = chapters.flatMap((chapter) =>
			chapter.items.flatMap((item) => (item.kind === 'piece' ? [item] : []))
		);
		const [counts, matrix, money] = pieces;
		expect([counts?.block.id, matrix?.block.id, money?.block.id]).toEqual([
			'orderCounts',
			'matrix',
			'matrix'
		]);
		expect([counts?.caption, matrix?.caption, money?.caption]).toEqual(['Own caption', 'Of the matrix', '']);
		expect(counts?.remarks.map(({ text, place }) => [text, place])).toEqual([[remarks[0]?.text, '0']]);
		expect(reportOutline(made).items.filter(({ missing }) => missing)).toEqual([]);
		for (const form of ['html', 'pptx', 'xlsx', 'csv', 'parquet'] as const)
			expect((await writeReport(made, form, null)).size).toBeGreaterThan(1000);
	});

	test('leaves a remark at the cell of a cohort that it is about, though sizes stand before the periods', () => {
		const section = sampleInput(locale).analyses.findIndex(({ result }) => result.method === 'retention');
		const input = sampleInput(locale);
		const block = buildReportModel(input).sections[section]?.blocks.find(({ kind }) => kind === 'triangle');
		if (block?.kind !== 'triangle') throw new Error('no triangle');
		const cohort = block.triangles[0]?.rows[0]?.cohort ?? '';
		const remarked = [{ at: `${cohort.slice(0, 7)}.1`, text: 'A word' }];
		const piece = { kind: 'piece' as const, section, piece: block.id, caption: '', remarks: remarked };
		const request = { ...input.request, hideBelow: 5, items: [piece] };
		const placed = (of: ReportInput) =>
			buildReportModel(of).chapters.flatMap(({ items: own }) =>
				own.flatMap((item) => (item.kind === 'piece' ? item.remarks.map(({ place }) => place) : []))
			);
		const made = again(writeSnapshot({ ...input, request }));
		expect(placed({ ...input, request })).toEqual(['0.1']);
		expect(placed(made)).toEqual(['0.1']);
		// N = 1 is the fourth column: cohort, size, N = 0.
		const row = buildReportHtml(made)
			.split('<tr>')
			.find((text) => text.includes('<sup'));
		expect(row?.split(/<t[hd] /).findIndex((cell) => cell.includes('<sup'))).toBe(4);
	});

	test.each([2, 10])('is made of files of schema %i, which name no pieces', (schema) => {
		const made = again(older(writeSnapshot(hiding(locale, 60, items)), schema));
		const { chapters } = buildReportModel(made);
		const shown = chapters.flatMap((chapter) => chapter.items.map((item) => item.kind));
		expect(shown.filter((kind) => kind === 'piece').length).toBeGreaterThan(5);
		expect(shown).toContain('text');
		expect(buildReportHtml(made)).toContain(HIDDEN);
	});
});

const cellName = (y: number, x: number): string => `${y}:${x}`;

/** Of a grid of counts: the hidden cells of each column whose sum is known, and of a matrix those of each row. */
function gridLines({ rows, columns }: TableModel, ofRows: boolean): string[][] {
	const isHidden = (y: number, x: number) => rows[y]?.[x]?.text === HIDDEN;
	const all = rows.map((_, y) => columns.flatMap((_head, x) => (isHidden(y, x) ? [cellName(y, x)] : [])));
	const down = columns.map((_, x) => rows.flatMap((_row, y) => (isHidden(y, x) ? [cellName(y, x)] : [])));
	const isKnown = (_line: string[], x: number) =>
		rows.some((row, y) => row[x]?.text !== '' && !isHidden(y, x));
	return [...(ofRows ? all : []), ...down.filter(isKnown)];
}

/** Of a table: the hidden counts of each column, in each of its parts with a sum of its own. */
function columnLines(table: TableModel, open: TableModel): string[][] {
	const parts = [...new Set(open.rows.map((_, y) => open.parts?.[y] ?? 0))];
	return parts.flatMap((part) =>
		table.columns.map((_, x) =>
			table.rows.flatMap((row, y) => {
				const isCount = open.rows[y]?.[x]?.as === 'count' && (open.parts?.[y] ?? 0) === part;
				return isCount && row[x]?.text === HIDDEN ? [cellName(y, x)] : [];
			})
		)
	);
}
