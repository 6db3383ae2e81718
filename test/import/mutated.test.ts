import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { expect, it } from 'vitest';
import { CoreError } from '#lib/core/errors.ts';
import { importOrders, inspect } from '#lib/import/index.ts';
import { checkTotals } from '#lib/core/dataset/check-totals.ts';
import { fileOf } from '../support/import.ts';

/** How many files are damaged; CLIENTELE_FAULTS=10000 runs the long count. */
const FILES = Number(process.env.CLIENTELE_FAULTS ?? 300);

const rows = Array.from(
	{ length: 40 },
	(_, i) =>
		`客户${i % 7},${1000 + (i >> 1)},2024-0${(i % 9) + 1}-1${i % 10} 10:0${i % 10},"1,${100 + i}.50",交易成功,"note ""${i}"", x"`
);
const base = new TextEncoder().encode(
	`买家昵称,订单编号,付款时间,实付金额,订单状态,备注\r\n${rows.join('\r\n')}\r\n`
);

/** Bytes that matter to a reader of tables, more often than chance would have them. */
const nasty = [0x22, 0x27, 0x2c, 0x0a, 0x0d, 0x00, 0x09, 0x3b, 0xff, 0xfe, 0x80, 0x2d, 0x2e, 0x28];

it(`${FILES} damaged files: each is refused with a code, or read with totals that add up, in under 2 s`, async () => {
	const generator = xorshift128plus(20_241_122);
	const upTo = (most: number) => uniformInt(generator, 0, most);
	let read = 0;
	for (let file = 0; file < FILES; file++) {
		let bytes = base.slice();
		for (let change = upTo(6); change >= 0; change--) {
			const at = upTo(bytes.length - 1);
			switch (upTo(4)) {
				case 0:
					bytes[at] = upTo(255);
					break;
				case 1:
					bytes[at] = nasty[upTo(nasty.length - 1)] as number;
					break;
				case 2:
					bytes = bytes.slice(0, Math.max(1, at));
					break;
				case 3:
					bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1 + upTo(30))]);
					break;
				default:
					bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(upTo(at), at), ...bytes.slice(at)]);
			}
			if (bytes.length === 0) bytes = base.slice(0, 1);
		}
		const since = process.cpuUsage();
		try {
			const source = fileOf(bytes);
			const { recipe } = await inspect(source, 'mutated.csv', null);
			const { totals } = await importOrders(source, 'mutated.csv', recipe);
			checkTotals(totals);
			read++;
		} catch (error) {
			if (!(error instanceof CoreError) || error.code === 'import-totals-mismatch') {
				throw new Error(`file ${file} of seed 20241122`, { cause: error });
			}
		}
		expect(process.cpuUsage(since).user).toBeLessThan(2_000_000);
	}
	expect(read).toBeGreaterThan(FILES / 10);
}, 1_800_000);
