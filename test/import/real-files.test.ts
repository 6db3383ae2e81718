import { openAsBlob, readFileSync } from 'node:fs';
import { read, type CellObject } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { decodeAll, NO_CODE, stringAt } from '#lib/core/columns/dictionary.ts';
import { RowKind, type OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { openXlsx } from '#lib/import/formats/xlsx.ts';
import { importOrders, inspect } from '#lib/import/index.ts';
import { dataFile, describeWithData } from '../support/data.ts';
import { textFormat } from '../support/import.ts';
import { zipped } from '../support/workbook.ts';

/** Looks at a file and imports it, with no more corrections than `change` makes. */
async function whole(path: string, change: (recipe: ImportRecipe) => ImportRecipe = (recipe) => recipe) {
	const file = await openAsBlob(dataFile(path));
	const inspection = await inspect(file, path, null);
	const imported = await importOrders(file, path, change(inspection.recipe));
	return { inspection, imported };
}

const rolesOf = (recipe: ImportRecipe) => recipe.columns.map((column) => column.role);

/** Distinct codes of a column over the rows of one kind. */
function distinct(codes: Uint32Array, table: OrderTable, kind: number): number {
	const seen = new Set<number>();
	for (let row = 0; row < table.rows; row++) {
		const code = codes[row] as number;
		if (table.kind[row] === kind && code !== NO_CODE) seen.add(code);
	}
	return seen.size;
}

describeWithData('Real files, without a correction', () => {
	it('Online Retail: 397,884 sales of 4,338 customers on 18,532 invoices make 8,911,407.904', async () => {
		const { inspection, imported } = await whole('online-retail/online_retail.csv.gz');
		const { table, totals } = imported;
		expect(inspection.blockers).toEqual([]);
		expect(rolesOf(inspection.recipe)).toEqual([
			...['order', 'product', 'ignore', 'quantity', 'date', 'price', 'customer', 'attribute']
		]);
		expect(inspection.recipe.choices.cancelPrefix).toBe('C');
		expect(inspection.file.compressed).toBe(true);
		expect(totals.source).toEqual({ rows: 541_909, amount: 9_747_747_934 });
		expect(totals.kept).toEqual({
			sales: { rows: 397_884, amount: 8_911_407_904 },
			refunds: { rows: 0, amount: 0 }
		});
		expect(totals.setAside).toEqual({
			noCustomer: { rows: 135_080, amount: 1_447_682_120 },
			cancelled: { rows: 8_905, amount: -611_342_090 },
			zeroAmount: { rows: 40, amount: 0 },
			refundsUnmatched: { rows: 0, amount: 0 }
		});
		expect(totals.rejected.rows).toBe(0);
		expect(totals.duplicatesSeen).toBe(5_268);
		expect(table.scale).toBe(3);
		expect(table.customers.size).toBe(4_372);
		expect(distinct(table.customer, table, RowKind.SALE)).toBe(4_338);
		expect(distinct(table.order as Uint32Array, table, RowKind.SALE)).toBe(18_532);
		expect(stringAt(table.customers, 0)).toBe('12346');
	}, 240_000);

	it('Online Retail: choosing to drop duplicates leaves 392,692 sales of 8,887,208.894', async () => {
		const { imported } = await whole('online-retail/online_retail.csv.gz', (recipe) => ({
			...recipe,
			choices: { ...recipe.choices, duplicates: 'drop' }
		}));
		expect(imported.totals.kept.sales).toEqual({ rows: 392_692, amount: 8_887_208_894 });
		expect(imported.totals.merged.rows).toBe(5_268);
	}, 240_000);

	it('The Chinese orders are equal in every cell whether they come in UTF-8 or in GB18030', async () => {
		const utf8 = await whole('chinese-rfm/rfm_orders_utf8.csv');
		const gb = await whole('chinese-rfm/rfm_orders_gb18030.csv');
		expect(textFormat(utf8.inspection.recipe).encoding).toBe('utf-8');
		expect(textFormat(gb.inspection.recipe).encoding).toBe('gb18030');
		expect(gb.inspection.recipe.columns).toEqual(utf8.inspection.recipe.columns);
		expect(rolesOf(gb.inspection.recipe)).toEqual([
			...['ignore', 'customer', 'date', 'status', 'amount', 'ignore', 'attribute', 'attribute', 'quantity']
		]);
		expect(gb.imported.table).toEqual(utf8.imported.table);
		expect(gb.imported.totals).toEqual(utf8.imported.totals);
		expect(utf8.imported.totals.source).toEqual({ rows: 28_833, amount: 3_640_644 });
		expect(utf8.imported.totals.kept.sales).toEqual({ rows: 27_793, amount: 3_511_305 });
		expect(utf8.imported.totals.setAside.cancelled).toEqual({ rows: 1_040, amount: 129_339 });
		expect(decodeAll(utf8.imported.table.customers)).toContain('萝污萌莉');
	}, 240_000);

	it('The Chinese orders are equal in every cell whether they come as a workbook, as CSV, or as CSV in an archive', async () => {
		const csv = await whole('chinese-rfm/rfm_orders_utf8.csv');
		const book = await whole('chinese-rfm/PYTHON-RFM实战数据.xlsx');
		expect(book.inspection.recipe.source).toMatchObject({ container: 'xlsx', sheet: 'Sheet1', skipRows: 0 });
		expect(rolesOf(book.inspection.recipe)).toEqual(rolesOf(csv.inspection.recipe));
		expect(book.imported.table).toEqual(csv.imported.table);
		expect(book.imported.totals).toEqual(csv.imported.totals);
		const packed = new Blob([
			zipped({ 'orders.csv': new Uint8Array(readFileSync(dataFile('chinese-rfm/rfm_orders_utf8.csv'))) })
		]);
		const imported = await importOrders(packed, 'x.zip', (await inspect(packed, 'x.zip', null)).recipe);
		expect(imported.table).toEqual(csv.imported.table);
		expect(imported.totals).toEqual(csv.imported.totals);
	}, 240_000);

	it('The other Chinese workbook is read by SheetJS and by our reader alike, cell by cell', async () => {
		const bytes = readFileSync(dataFile('chinese-rfm/TGI指数案例数据.xlsx'));
		const rows: string[][] = [];
		for await (const batch of (await openXlsx(new Blob([bytes]), false)).rows('Sheet1', null)) {
			rows.push(...batch.rows.map((row) => [...row]));
		}
		// Serial numbers are compared as such: what a date is, is ours to say.
		const sheet = read(bytes, { dense: true }).Sheets['Sheet1']?.['!data'] ?? [];
		expect(rows).toHaveLength(sheet.length);
		for (const [r, row] of sheet.entries()) {
			for (const [c, cell] of row.entries()) {
				const value = (cell as CellObject | undefined)?.v;
				if (r > 0 && c === 2 && typeof value === 'number') {
					const [date = '', time = '00:00:00'] = (rows[r]?.[c] ?? '').split(' ');
					const ours = Date.parse(`${date}T${time}Z`) / 86_400_000 + 25_569;
					expect(Math.abs(ours - value)).toBeLessThan(1e-7);
				} else expect(rows[r]?.[c] ?? '').toBe(value === undefined ? '' : String(value));
			}
		}
	}, 240_000);
});
