import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeReport } from '#lib/report/index.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { reportSheets } from '#lib/report/sheets/report-sheets.ts';
import { sheetNames, type Sheet } from '#lib/report/sheets/sheet.ts';
import { writeWorkbook } from '#lib/report/sheets/write-workbook.ts';
import { sampleInput } from '../fixture.ts';

const nasty = [
	'=1+1',
	'+1',
	'-1',
	'@SUM(A1)',
	'\t=1',
	'\r=1',
	'＝1',
	'＋1',
	'－1',
	'＠x',
	' =cmd|x',
	'=HYPERLINK("a")',
	'<b>&"\'',
	'_x0041_',
	'a\u0000b',
	'\ud800',
	'两行\n文字'
];

/** The parts of a workbook as text, by their paths. */
async function parts(file: Blob): Promise<Readonly<Record<string, string>>> {
	const found = unzipSync(new Uint8Array(await file.arrayBuffer()));
	return Object.fromEntries(
		Object.entries(found).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])
	);
}

const sheetOf = (rows: Sheet['rows']): Sheet => ({ name: 'S', rows, frozen: 1 });
const money = { scale: 2, sign: '£' };

describe.each(['en', 'zh-CN'] as const)('the workbook in %s', (locale) => {
	const input = sampleInput(locale);
	const model = buildReportModel(input);
	const sheets = reportSheets(model, voiceFor(locale, input.dataset.manifest));

	test('has a sheet for each table of the report, parameters and a glossary', () => {
		const blocks = model.sections.flatMap((section) => section.blocks);
		const tables =
			blocks.filter(({ kind }) => kind !== 'text').length +
			blocks.filter(({ kind }) => kind === 'matrix').length;
		const others = 1 + 2 + model.totals.tables.length + 2;
		expect(sheets).toHaveLength(tables + others);
		expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
		for (const { name } of sheets) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
	});

	test('holds the numbers of the results themselves, not their words', () => {
		const rfm = input.analyses[1]?.result;
		const numbers = sheets.flatMap(({ rows }) =>
			rows.flat().flatMap((cell) => (cell !== null && 'value' in cell ? [cell] : []))
		);
		const revenue = rfm?.tables['segments']?.columns['revenue'] as Float64Array;
		for (const value of revenue)
			expect(numbers).toContainEqual(expect.objectContaining({ value, as: 'money' }));
		expect(numbers.length).toBeGreaterThan(900);
		expect(numbers.every(({ value }) => Number.isFinite(value))).toBe(true);
	});

	test('has equally many cells in every row of a table as it has heads, or fewer', () => {
		for (const { rows, frozen, name } of sheets.slice(1)) {
			const heads = rows[frozen - 1]?.length ?? 0;
			expect(heads, name).toBeGreaterThan(1);
			for (const row of rows) expect(row.length).toBeLessThanOrEqual(heads);
		}
	});

	test('prints parameters, provenance and every definition', () => {
		const texts = new Set(
			sheets.flatMap(({ rows }) =>
				rows.flat().flatMap((cell) => (cell !== null && 'text' in cell ? [cell.text] : []))
			)
		);
		for (const { provenance } of input.analyses) expect(texts).toContain(provenance);
		for (const { formulas } of model.definitions) {
			for (const { value } of formulas) expect(texts).toContain(value);
		}
		expect(texts).toContain(input.dataset.manifest.fingerprint);
	});
});

describe('a workbook file', () => {
	test('writes numbers, money, shares and days as numbers with their formats', async () => {
		const row = [
			{ value: 12, as: 'count' },
			{ value: -1234567, as: 'money' },
			{ value: 0.184, as: 'share' },
			{ value: 20_000, as: 'day' },
			{ value: 2.5, as: 'number' },
			null
		] as const;
		const found = await parts(await writeWorkbook([sheetOf([[{ text: 'h', look: 'head' }], row])], money));
		const xml = found['xl/worksheets/sheet1.xml'] ?? '';
		for (const value of ['12', '-12345.67', '0.184', '45569', '2.5'])
			expect(xml).toContain(`<v>${value}</v>`);
		for (const format of ['#,##0', '0.0%', 'yyyy-mm-dd', '#,##0.00'])
			expect(found['xl/styles.xml']).toContain(`formatCode="${format}"`);
		expect(found['xl/styles.xml']).toMatch(/formatCode="(&quot;£&quot;|"£")#,##0\.00"/);
		expect(xml).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
		expect(xml).toMatch(/<col [^>]*width="/);
	});

	property.prop(
		[
			fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary' })), {
				minLength: 1,
				maxLength: 8
			})
		],
		{ numRuns: 60 }
	)('holds no formula, no link and no sign that XML forbids, whatever the texts', async (texts) => {
		const found = await parts(await writeWorkbook([sheetOf([texts.map((text) => ({ text }))])], money));
		const xml = Object.values(found).join('\n');
		expect(xml).not.toMatch(/<f[ >]|<hyperlink|externalLink|<definedName /);
		// eslint-disable-next-line no-control-regex -- control characters are what this looks for
		expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
	});

	test('is refused with a passphrase, rather than written open', async () => {
		await expect(writeReport(sampleInput('en'), 'xlsx', 'a long secret')).rejects.toMatchObject({
			code: 'params-invalid'
		});
	});

	property.prop([fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 40 })])(
		'names sheets as every spreadsheet allows',
		(titles) => {
			const names = sheetNames(titles);
			expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
			for (const name of names) {
				expect(name.length).toBeGreaterThan(0);
				expect(name.length).toBeLessThanOrEqual(31);
				expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
			}
		}
	);
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

// The oracle is LibreOffice; where it is not installed this says that it is skipped.
describe.skipIf(!hasOffice)('LibreOffice', () => {
	test(
		'reads every value of the workbook as it was, and no text as a formula',
		{ timeout: 180_000 },
		async () => {
			const input = sampleInput('en');
			const sheets = [
				...reportSheets(buildReportModel(input), voiceFor('en', input.dataset.manifest)),
				{
					name: 'Nasty',
					rows: nasty.slice(0, 13).map((text) => [{ text }, { value: 1, as: 'count' as const }]),
					frozen: 0
				}
			];
			const folder = mkdtempSync(join(tmpdir(), 'office-'));
			try {
				const blob = await writeWorkbook(sheets, { scale: 2, sign: '£' });
				writeFileSync(join(folder, 'book.xlsx'), new Uint8Array(await blob.arrayBuffer()));
				// One CSV per sheet (-1), UTF-8 (76), values as they are instead of as they look (false).
				const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
				execFileSync(
					'soffice',
					[
						`-env:UserInstallation=file://${folder}/profile`,
						'--headless',
						'--convert-to',
						filter,
						'--outdir',
						folder,
						join(folder, 'book.xlsx')
					],
					{ stdio: 'ignore' }
				);
				const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
				expect(files).toHaveLength(sheets.length);
				let compared = 0;
				for (const { name, rows } of sheets) {
					const read = Papa.parse<string[]>(readFileSync(join(folder, `book-${name}.csv`), 'utf8')).data;
					for (const [y, row] of rows.entries()) {
						for (const [x, cell] of row.entries()) {
							const got = read[y]?.[x] ?? '';
							const at = `${name} ${y}:${x}`;
							compared++;
							if (cell === null) expect(got, at).toBe('');
							else if ('text' in cell)
								expect(got.replaceAll('\r', '\n'), at).toBe(cell.text.replaceAll('\r', '\n'));
							else if (cell.as === 'day')
								expect(got, at).toBe(new Date(cell.value * 86_400_000).toISOString().slice(0, 10));
							else
								expect(Number(got.replace('%', '')) / (got.endsWith('%') ? 100 : 1), at).toBeCloseTo(
									cell.as === 'money' ? cell.value / 100 : cell.value,
									9
								);
						}
					}
				}
				expect(compared).toBeGreaterThan(2000);
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		}
	);
});
