import type { CellObject, Sheet as FileSheet } from 'write-excel-file/universal';
import { logoSize, type Logo } from '../brand.ts';
import type { NumberKind } from '../model/types.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** How money is written: its decimals and the sign before it, if there is one. */
export interface MoneyFormat {
	readonly scale: number;
	readonly sign: string;
}

/** Days from the zero of spreadsheets (1899-12-30) to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;
const TEXT_LIMIT = 32_767;
const WIDEST = 60;

/**
 * Sheets as an XLSX file: numbers, money and shares as numbers with a format, days as dates, heads in sight while
 * scrolling, columns as wide as their content. A text is a text, whatever it begins with: no cell holds a formula.
 */
export async function writeWorkbook(sheets: readonly Sheet[], money: MoneyFormat): Promise<Blob> {
	const { default: write } = await import('write-excel-file/universal');
	const made = sheets.map(({ name, rows, frozen, logo }): FileSheet<Blob> => ({
		sheet: name,
		stickyRowsCount: frozen,
		showGridLines: frozen > 0,
		columns: widths(rows).map((width) => ({ width })),
		data: [
			...(logo === undefined ? [] : [[{ type: String, value: '', height: LOGO_ROW } as const]]),
			...rows.map((row) => row.map((cell) => fileCell(cell, money)))
		],
		...(logo !== undefined && { images: [picture(logo)] })
	}));
	return write(made, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
}

/** A row's height in points, and the picture in it in pixels. */
const LOGO_ROW = 45;
const LOGO = { width: 220, height: 48 } as const;

function picture(logo: Logo) {
	const content = new Blob([logo.bytes], { type: 'image/png' });
	return {
		...{ content, contentType: 'image/png', dpi: 96, anchor: { row: 1, column: 1 } },
		...{ ...logoSize(logo, LOGO), offsetX: 4, offsetY: 4 }
	};
}

function fileCell(cell: SheetCell, money: MoneyFormat): CellObject | null {
	if (cell === null) return null;
	if ('value' in cell) {
		const value = cell.as === 'money' ? cell.value / 10 ** money.scale : cell.value;
		return {
			type: Number,
			value: cell.as === 'day' ? value + SERIAL_OF_1970 : value,
			format: formatOf(cell.as, value, money)
		};
	}
	const base: CellObject = { type: String, value: safeText(cell.text) };
	switch (cell.look) {
		case 'title':
			return { ...base, fontWeight: 'bold', fontSize: 14 };
		case 'head':
			return { ...base, fontWeight: 'bold', backgroundColor: '#efece4', wrap: true, alignVertical: 'top' };
		case 'note':
			return { ...base, textColor: '#5c6066' };
		default:
			return base;
	}
}

function formatOf(as: NumberKind, value: number, { scale, sign }: MoneyFormat): string {
	switch (as) {
		case 'count':
			return '#,##0';
		case 'number':
			return Number.isInteger(value) ? '#,##0' : '#,##0.00';
		case 'share':
			return '0.0%';
		case 'day':
			return 'yyyy-mm-dd';
		case 'money': {
			const digits = scale === 0 ? '#,##0' : `#,##0.${'0'.repeat(scale)}`;
			return sign === '' ? digits : `"${sign.replaceAll('"', '')}"${digits}`;
		}
	}
}

const UNWRITABLE =
	// eslint-disable-next-line no-control-regex -- control characters are what this finds
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as the format can hold it: no sign that XML forbids, none of the `_x0041_` that spreadsheets read as signs,
 * at most as long as a cell may be. The writer looks texts up in a plain object, which has members of its own: what is
 * named like one begins with an escaped sign, and reads back the same.
 *
 * @example
 * safeText('a\u0000b _x0041_') // => 'a\ufffdb _x005F_x0041_'
 * safeText('constructor') // => '_x0063_onstructor'
 */
export function safeText(text: string): string {
	const clean = text.slice(0, TEXT_LIMIT).replace(UNWRITABLE, '\ufffd');
	if (clean in Object.prototype) {
		return `_x${clean.charCodeAt(0).toString(16).padStart(4, '0')}_${clean.slice(1)}`;
	}
	return clean.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_').slice(0, TEXT_LIMIT);
}

/** In signs, a wide one for two. A title may reach over its neighbours. */
function widths(rows: Sheet['rows']): number[] {
	const found: (number | undefined)[] = [];
	for (const row of rows) {
		for (const [i, cell] of row.entries()) {
			if (cell !== null && 'text' in cell && (cell.look === 'title' || cell.look === 'note')) continue;
			found[i] = Math.max(found[i] ?? 8, Math.min(WIDEST, widthOf(cell) + 2));
		}
	}
	return Array.from(found, (width) => width ?? 8);
}

function widthOf(cell: SheetCell): number {
	if (cell === null) return 0;
	if ('value' in cell) return Math.max(9, String(Math.round(cell.value)).length * 1.4 + 3);
	return [...cell.text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}
