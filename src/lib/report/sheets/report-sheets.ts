import { labelled } from '#lib/i18n/labelled.ts';
import type { ReportBrand } from '#lib/core/dataset/report-layout.ts';
import { logoOf } from '../brand.ts';
import type {
	Block,
	Chapter,
	MatrixModel,
	ReportModel,
	Section,
	TableModel,
	TriangleModel
} from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { HIDDEN } from '../redact/redact-grids.ts';
import { sheetNames, tableRows, type Sheet, type SheetCell } from './sheet.ts';

/** A table with its title, before it has a sheet. */
export interface Titled {
	readonly title: string;
	readonly rows: readonly (readonly SheetCell[])[];
	readonly head?: string;
	readonly note?: string | null;
	/** Its last row sums up. */
	readonly total?: boolean;
	/** As in a table of the model. */
	readonly cellsFrom?: number;
}

const head = (text: string): SheetCell => ({ text, look: 'head' });
const plain = (text: string): SheetCell => ({ text });

/** All tables of a report in its order, numbered, then parameters, glossary, control totals and provenance. */
export function reportTables(model: ReportModel, voice: Voice): Titled[] {
	const words = voice.messages.sharing.workbook;
	const titled = model.chapters.filter(({ title }) => title !== '');
	return [
		...model.chapters.flatMap((chapter) => chapterTables(chapter, titled.indexOf(chapter) + 1, voice)),
		{ title: words.parameters(), rows: parameterRows(model, voice) },
		{ title: words.glossary(), rows: glossaryRows(model, voice) },
		...model.totals.tables.map((table) => ({ title: table.caption, rows: tableRows(table) })),
		{ title: model.made.table.caption, rows: tableRows(model.made.table) },
		{ title: model.made.hashes.caption, rows: tableRows(model.made.hashes) }
	];
}

/** A report as sheets: a summary with all findings first, then one sheet per table. */
export function reportSheets(model: ReportModel, voice: Voice, brand: ReportBrand | null = null): Sheet[] {
	const sheets = reportTables(model, voice);
	const names = sheetNames([voice.messages.sharing.workbook.summary(), ...sheets.map(({ title }) => title)]);
	const summary = summaryRows(model, names.slice(1), sheets, voice);
	const organisation = brand?.organisation ?? '';
	const logo = logoOf(brand);
	return [
		{
			name: names[0] as string,
			rows: organisation === '' ? summary : [[plain(organisation)], ...summary],
			frozen: 0,
			...(logo !== null && { logo })
		},
		...sheets.map(({ head: title, rows, note }, i) => ({
			name: names[i + 1] as string,
			rows: [
				...(title === undefined ? [] : [[{ text: title, look: 'title' as const }]]),
				...rows,
				...(note === undefined || note === null || note === ''
					? []
					: [[], ...note.split('\n').map((text) => [{ text, look: 'note' as const }])])
			],
			frozen: title === undefined ? 1 : 2
		}))
	];
}

function summaryRows(
	model: ReportModel,
	names: readonly string[],
	sheets: readonly Titled[],
	{ words, messages }: Voice
): SheetCell[][] {
	const own = messages.sharing.workbook;
	const ownWords = ownRows(model);
	return [
		[{ text: model.title, look: 'title' }],
		...(model.preparedFor === '' ? [] : [[plain(words.preparedFor({ name: model.preparedFor }))]]),
		[],
		...model.facts.map(({ label, value }) => [plain(label), plain(value)]),
		...(model.notes.length === 0
			? []
			: [[], [head(words.notes())], ...model.notes.map((text) => [plain(text)])]),
		[],
		[head(words.findings())],
		...model.sections.flatMap(({ title, findings, warnings }) => [
			...findings.map(({ strong, rest }) => [plain(title), plain([strong, rest].filter(Boolean).join(' '))]),
			...warnings.map((text) => [plain(title), plain(text)])
		]),
		...(ownWords.length === 0 ? [] : [[], [head(words.ownWords())], ...ownWords]),
		[],
		[head(own.sheets())],
		...names.map((name, i) => [plain(name), plain(sheets[i]?.head ?? '')]),
		[],
		[{ text: model.footer, look: 'note' }]
	];
}

function chapterTables(chapter: Chapter, number: number, voice: Voice): Titled[] {
	let count = 0;
	return chapter.items.flatMap((item) => {
		if (item.kind !== 'piece') return [];
		const own = [
			item.caption,
			...item.remarks.map(
				({ at, text }, i) => `${i + 1}. ${at === '' ? text : labelled(at, text, voice.locale)}`
			)
		];
		return blockTables(item.block, item.section, voice).map((table) => ({
			...table,
			head: table.title,
			title: `${number}.${++count} ${table.title}`,
			note: [table.note ?? '', ...own].filter((text) => text !== '').join('\n')
		}));
	});
}

/** Own words between the tables, under the headings that they stand under. */
function ownRows({ chapters }: ReportModel): SheetCell[][] {
	return chapters.flatMap(({ title, items }) =>
		items.flatMap((item) =>
			item.kind !== 'text'
				? []
				: item.text.flatMap((text) =>
						(text.kind === 'paragraph' ? [text.text] : text.entries).map((line) => [
							plain(title),
							plain(line)
						])
					)
		)
	);
}

/** What of a block is tables: of a picture its numbers, of a matrix one table for each measure. */
export function blockTables(block: Block, section: Section, voice: Voice): Titled[] {
	const own = voice.messages.sharing.workbook;
	switch (block.kind) {
		case 'text':
			return [];
		case 'tiles':
			return [
				{
					title: labelled(section.title, own.keyFigures(), voice.locale),
					rows: [
						[head(voice.words.columns.measure()), head(voice.words.columns.value()), head('')],
						...block.tiles.map(({ label, value, note }) => [plain(label), plain(value), plain(note)])
					]
				}
			];
		case 'figure':
			return [{ ...titled(block), note: block.note }];
		case 'table':
			return [{ ...titled(block), note: block.table.note ?? null }];
		case 'matrix':
			return matrixTables(block.title, block.matrix, voice);
		case 'triangle':
			return [triangleTable(block.title, block.triangles)];
	}
}

const titled = ({ title, table }: { readonly title: string; readonly table: TableModel }): Titled => ({
	...{ title, rows: tableRows(table), total: table.total !== undefined }
});

/** What is hidden is told from what is not there. */
const hidden: SheetCell = plain(HIDDEN);

/** The matrix twice: customers, and money. */
function matrixTables(
	title: string,
	{ rowHeads, columnHeads, cells, measure, as = 'money' }: MatrixModel,
	voice: Voice
): Titled[] {
	const { columns } = voice.words;
	const grid = (
		name: string,
		as: 'count' | 'money' | 'number',
		of: (cell: MatrixModel['cells'][0][0]) => number
	) => ({
		title: voice.messages.sharing.workbook.part({ title, measure: name }),
		rows: [
			[head(''), ...columnHeads.map(({ label, range }) => head([label, range].filter(Boolean).join(' ')))],
			...cells.map((row, i) => [
				plain([rowHeads[i]?.label, rowHeads[i]?.range].filter(Boolean).join(' ')),
				...row.map((cell): SheetCell => {
					if (cell.main === HIDDEN) return hidden;
					return Number.isFinite(of(cell)) ? { value: of(cell), as } : null;
				})
			])
		]
	});
	return [
		grid(columns.customers(), 'count', ({ customers }) => customers),
		grid(measure, as, ({ revenue }) => revenue)
	];
}

function sizeCell(size: string, customers: number): SheetCell {
	if (size === HIDDEN) return hidden;
	return Number.isFinite(customers) ? { value: customers, as: 'count' } : null;
}

/** The parts that a page needs are one table again. */
function triangleTable(title: string, parts: readonly TriangleModel[]): Titled {
	const [first] = parts;
	const periods = parts.flatMap((part) => part.periods);
	const rows = (first?.rows ?? []).map(({ cohort, size, customers }) => [
		plain(cohort),
		sizeCell(size, customers),
		...parts.flatMap((part): SheetCell[] => {
			const found = part.rows.find((row) => row.cohort === cohort);
			return part.periods.map((_, i) => {
				const cell = found?.cells[i];
				if (cell?.text === HIDDEN) return hidden;
				const rate = cell?.rate;
				return rate === undefined || Number.isNaN(rate) ? null : { value: rate, as: 'share' };
			});
		})
	]);
	return {
		title,
		rows: [[head(first?.cohortHead ?? ''), head(first?.sizeHead ?? ''), ...periods.map(head)], ...rows],
		note: parts.find((part) => part.note !== null)?.note ?? null,
		// Sizes stand before the periods.
		cellsFrom: 2
	};
}

function parameterRows({ sections }: ReportModel, voice: Voice): SheetCell[][] {
	const { words } = voice;
	const own = voice.messages.sharing.workbook;
	return [
		[head(own.section()), head(own.parameter()), head(words.columns.value())],
		...sections.flatMap(({ title, frame, parameters, provenance }) => [
			[plain(title), plain(words.facts.window()), plain(frame)],
			...parameters.map(({ label, value }) => [plain(title), plain(label), plain(value)]),
			[plain(title), plain(words.hash()), plain(provenance)]
		])
	];
}

function glossaryRows({ definitions }: ReportModel, voice: Voice): SheetCell[][] {
	const { method } = voice.words;
	const own = voice.messages.sharing.workbook;
	return [
		[head(own.section()), head(own.term()), head(own.meaning())],
		...definitions.flatMap(({ name, version, purpose, formulas, assumptions, sources }) => [
			[plain(`${name} (${version})`), plain(own.purpose()), plain(purpose)],
			...formulas.map(({ label, value }) => [plain(name), plain(label), plain(value)]),
			...assumptions.map((text) => [plain(name), plain(method.assumptions()), plain(text)]),
			...sources.map(({ title, url }) => [
				plain(name),
				plain(method.sources()),
				plain(url === null ? title : `${title} ${url}`)
			])
		])
	];
}
