import { describe, expect, test } from 'vitest';
import { buildReportHtml, readSnapshot, writeReport } from '#lib/report/index.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { chaptersOf, toldItems } from '#lib/report/model/chapters.ts';
import type { Cell, ReportModel, TableModel } from '#lib/report/model/types.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { HIDDEN, hideSmallGroups } from '#lib/report/redact/redact-model.ts';
import { sampleInput } from '../fixture.ts';

const redacted = (locale: 'en' | 'zh-CN', k: number) => {
	const input = sampleInput(locale);
	return { ...input, request: { ...input.request, hideBelow: k } };
};
const tablesOf = (model: ReportModel): TableModel[] =>
	model.sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'figure' ? [block.table] : []))
	);
const countsOf = ({ rows }: TableModel): number[] =>
	rows.flatMap((row) =>
		row.slice(1).flatMap((cell) => (cell.as === 'count' && cell.value !== undefined ? [cell.value] : []))
	);

describe.each(['en', 'zh-CN'] as const)('a report in %s without small groups', (locale) => {
	// So that the sample has many of them.
	const k = 60;
	const plain = buildReportModel(sampleInput(locale));
	const model = buildReportModel(redacted(locale, k));

	test('shows no count from 1 to k − 1 in any table, matrix or cohort', () => {
		const small = (value: number) => value > 0 && value < k;
		expect(tablesOf(plain).flatMap(countsOf).filter(small).length).toBeGreaterThan(20);
		expect(tablesOf(model).flatMap(countsOf).filter(small)).toEqual([]);
		for (const { blocks } of model.sections) {
			for (const block of blocks) {
				if (block.kind === 'matrix') {
					expect(block.matrix.cells.flat().filter(({ customers }) => small(customers))).toEqual([]);
				}
				if (block.kind !== 'triangle') continue;
				for (const { rows } of block.triangles) {
					for (const { customers, cells } of rows) {
						for (const cell of cells) {
							if (cell !== null && !Number.isNaN(customers))
								expect(small(Math.round(cell.rate * customers))).toBe(false);
						}
					}
				}
			}
		}
	});

	test('hides at least two rows of a table in each column, so that a sum tells nothing', () => {
		for (const table of tablesOf(model)) {
			const hidden = table.rows.filter((row) => row.slice(1).every(({ text }) => text === HIDDEN));
			expect(hidden.length).not.toBe(1);
			for (const row of hidden)
				for (const cell of row.slice(1)) expect(cell).toEqual({ text: HIDDEN, quiet: true });
		}
	});

	test('leaves no sentence, headline figure or picture in a section that hides something', () => {
		for (const [i, section] of model.sections.entries()) {
			if (section.blocks.length === 0 || section.blocks[0]?.kind !== 'text') continue;
			expect(section.findings.filter(({ strong, rest }) => /\d/.test(strong + rest))).toEqual([]);
			for (const block of section.blocks.slice(1)) {
				if (block.kind === 'tiles')
					for (const { value, note } of block.tiles) expect(value + note).not.toMatch(/\d/);
				if ('finding' in block) expect(block.finding).not.toMatch(/\d/);
			}
			expect(plain.sections[i]?.findings.length).toBeGreaterThan(0);
		}
	});

	test('is the same in the page, the workbook and the snapshot', async () => {
		expect(buildReportHtml(redacted(locale, k))).toContain(HIDDEN);
		expect((await writeReport(redacted(locale, k), 'xlsx', null)).size).toBeGreaterThan(5000);
		const text = await (await writeReport(redacted(locale, k), 'snapshot', null)).text();
		const { analyses, disclosed, dataset } = readSnapshot(text);
		expect(analyses).toEqual([]);
		expect(dataset).toEqual(sampleInput(locale).dataset.manifest);
		expect(disclosed).toMatchObject({ locale, hideBelow: k });
		expect(disclosed?.sections.map(({ provenance }) => provenance)).toEqual(
			plain.sections.map(({ provenance }) => provenance)
		);
		const cells =
			disclosed?.sections.flatMap(({ tables }) =>
				tables.flatMap(({ rows }) => rows.flatMap((row) => row.slice(1)))
			) ?? [];
		const counts = cells.flatMap((cell) =>
			cell !== null && typeof cell !== 'string' && cell.as === 'count' ? [cell.value] : []
		);
		expect(counts.length).toBeGreaterThan(20);
		expect(counts.filter((value) => value > 0 && value < k)).toEqual([]);
		expect(cells.filter((cell) => cell === HIDDEN).length).toBeGreaterThan(10);
		expect(() => readSnapshot(text.replace(/"hideBelow":60/, '"hideBelow":61'))).toThrow('snapshot-invalid');
	});

	test('is untouched where nothing is small', () => {
		const { messages } = voiceFor(locale, sampleInput(locale).dataset.manifest);
		const none = hideSmallGroups(plain, 1, voiceFor(locale, sampleInput(locale).dataset.manifest));
		expect(tablesOf(none)).toEqual(tablesOf(plain));
		expect(messages.sharing.redaction.dropped()).not.toBe('');
	});
});

describe('a table with one small row', () => {
	const count = (value: number): Cell => ({ text: String(value), value, as: 'count' });
	const voice = voiceFor('en', { scale: 2, currency: 'GBP' });
	const withTable = (
		rows: TableModel['rows'],
		finding = '',
		more: Partial<TableModel> = {}
	): ReportModel => ({
		...buildReportModel(sampleInput('en')),
		sections: [
			{
				id: 's',
				method: 'm',
				notice: '',
				title: 's',
				purpose: '',
				findings: [{ strong: '44 of them stay.', rest: '' }],
				warnings: [],
				frame: '',
				parameters: [],
				provenance: '',
				blocks: [
					{
						id: 't',
						kind: 'table',
						title: 't',
						finding,
						table: {
							caption: 'c',
							columns: [
								{ label: 'a', align: 'start' },
								{ label: 'n', align: 'end' },
								{ label: 'm', align: 'end' }
							],
							rows,
							...more
						}
					}
				]
			}
		]
	});
	const money = (value: number): Cell => ({ text: `£${value}`, value, as: 'money' });

	const hiddenHeads = (model: ReportModel): string[] =>
		tablesOf(hideSmallGroups(model, 5, voice)).flatMap(({ rows }) =>
			rows.filter((row) => row[1]?.text === HIDDEN).map((row) => row[0]?.text ?? '')
		);

	test('hides a second row of the same part: R and F each have a sum of their own', () => {
		const rows = [
			[{ text: 'R1' }, count(8), money(9)],
			[{ text: 'R2' }, count(92), money(9)],
			[{ text: 'F1' }, count(3), money(9)],
			[{ text: 'F2' }, count(37), money(9)],
			[{ text: 'F3' }, count(60), money(9)]
		];
		expect(hiddenHeads(withTable(rows, '', { parts: [0, 0, 1, 1, 1] }))).toEqual(['F1', 'F2']);
	});

	test('judges a row by the people behind it, also where it does not print how many', () => {
		const rows = [
			[{ text: 'Top 1' }, money(227), money(9)],
			[{ text: 'Top 10' }, money(900), money(9)]
		];
		expect(hiddenHeads(withTable(rows, '', { behind: [[1], [10]] }))).toEqual(['Top 1']);
	});

	test('does not hide a small row behind one whose count follows from the number of customers', () => {
		const rows = [
			[{ text: 'Top tenth' }, count(10), money(900)],
			[{ text: 'Rest of the fifth' }, count(10), money(90)],
			[{ text: 'Rest of the 80%' }, count(3), money(9)],
			[{ text: 'All others' }, count(77), money(1)]
		];
		const given = [true, true, false, false];
		expect(hiddenHeads(withTable(rows))).toEqual(['Top tenth', 'Rest of the 80%']);
		expect(hiddenHeads(withTable(rows, '', { given }))).toEqual(['Rest of the 80%', 'All others']);
	});

	test('knows headline figures by their places among all, and keeps no number said of one that went', () => {
		const rows = [
			[{ text: 'x' }, count(3), money(9)],
			[{ text: 'y' }, count(400), money(9)],
			[{ text: 'z' }, count(41), money(9)]
		];
		const one = withTable(rows);
		const [section] = one.sections;
		if (section === undefined) throw new Error('no section');
		const tile = (label: string, row: number) => ({
			...{ label, value: String(row), note: '', of: { piece: 't', by: 'row', row } as const }
		});
		const tiles = {
			...{ id: 'tiles', kind: 'tiles' as const },
			tiles: [tile('first', 0), tile('second', 1)]
		};
		const model = { ...one, sections: [{ ...section, blocks: [tiles, ...section.blocks] }] };
		const after = hideSmallGroups(model, 5, voice).sections;
		const [left] = after[0]?.blocks ?? [];
		expect(left?.kind === 'tiles' && left.tiles.map(({ label }) => label)).toEqual(['second']);
		const remarks = [
			{ at: '#0', text: 'of 3 people' },
			{ at: '#0', text: 'in words' },
			{ at: '#1', text: 'of 400 people' }
		];
		const item = { kind: 'piece' as const, section: 0, piece: 'tiles', caption: '', remarks };
		const [piece] = chaptersOf([item], after, voice)[0]?.items ?? [];
		expect(piece?.kind === 'piece' && piece.remarks).toEqual([
			{ at: '', place: null, text: 'in words' },
			{ at: 'second', place: '0', text: 'of 400 people' }
		]);
		const [told] = toldItems([item], after);
		expect(told?.kind === 'piece' && told.remarks.map(({ text }) => text)).toEqual([
			'in words',
			'of 400 people'
		]);
	});

	test('leaves one of the tables that cut the same people', () => {
		const rows = [
			[{ text: 'x' }, count(3), money(9)],
			[{ text: 'y' }, count(400), money(9)],
			[{ text: 'z' }, count(41), money(9)]
		];
		const one = withTable(rows);
		const [section] = one.sections;
		const [block] = section?.blocks ?? [];
		if (section === undefined || block?.kind !== 'table') throw new Error('no table');
		const twin = { ...block, about: 'scores' as const };
		const whole = { ...twin, table: { ...twin.table, rows: rows.slice(1) } };
		const model = { ...one, sections: [{ ...section, blocks: [twin, whole, block] }] };
		const [after] = hideSmallGroups(model, 5, voice).sections;
		expect(after?.blocks.map(({ kind }) => kind)).toEqual(['table', 'text', 'table']);
		expect(after?.notice).not.toBe('');
		// Of two the second alone is in the report: it is the one that stays.
		const blocks = [twin, { ...twin, id: 'u' }];
		const wanted = hideSmallGroups({ ...one, sections: [{ ...section, blocks }] }, 5, voice, undefined, [
			{ shows: ({ id }) => id === 'u' }
		]).sections[0]?.blocks;
		expect(wanted?.map(({ id, kind }) => [id, kind])).toEqual([
			['u', 'table'],
			['t', 'text']
		]);
	});

	test('hides the smallest other row too, and the money of both', () => {
		const [section] = hideSmallGroups(
			withTable([
				[{ text: 'x' }, count(3), money(9)],
				[{ text: 'y' }, count(400), money(99)],
				[{ text: 'z' }, count(41), money(999)]
			]),
			5,
			voice
		).sections;
		const block = section?.blocks[0];
		const texts = block?.kind === 'table' ? block.table.rows.map((row) => row.map(({ text }) => text)) : [];
		expect(texts).toEqual([
			['x', HIDDEN, HIDDEN],
			['y', '400', '£99'],
			['z', HIDDEN, HIDDEN]
		]);
		expect(section?.findings).toEqual([]);
	});

	test('is left out when there is no other row', () => {
		const [section] = hideSmallGroups(withTable([[{ text: 'x' }, count(3), money(9)]]), 5, voice).sections;
		expect(section?.blocks.map(({ kind }) => kind)).toEqual(['text']);
	});

	test('takes a sentence with a small number out of a section that hides nothing', () => {
		const rows = [[{ text: 'x' }, count(30), money(9)]];
		const finding = (text: string) => {
			const block = hideSmallGroups(withTable(rows, text), 5, voice).sections[0]?.blocks[0];
			return block?.kind === 'table' ? block.finding : '';
		};
		expect(finding('Only 3 customers stay.')).toBe('');
		expect(finding('仅 3 位客户留下')).toBe('');
		expect(finding('30 customers, 4.5%, as of 2024-03-04')).toBe('30 customers, 4.5%, as of 2024-03-04');
	});
});
