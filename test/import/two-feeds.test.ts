import { existsSync, openAsBlob, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isGrid } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { ByteFeed } from '#lib/import/feeds/byte-feed.ts';
import { evenLines } from '#lib/import/decode.ts';
import { inspect } from '#lib/import/index.ts';
import { generateOrders } from '../../bench/generate.ts';
import { dataFile, describeWithData } from '../support/data.ts';
import { isPlain, papaRows } from '../support/papa-rows.ts';
import { byteFeed, cutByBytes, cutByText, digest, outcome, textFeed } from '../support/feeds.ts';

function filesBelow(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile())
		.sort();
}

/** Files with a table of text in them, packed or not. */
const isTable = (path: string): boolean => /\.(csv|tsv|txt)(\.gz)?$/i.test(path);

const tables = [...filesBelow(dataFile('.')), ...filesBelow(dataFile('../csv'))].filter(isTable);

/** Cut both ways, files larger than this take too long by text. */
const MOST_CUT_BYTES = 3_000_000;

/** Every so many files of the corpora are looked at; all of them with CLIENTELE_FAULTS, which asks for long runs. */
const STRIDE = process.env.CLIENTELE_FAULTS === undefined ? 4 : 1;

/** Real orders, which are always among them. */
const orders = [
	'online-retail/online_retail.csv.gz',
	'chinese-rfm/rfm_orders_gb18030.csv',
	'completejourney/transactions_sample.csv'
];
const nameOf = (path: string): string => relative(dataFile('.'), path);

describeWithData('Real files', () => {
	it('are imported alike by strings and by bytes, every one that looks like orders', async () => {
		const imported: string[] = [];
		for (const path of tables.filter((one, i) => i % STRIDE === 0 || orders.includes(nameOf(one)))) {
			const file = await openAsBlob(path);
			try {
				const { recipe } = await inspect(file, path, null);
				const text = await outcome(file, recipe, textFeed);
				if (isGrid(recipe.source) || !ByteFeed.canRead(recipe.source)) continue;
				const bytes = await outcome(file, recipe, byteFeed);
				expect(digest(bytes), path).toBe(digest(text));
				if ('table' in text) imported.push(nameOf(path));
			} catch (error) {
				if (!(error instanceof CoreError)) throw error;
			}
		}
		expect(imported).toEqual(expect.arrayContaining(orders));
		expect(imported.length).toBeGreaterThan(STRIDE === 1 ? 10 : 4);
	}, 600_000);

	it('are cut alike into cells by text and by bytes, whatever they hold, and by PapaParse where they are plain', () => {
		const small = tables.filter(
			(path, i) => i % STRIDE === 0 && !path.endsWith('.gz') && statSync(path).size <= MOST_CUT_BYTES
		);
		expect(small.length).toBeGreaterThan(10);
		let plain = 0;
		for (const path of small) {
			const bytes = new Uint8Array(readFileSync(path));
			for (const [delimiter, quote] of [
				[',', '"'],
				[';', "'"],
				['\t', ''],
				['|', '"']
			] as const) {
				const cut = (by: typeof cutByText): string => {
					try {
						return JSON.stringify(by(bytes, delimiter, quote, 100_003));
					} catch (error) {
						if (error instanceof CoreError) return `${error.code} ${JSON.stringify(error.params)}`;
						throw error;
					}
				};
				const same = cut(cutByBytes) === cut(cutByText);
				expect(same, `${path} by ${delimiter} and ${quote}`).toBe(true);
				const text = evenLines(new TextDecoder().decode(bytes));
				if (!isPlain(text, delimiter, quote)) continue;
				plain++;
				const rows = cutByText(bytes, delimiter, quote, 100_003).map(({ cells }) => cells);
				const alike = JSON.stringify(rows) === JSON.stringify(papaRows(text, delimiter, quote));
				expect(alike, `${path} by ${delimiter} and ${quote}, with PapaParse`).toBe(true);
			}
		}
		expect(plain).toBeGreaterThan(small.length);
	}, 600_000);
});

describe('Generated orders', () => {
	it('are imported alike by strings and by bytes', async () => {
		const path = join(import.meta.dirname, '../../.cache/orders-20000.csv');
		generateOrders(path, 20_000, 7);
		const file = await openAsBlob(path);
		const { recipe } = await inspect(file, 'orders.csv', null);
		const text = await outcome(file, recipe, textFeed);
		expect(digest(await outcome(file, recipe, byteFeed))).toBe(digest(text));
		expect('table' in text && text.table.rows).toBe(20_000);
	}, 60_000);

	it('are imported alike with odd rows among them, near the start of the file and far below it', async () => {
		const path = join(import.meta.dirname, '../../.cache/orders-20000.csv');
		generateOrders(path, 20_000, 7);
		const lines = readFileSync(path, 'utf8').split('\n');
		const header = lines[0] as string;
		const odd = [
			'Total,,,,',
			header,
			'-----',
			'x,"lost',
			'a,b',
			'"a,b',
			`${lines[9] as string},`,
			'  ',
			'"x",'
		];
		for (const at of [40, 15_000]) lines.splice(at, 0, ...odd, (lines[7] as string).replace(',', ', '));
		const file = new Blob([lines.join('\n')]);
		const { recipe } = await inspect(file, 'orders.csv', null);
		const text = await outcome(file, recipe, textFeed);
		const bytes = await outcome(file, recipe, byteFeed);
		expect(digest(bytes)).toBe(digest(text));
		if (!('totals' in bytes)) throw new Error(bytes.refused);
		const { rejectedBy, source } = bytes.totals;
		expect(source.rows).toBe(20_000 + 2 * (odd.length - 1) + 2);
		expect(rejectedBy).toMatchObject({ 'row-repeated-header': 2 });
	}, 60_000);

	it('are read in time that grows with the file when every line has lost a quote', async () => {
		const lines = (count: number) => new TextEncoder().encode('a,"b\n'.repeat(count));
		expect(() => cutByText(lines(200_000), ',', '"', 2 ** 18)).toThrow('file-unreadable');
		expect(() => cutByBytes(lines(200_000), ',', '"', 2 ** 18)).toThrow('file-unreadable');
		// Looked at anew, nothing is quoted there.
		const { recipe } = await inspect(new Blob([`x,y\n${'a,"b\n'.repeat(200_000)}`]), 'x.csv', null);
		expect(recipe.source).toMatchObject({ delimiter: ',', quote: '' });
	}, 60_000);
});
