import { describe, expect, it } from 'vitest';
import { encodeLegacy } from '../../../../scripts/encodings/legacy-encoder.ts';
import { look, refusal, take } from '../../../support/import.ts';

const page = (inner: string) =>
	`<html xmlns:x="urn:x"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><style>td{mso-number-format:"\\@"}</style><script>document.write("<table><tr><td>x</td></tr></table>")</script></head><body>${inner}</body></html>`;
const table = `<table border=1><tr><th colspan="4">订单导出</th></tr>
<tr><td>订单编号</td><td>买家昵称</td><td>付款时间</td><td>实付金额</td></tr>
<tr><td>00123</td><td>山茶 &amp; 云</td><td>2024-01-05 10:20:00</td><td>1,280.50</td></tr>
<tr><td>00124<td>云雀<td>2024-01-06 11:00:00<td>56.00
</table>`;

describe('A page with a table', () => {
	it.each([
		['in UTF-8', new TextEncoder().encode(page(table))],
		['in gb18030', new Uint8Array(encodeLegacy(page(table), 'gb18030'))]
	])('%s is read: titles skipped, entities decoded, open cells closed', async (_, bytes) => {
		const { recipe, preview } = await look(bytes);
		expect(recipe.source).toEqual({
			kind: 'grid',
			container: 'html',
			sheet: null,
			header: true,
			skipRows: 1
		});
		expect(preview.map((row) => row.map(({ raw }) => raw))).toEqual([
			['00123', '山茶 & 云', '2024-01-05 10:20:00', '1,280.50'],
			['00124', '云雀', '2024-01-06 11:00:00', '56.00']
		]);
		expect((await take(bytes)).totals.source).toEqual({ rows: 2, amount: 13_365 });
	});

	it('with several tables offers each, and joins a header of two rows', async () => {
		const orders = `<table><tr><th rowspan=2>Customer ID</th><th rowspan=2>Order Date</th><th colspan=2>2024</th></tr>
			<tr><th>Amount</th><th>Quantity</th></tr><tr><td>ada</td><td>2024-01-05</td><td>10</td><td>1</td></tr>
			<tr><td>bob</td><td>2024-01-06</td><td>20</td><td>2</td></tr></table>`;
		const { recipe, sheets } = await look(
			page(`<table><tr><td>menu</td></tr></table><table></table>${orders}`)
		);
		expect(sheets).toEqual([
			{ name: '1', rows: 1 },
			{ name: '2', rows: 4 }
		]);
		expect(recipe.source).toMatchObject({ sheet: '2', skipRows: 1 });
		expect(recipe.columns.map(({ header }) => header)).toEqual([
			'Customer ID',
			'Order Date',
			'2024 / Amount',
			'2024 / Quantity'
		]);
	});

	it('without a table is refused', async () => {
		expect((await refusal(look(page('<p>Please log in</p>')))).code).toBe('table-not-found');
	});
});
