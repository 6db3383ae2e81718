import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { look, refusal, take } from '../../../support/import.ts';

const chinese = ['订单编号', '买家昵称', '付款时间', '实付金额', '山茶', '云雀'];
const english = ['Order ID', 'Customer ID', 'Order Date', 'Amount', 'ada', 'bob'];

function book(bookType: 'biff8' | 'biff5' | 'xlml', from1904 = false): Uint8Array<ArrayBuffer> {
	// The format of 1995 has no Unicode.
	const words = bookType === 'biff5' ? english : chinese;
	const sheet = utils.aoa_to_sheet([
		['Export'],
		words.slice(0, 4),
		['00123', words[4], null, 12.5],
		['00124', words[5], null, 0.1]
	]);
	for (const [i, serial] of [45_356.585416666669, 45_357].entries()) {
		sheet[`C${i + 3}`] = { t: 'n', v: serial - (from1904 ? 1462 : 0), z: 'yyyy/m/d h:mm' };
	}
	const made = utils.book_new(sheet, 'Sheet');
	made.Workbook = { WBProps: { date1904: from1904 } };
	return new Uint8Array(write(made, { type: 'array', bookType }) as ArrayBuffer);
}

describe('An older workbook', () => {
	it.each(['biff8', 'biff5', 'xlml'] as const)('(%s) is read as a new one is', async (type) => {
		const bytes = book(type);
		const { recipe, preview } = await look(bytes);
		expect(recipe.source).toMatchObject({ container: 'xls', header: true, skipRows: 1 });
		expect(preview.map((row) => row.slice(2).map(({ raw }) => raw))).toEqual([
			['2024-03-05 14:03:00', '12.5'],
			['2024-03-06', '0.1']
		]);
		expect(preview[0]?.[0]?.raw).toBe('00123');
		expect((await take(bytes)).totals.source).toEqual({ rows: 2, amount: 126 });
	});

	it('counts from 1904 where it says so', async () => {
		expect((await look(book('biff8', true))).preview[0]?.[2]?.raw).toBe('2024-03-05 14:03:00');
	});

	it('that is locked or damaged is refused with a code', async () => {
		const bytes = book('biff8');
		expect((await refusal(look(bytes.slice(0, 700)))).code).toBe('workbook-damaged');
		const locked = new Uint8Array(4096);
		locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		locked.set(new TextEncoder().encode(Array.from('EncryptedPackage').join('\0')), 1024);
		expect((await refusal(look(locked))).code).toBe('workbook-encrypted');
	});
});
