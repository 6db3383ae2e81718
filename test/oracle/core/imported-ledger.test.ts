import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { importOrders, inspect } from '#lib/import/index.ts';
import { dataFile, describeWithData } from '../../support/data.ts';
import { loadLedger, type RealData } from '../../support/real-data.ts';

/** The ledger that a user gets: the file as it is, through the import as it guesses, with one choice changed. */
async function imported(file: string, choices: Partial<ImportRecipe['choices']>): Promise<Ledger> {
	const blob = new Blob([readFileSync(dataFile(file))]);
	const name = file.split('/').at(-1) as string;
	const { recipe } = await inspect(blob, name, null);
	const { table } = await importOrders(blob, name, {
		...recipe,
		choices: { ...recipe.choices, ...choices }
	});
	return buildLedger(table, 'net');
}

/** Keys of the customers with an order: the purchase rule of the oracles never sees the others. */
function buyers(ledger: Ledger): string[] {
	return decodeAll(ledger.customers).filter((_, who) => ledger.offsets[who] !== ledger.offsets[who + 1]);
}

/** Orders of each customer with an order. */
function counts(ledger: Ledger): number[] {
	const { offsets } = ledger;
	return Array.from(offsets.subarray(1), (end, who) => end - (offsets[who] as number)).filter((n) => n > 0);
}

/** Money of all orders; orders of one customer and day, which stand in no agreed order, by amount. */
function amounts(ledger: Ledger, factor: number): Float64Array {
	const { offsets, day } = ledger;
	const sorted = ledger.amount.map((amount) => amount * factor);
	for (let who = 0; who < ledger.customers.size; who++) {
		const end = offsets[who + 1] as number;
		for (let start = offsets[who] as number; start < end;) {
			let next = start + 1;
			while (next < end && day[next] === day[start]) next++;
			sorted.subarray(start, next).sort();
			start = next;
		}
	}
	return sorted;
}

/** Equal in every element, told without printing half a million numbers. */
const same = (a: Int32Array | Uint32Array | Float64Array, b: typeof a) =>
	a.length === b.length && a.every((value, i) => value === b[i]);

const cases: [RealData, string, Partial<ImportRecipe['choices']>][] = [
	['online-retail', 'online-retail/online_retail.csv.gz', {}],
	['rfm-r', 'rfm-r/rfm_data_orders.csv', {}],
	['cdnow', 'cdnow/CDNOW_master.txt', { zeroAmount: 'keep' }]
];

describeWithData('the ledger of an imported file', () => {
	it.each(cases)(
		'of %s equals the one read by the plain purchase rule, order by order',
		async (data, file, choices) => {
			const plain = loadLedger(data);
			const ours = await imported(file, choices);
			const factor = 10 ** (plain.scale - ours.scale);
			expect(buyers(ours)).toEqual(buyers(plain));
			expect(counts(ours)).toEqual(counts(plain));
			expect(same(ours.day, plain.day)).toBe(true);
			expect(same(ours.orderLines, plain.orderLines)).toBe(true);
			expect(same(amounts(ours, factor), amounts(plain, 1))).toBe(true);
			expect([ours.orders, ours.lines]).toEqual([plain.orders, plain.lines]);
		},
		120_000
	);
});
