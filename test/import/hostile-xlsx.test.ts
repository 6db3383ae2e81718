import { readdirSync, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importOrders, inspect } from '#lib/import/index.ts';
import { hasData, siblingFolder } from '../support/data-path.ts';
import { refusal } from '../support/import.ts';

const folder = siblingFolder('xlsx/attacks/files');
const files = hasData ? readdirSync(folder) : [];

/** What each file must end with. Some are sound workbooks of one column, which is no table of orders. */
const expected: Readonly<Record<string, string>> = {
	'bad-sst-index.xlsx': 'workbook-damaged',
	'billion-laughs.xlsx': 'workbook-damaged',
	'bomb-1GiB.xlsx': 'archive-bomb',
	'far-cell.xlsx': 'mapping-no-date',
	'garbage.xlsx': 'archive-damaged',
	'ok.xlsx': 'mapping-no-date',
	'proto-header.xlsx': 'mapping-no-date',
	'truncated.xlsx': 'archive-damaged',
	'xxe.xlsx': 'workbook-damaged',
	'zip-slip.xlsx': 'mapping-no-date'
};

describe.skipIf(!hasData)('A hostile workbook (skipped without a data folder)', () => {
	it('is one of ten', () => {
		expect(files.sort()).toEqual(Object.keys(expected).sort());
	});

	it.each(files)('%s ends with its code, in under 2 s and with under 512 MB', async (name) => {
		const file = await openAsBlob(join(folder, name));
		const before = process.memoryUsage().rss;
		const since = process.cpuUsage();
		const run = async () => {
			const { recipe } = await inspect(file, name, null);
			return importOrders(file, name, recipe);
		};
		expect((await refusal(run())).code).toBe(expected[name]);
		const used = process.cpuUsage(since);
		expect(used.user + used.system).toBeLessThan(2_000_000);
		expect(process.memoryUsage().rss - before).toBeLessThan(512 * 2 ** 20);
	});
});
