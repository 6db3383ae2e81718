import { utils, write } from '@e965/xlsx';
import { encodeLegacy } from '../../../scripts/encodings/legacy-encoder.ts';

/** A small export of a Chinese shop, as its back office writes it. */
export const chineseOrders = [
	'订单号,买家昵称,付款时间,实付金额,订单状态',
	'20240001,山茶,2024/1/5 10:20,128.00,交易成功',
	'20240002,云雀,2024/1/9 21:03,56.50,交易成功',
	'20240003,山茶,2024/2/11 9:41,"1,299.00",交易成功',
	'20240004,松风,2024/2/20 14:00,78.00,交易关闭',
	'20240005,云雀,2024/3/2 8:15,45.90,交易成功',
	'20240006,松风,2024/3/8 19:30,210.00,交易成功',
	'20240007,山茶,2024/3/21 11:11,66.00,交易成功'
].join('\r\n');

/** A small export in English with everything that can happen to a row. */
export const englishOrders = [
	'Order ID,Customer ID,Order Date,Amount',
	'A1,ada,2024-01-05,"1,200.50"',
	'A2,bob,2024-01-09,20.00',
	'A2,bob,2024-01-09,20.00',
	'A3,,2024-01-10,9.99',
	'A4,cyd,2024-02-30,15.00',
	'A5,cyd,2024-02-28,abc',
	'A6,ada,2024-03-01,0.00',
	'A7,dan,2024-03-02,35.25',
	'A8,ada,2024-03-09,80.00'
].join('\n');

export interface NamedFile {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

export const textFile = (name: string, text: string): NamedFile => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(text, 'utf8')
});

export const gb18030File = (name: string, text: string): NamedFile => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(encodeLegacy(text, 'gb18030'))
});

/** A workbook as Excel 97 wrote it: the kind whose reader is largest and loads last. */
export const olderWorkbook: NamedFile = {
	name: 'orders.xls',
	mimeType: 'application/vnd.ms-excel',
	buffer: Buffer.from(
		write(
			utils.book_new(
				utils.aoa_to_sheet([
					['Customer ID', 'Order Date', 'Amount'],
					['ada', '2024-01-05', 10.5]
				])
			),
			{ type: 'array', bookType: 'biff8' }
		) as ArrayBuffer
	)
};
