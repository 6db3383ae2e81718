import { strToU8, zipSync } from 'fflate';

/** A cell of a test's workbook: text, number, truth value, nothing; or a number with a style, or raw XML. */
export type TestCell =
	| string
	| number
	| boolean
	| null
	| { readonly value: number; readonly style: number }
	| { readonly xml: string };

export interface TestSheet {
	readonly name: string;
	readonly rows: readonly (readonly TestCell[])[];
	readonly merges?: readonly string[];
	readonly hidden?: boolean;
}

/** Styles that every test workbook has: general, date, date and time, percent, duration, Chinese date. */
export const STYLE = { general: 0, date: 1, dateTime: 2, percent: 3, duration: 4, chineseDate: 5 } as const;

const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r/g, '&#13;');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The letters of a column. */
export function columnName(column: number): string {
	const rest = String.fromCharCode(65 + (column % 26));
	return column < 26 ? rest : columnName(Math.floor(column / 26) - 1) + rest;
}

function cellXml(cell: TestCell, address: string, strings: string[]): string {
	if (cell === null || cell === '') return '';
	if (typeof cell === 'string') {
		strings.push(cell);
		return `<c r="${address}" t="s"><v>${strings.length - 1}</v></c>`;
	}
	if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
	if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
	if ('xml' in cell) return cell.xml.replace('<c', `<c r="${address}"`);
	return `<c r="${address}" s="${cell.style}"><v>${cell.value}</v></c>`;
}

function sheetXml(sheet: TestSheet, strings: string[]): string {
	const rows = sheet.rows.map((row, r) => {
		const cells = row.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`, strings)).join('');
		return cells === '' ? '' : `<row r="${r + 1}">${cells}</row>`;
	});
	const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('');
	const merged = merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`;
	return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`;
}

/** The parts of an XLSX workbook, before they are packed. */
export function workbookParts(
	sheets: readonly TestSheet[],
	options: { readonly from1904?: boolean } = {}
): Record<string, string> {
	const strings: string[] = [];
	const parts: Record<string, string> = {};
	sheets.forEach((sheet, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, strings)));
	const relation = (id: string, type: string, target: string) =>
		`<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
	const relations = (inner: string) =>
		`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
	const list = sheets.map(
		(sheet, i) =>
			`<sheet name="${escaped(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${sheet.hidden === true ? ' state="hidden"' : ''}/>`
	);
	return {
		...parts,
		'[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		'_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr${options.from1904 === true ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations(
			[
				...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
				relation('rIdS', 'sharedStrings', 'sharedStrings.xml'),
				relation('rIdT', 'styles', '/xl/styles.xml')
			].join('')
		),
		'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
		'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/><numFmt numFmtId="166" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`
	};
}

/** Texts or bytes as a ZIP archive. */
export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
	const entries = Object.entries(files).map(([name, content]) => [
		name,
		typeof content === 'string' ? strToU8(content) : content
	]);
	return new Uint8Array(zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>));
}

/** An XLSX workbook. */
export function workbook(
	sheets: readonly TestSheet[],
	options: { readonly from1904?: boolean } = {}
): Uint8Array<ArrayBuffer> {
	return zipped(workbookParts(sheets, options));
}
