import { describe, expect, it } from 'vitest';
import type { Encoding } from '#lib/core/dataset/recipe.ts';
import { sniffDialect } from '#lib/import/sniff/dialect.ts';
import { guessEncoding } from '#lib/import/sniff/encoding.ts';
import { headerScore } from '#lib/import/sniff/header.ts';
import { look, take, textFormat } from '../../support/import.ts';

/** Encodes text in an encoding that TextEncoder lacks, by asking the decoder what each pair of bytes means. */
function encoderFor(encoding: Encoding): (text: string) => Uint8Array<ArrayBuffer> {
	const bytesOf = new Map<string, number[]>();
	const decoder = new TextDecoder(encoding);
	for (let a = 0x80; a <= 0xff; a++) {
		const single = decoder.decode(Uint8Array.of(a));
		if (single.length === 1 && single !== '\ufffd') bytesOf.set(single, [a]);
		for (let b = 0x40; b <= 0xfe; b++) {
			const text = decoder.decode(Uint8Array.of(a, b));
			if (text.length === 1 && text !== '\ufffd' && !bytesOf.has(text)) bytesOf.set(text, [a, b]);
		}
	}
	return (text) =>
		Uint8Array.from(
			Array.from(text).flatMap((character) => {
				const code = character.charCodeAt(0);
				if (code < 0x80) return [code];
				const bytes = bytesOf.get(character);
				if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
				return bytes;
			})
		);
}

function utf16(text: string, little: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
	const view = new DataView(new ArrayBuffer(2 * (text.length + (mark ? 1 : 0))));
	const units = `${mark ? '\ufeff' : ''}${text}`;
	for (let i = 0; i < units.length; i++) view.setUint16(2 * i, units.charCodeAt(i), little);
	return new Uint8Array(view.buffer);
}

const simplified = '订单编号,客户姓名,下单时间,实付金额\n1,张伟,2024-03-05,12.50\n2,王芳,2024-03-06,99.00\n';
const traditional = '訂單編號,客戶姓名,訂單日期,金額\n1,張偉,2024-03-05,12.50\n2,陳淑芬,2024-03-06,99.00\n';
const japanese =
	'注文番号,お客様名,注文日,金額\n1,さとう けんじ,2024-03-05,1250\n2,スズキ ハナコ,2024-03-06,9900\n';
const european =
	'customer;date;amount\nJosé García;05/03/2024;12,50\nMüller & Söhne;16/03/2024;99,00\nZoë Brontë;17/03/2024;5,00\n';

describe('The encoding', () => {
	const of = (bytes: Uint8Array) => guessEncoding([bytes])[0]?.value;

	it('is told from a byte order mark', () => {
		expect(of(new TextEncoder().encode(`\ufeff${simplified}`))).toBe('utf-8');
		expect(of(utf16(simplified, true, true))).toBe('utf-16le');
		expect(of(utf16(simplified, false, true))).toBe('utf-16be');
	});

	it('is UTF-16 by its zero bytes without a mark, also when most of it is Chinese', () => {
		expect(of(utf16(simplified, true, false))).toBe('utf-16le');
		expect(of(utf16(simplified, false, false))).toBe('utf-16be');
	});

	it('is UTF-8 when every byte fits', () => {
		expect(of(new TextEncoder().encode(simplified))).toBe('utf-8');
		expect(of(new TextEncoder().encode('plain ascii,1\n'))).toBe('utf-8');
	});

	it('is found among the legacy ones from a few lines', () => {
		expect(of(encoderFor('gb18030')(simplified))).toBe('gb18030');
		expect(of(encoderFor('big5')(traditional))).toBe('big5');
		expect(of(encoderFor('shift_jis')(japanese))).toBe('shift_jis');
		expect(of(encoderFor('windows-1252')(european))).toBe('windows-1252');
	});

	it('of a header alone is found too', () => {
		expect(of(encoderFor('gb18030')('客户,日期,金额\nA,1,2\n'))).toBe('gb18030');
		expect(of(encoderFor('big5')('客戶,日期,金額\nA,1,2\n'))).toBe('big5');
	});

	it('is not misled by a start that is plain ASCII', () => {
		const ascii = new TextEncoder().encode('a,b\n'.repeat(100));
		expect(guessEncoding([ascii, encoderFor('gb18030')(simplified)])[0]?.value).toBe('gb18030');
	});

	it('can be changed by hand, and the file is read anew', async () => {
		const bytes = encoderFor('gb18030')(simplified);
		const { recipe } = await look(bytes);
		const wrong = await look(bytes, { ...recipe, source: { ...textFormat(recipe), encoding: 'big5' } });
		expect(textFormat(wrong.recipe).encoding).toBe('big5');
		expect(wrong.preview[0]?.[1]?.raw).not.toBe('张伟');
		const right = await look(bytes, { ...wrong.recipe, source: recipe.source });
		expect(right.preview[0]?.[1]?.raw).toBe('张伟');
	});
});

describe('The delimiter', () => {
	const of = (text: string) => sniffDialect(text).delimiter;

	it('is the one that makes rows of one length', () => {
		expect(of('a,b,c\n1,2,3\n4,5,6\n')).toBe(',');
		expect(of('a;b\n1,5;2,5\n3,5;4,5\n')).toBe(';');
		expect(of('a\tb\tc\n1\t2,3\t4\n5\t6,7\t8\n')).toBe('\t');
		expect(of('a|b\n1|x, y\n2|z\n')).toBe('|');
		expect(of('姓名，金额\n张伟，12\n王芳，13\n')).toBe('，');
	});

	it('is not the colon of a time, also of one without its leading nought', () => {
		expect(sniffDialect('12:0').width).toBe(1);
		expect(sniffDialect('9:05\n9:5\n10:15\n').width).toBe(1);
	});

	it('may be runs of blanks, also before the first column', () => {
		expect(of(' id  day  n  sum\n 00001 19970101  1   11.77\n 00002 19970112  12   2.00\n')).toBe(' +');
	});

	it('is not looked for within quotes', () => {
		expect(of('a,b\n"x;y;z;w",1\n"p;q;r;s",2\n')).toBe(',');
	});

	it('named by a line of Excel is taken, and the line is no row', async () => {
		expect(sniffDialect('sep=;\na;b\n1;2\n')).toMatchObject({ delimiter: ';', skipRows: 1 });
		const { table } = await take('sep=;\r\ncustomer;date;amount\r\nA;2024-01-05;10,5\r\nB;2024-01-06;1\r\n');
		expect(table.rows).toBe(2);
	});

	it('comes with the quote that the cells are in', () => {
		expect(sniffDialect("a,b\n'x, y',1\n'p, q',2\n").quote).toBe("'");
		expect(sniffDialect("name,n\nO'Brien,1\nD'Arcy,2\n").quote).toBe('"');
	});

	it('is found below lines that are no table', async () => {
		const text =
			'订单导出\n导出时间：2024-04-01\n\n客户编号,下单时间,实付金额\nA1,2024-03-05,10.5\nA2,2024-03-06,7\n';
		const inspection = await look(text);
		expect(inspection.recipe.source.skipRows).toBe(3);
		expect(inspection.columns.map((column) => column.role)).toEqual(['customer', 'date', 'amount']);
		const { table, totals } = await take(text);
		expect([table.rows, totals.source.rows]).toEqual([2, 2]);
	});
});

describe('The header', () => {
	it('is a first row of names above values', () => {
		expect(
			headerScore([
				['id', 'when', 'sum'],
				['1', '2024-01-05', '3.5'],
				['2', '2024-01-06', '4']
			])
		).toBeGreaterThan(0);
		expect(
			headerScore([
				['客户编号', '城市'],
				['张伟', '上海'],
				['王芳', '北京']
			])
		).toBeGreaterThan(0);
	});

	it('is none when the first row is like the others', () => {
		expect(
			headerScore([
				['1', '2024-01-05', '3.5'],
				['2', '2024-01-06', '4']
			])
		).toBeLessThan(0);
	});

	it('can be switched off by hand: the first row is then a row, and the columns keep their roles', async () => {
		const text = 'customer,date,amount\nA,2024-01-05,10.5\nB,2024-01-06,7\n';
		const { recipe } = await look(text);
		const off = await look(text, { ...recipe, source: { ...recipe.source, header: false } });
		expect(off.columns.map((column) => [column.header, column.role])).toEqual([
			['#1', 'customer'],
			['#2', 'date'],
			['#3', 'amount']
		]);
		expect(off.rows.count).toBe(3);
	});
});

describe('Tables beside one another', () => {
	const lines = (right: (i: number) => string) =>
		[
			'Order,Customer,Date,Amount,,Product,Price',
			...Array.from({ length: 20 }, (_, i) => `${i},C${i % 3},2024-01-05,${i}.5,,${right(i)}`)
		].join('\n');
	const told = async (text: string) => (await look(text)).questions.map(({ code, params }) => [code, params]);

	it('are told of where one ends before the other', async () => {
		const found = await told(lines((i) => (i < 5 ? `P${i},${i}` : ',')));
		expect(found).toContainEqual(['tables-side-by-side', { column: 6, header: 'Product' }]);
	});

	it('are one table where a blank column only makes room', async () => {
		const found = await told(lines((i) => `P${i % 4},${i}`));
		expect(found.map(([code]) => code)).not.toContain('tables-side-by-side');
	});
});
