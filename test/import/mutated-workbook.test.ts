import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { zipSync, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { CoreError } from '#lib/core/errors.ts';
import { importOrders, inspect } from '#lib/import/index.ts';
import { checkTotals } from '#lib/core/dataset/check-totals.ts';
import { fileOf } from '../support/import.ts';
import { STYLE, workbookParts } from '../support/workbook.ts';

/** How many workbooks are damaged; CLIENTELE_FAULTS=10000 runs the long count. */
const FILES = Number(process.env.CLIENTELE_FAULTS ?? 300);

const rows = Array.from({ length: 40 }, (_, i) => [
	...[`A${i}`, `客户${i % 7}`, { value: 45_000 + i / 3, style: STYLE.dateTime }, 100.5 + i, '交易成功']
]);
const parts = Object.entries(
	workbookParts([
		{ name: 'S', rows: [['订单编号', '买家昵称', '付款时间', '实付金额', '订单状态'], ...rows] }
	])
);

it(`${FILES} damaged workbooks, in the archive or within: each is refused with a code or read, in under 2 s`, async () => {
	const generator = xorshift128plus(20_241_125);
	const upTo = (most: number) => uniformInt(generator, 0, most);
	let read = 0;
	let refused = 0;
	const hurt = (bytes: Uint8Array) => {
		for (let change = upTo(4); change >= 0; change--) bytes[upTo(bytes.length - 1)] = upTo(255);
		return upTo(9) === 0 ? bytes.slice(0, upTo(bytes.length - 1) + 1) : bytes;
	};
	for (let file = 0; file < FILES; file++) {
		// Every second one is damaged before it is packed, so that its checksums are right.
		const within = file % 2 === 0 ? upTo(parts.length - 1) : -1;
		const packed = Object.fromEntries(
			parts.map(([name, text], i) => [name, i === within ? hurt(strToU8(text)) : strToU8(text)])
		);
		const whole = zipSync(packed);
		const bytes = new Uint8Array(within < 0 ? hurt(whole) : whole);
		const since = process.cpuUsage();
		try {
			const source = fileOf(bytes);
			const { recipe } = await inspect(source, 'mutated.xlsx', null);
			checkTotals((await importOrders(source, 'mutated.xlsx', recipe)).totals);
			read++;
		} catch (error) {
			if (!(error instanceof CoreError) || error.code === 'import-totals-mismatch') {
				throw new Error(`file ${file} of seed 20241125`, { cause: error });
			}
			refused++;
		}
		expect(process.cpuUsage(since).user).toBeLessThan(2_000_000);
	}
	expect(read).toBeGreaterThan(FILES / 10);
	expect(refused).toBeGreaterThan(FILES / 10);
}, 1_800_000);
