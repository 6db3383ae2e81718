import { unzipSync, zipSync } from 'fflate';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { beforeAll, describe, expect, it } from 'vitest';
import { CoreError, toErrorRecord } from '#lib/core/errors.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { errorText } from '#lib/i18n/coded.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { RowKind } from '#lib/core/dataset/order-table.ts';
import { ArchiveReader, writeArchive } from '#lib/report/rows/archive.ts';
import { checkOrders } from '#lib/report/rows/check-orders.ts';
import { isRowsFile } from '#lib/report/rows/is-rows-file.ts';
import { readRows } from '#lib/report/rows/read-rows.ts';
import type { RowsBody } from '#lib/report/rows/rows-schema.ts';
import { hashOf, writeRows } from '#lib/report/rows/write-rows.ts';
import { sha256Hex } from '#lib/report/sha256.ts';
import { recordCounts } from '../../../storage/fixture.ts';
import { ask, valueOf } from '../../workers/workspace.ts';
import { clientBrowser, noRules, receiverBrowser, requestOf } from '../../workers/snapshot-rows.ts';

const turn = async () => undefined;
let whole: Uint8Array<ArrayBuffer>;
let content: string;

/** What a file holds, as text. */
async function contentOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const { snapshotText, body } = await readRows(bytes, turn);
	return canonicalJson([snapshotText, body]);
}

/** What is said of a file that cannot be opened; null where it holds just what it held before. */
async function refusalOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
	try {
		expect(await contentOf(bytes)).toBe(content);
		return null;
	} catch (thrown) {
		if (!(thrown instanceof CoreError)) throw thrown;
		const record = toErrorRecord(thrown);
		expect(record.code).not.toBe('internal');
		for (const locale of ['en', 'zh-CN'] as const)
			expect(errorText(messagesFor(locale), record)).not.toBe('');
		return record.code;
	}
}

beforeAll(async () => {
	const { analysis } = await clientBrowser();
	const asked = requestOf(noRules, { sections: [ask('overview')] });
	whole = new Uint8Array(await valueOf(await analysis.report(asked, 'snapshot', null)).arrayBuffer());
	content = await contentOf(whole);
}, 60_000);

describe('a file with rows that was changed', () => {
	it('is a coded error in both languages or the same data: 500 of 500', async () => {
		const steps = xoroshiro128plus(89);
		const int = (low: number, high: number) => uniformInt(steps, low, high);
		let refused = 0;
		for (let i = 0; i < 500; i++) {
			const at = int(0, whole.length - 1);
			let bytes = whole.slice();
			if (i % 5 < 3) bytes[at] = (bytes[at] as number) ^ (1 << int(0, 7));
			else if (i % 5 === 3) bytes = whole.slice(0, at);
			else bytes.copyWithin(at, int(0, whole.length - 1), int(0, whole.length - 1));
			if ((await refusalOf(bytes)) !== null) refused++;
		}
		expect(refused).toBeGreaterThan(300);
	});

	it('leaves nothing behind', async () => {
		const { library, connection } = await receiverBrowser();
		const before = await connection.use(recordCounts);
		const broken = whole.slice();
		// In the last column's bytes, so that all before it is found whole: they end where the archive's list begins.
		const at = new TextDecoder('latin1').decode(whole).indexOf('PK\u0001\u0002') - 2;
		broken[at] = (broken[at] as number) ^ 1;
		const answer = await library.addSnapshot(new File([broken], 'x.zip'), 1, null);
		expect(answer).toMatchObject({ error: { code: 'snapshot-invalid' } });
		expect(await connection.use(recordCounts)).toEqual(before);
	});
});

type Change = (body: RowsBody, columns: Map<string, DataView<ArrayBuffer>>) => void;

/** The file with something else in it, sealed as if it were whole. */
async function forged(change: Change): Promise<Uint8Array<ArrayBuffer>> {
	const entries = unzipSync(whole);
	const text = (name: string) => new TextDecoder().decode(entries[name]);
	const file = JSON.parse(text('rows.json')) as { body: RowsBody; checksum: string };
	const views = new Map<string, DataView<ArrayBuffer>>();
	const columns = [
		...file.body.orders.columns.map((column) => ['orders', column] as const),
		...file.body.tables.flatMap((table, i) => table.columns.map((column) => [`tables/${i}`, column] as const))
	];
	for (const [folder, { name }] of columns) {
		const bytes = new Uint8Array(entries[`${folder}/${name}.0`] ?? []);
		views.set(`${folder}/${name}`, new DataView(bytes.buffer));
	}
	change(file.body, views);
	for (const [folder, { name, chunks }] of columns) {
		const bytes = new Uint8Array(views.get(`${folder}/${name}`)?.buffer ?? new ArrayBuffer(0));
		if (chunks[0] !== undefined) chunks[0].sha256 = await hashOf(bytes);
	}
	file.checksum = sha256Hex(canonicalJson(file.body));
	const names = Object.keys(entries);
	const encoder = new TextEncoder();
	const parts = await writeArchive(
		names.map((name) => {
			const view = views.get(name.replace(/\.0$/, ''));
			const bytes =
				view === undefined ? (entries[name] as Uint8Array<ArrayBuffer>) : new Uint8Array(view.buffer);
			return { name, bytes: name === 'rows.json' ? encoder.encode(JSON.stringify(file)) : bytes };
		}),
		turn
	);
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Two rows of one customer in the place of each other. */
function swapDays(columns: Map<string, DataView<ArrayBuffer>>): void {
	const [customer, day] = [columns.get('orders/customer'), columns.get('orders/day')];
	if (customer === undefined || day === undefined) throw new Error('no orders');
	for (let at = 0; at + 4 < day.byteLength; at += 4) {
		const [one, next] = [day.getInt32(at, true), day.getInt32(at + 4, true)];
		if (customer.getUint32(at, true) !== customer.getUint32(at + 4, true) || one === next) continue;
		day.setInt32(at, next, true);
		return day.setInt32(at + 4, one, true);
	}
}

describe('a file with rows that was made to deceive', () => {
	const lies: readonly (readonly [string, Change])[] = [
		['a customer beyond all', (_, columns) => columns.get('orders/customer')?.setUint32(0, 9999, true)],
		['rows in no order', (_, columns) => columns.get('orders/customer')?.setUint32(0, 20, true)],
		['a day of no calendar', (_, columns) => columns.get('orders/day')?.setInt32(0, 2_000_000_000, true)],
		['days of a customer in no order', (_, columns) => swapDays(columns)],
		['half a cent', (_, columns) => columns.get('orders/amount')?.setFloat64(0, 0.5, true)],
		['no money', (_, columns) => columns.get('orders/amount')?.setFloat64(0, NaN, true)],
		[
			'money that is not in the totals',
			(_, columns) => columns.get('orders/amount')?.setFloat64(0, 77, true)
		],
		['a kind that there is not', (_, columns) => columns.get('orders/kind')?.setUint8(0, 9)],
		[
			'texts that end before they begin',
			(_, columns) => columns.get('orders/customers.offsets')?.setUint32(4, 900_000, true)
		],
		['bytes that are no text', (_, columns) => columns.get('orders/customers.bytes')?.setUint8(3, 0xff)],
		[
			'a value of a table beyond all',
			(_, columns) => columns.get('tables/0/column.1.codes')?.setUint32(0, 99, true)
		],
		[
			'a day of a table of no calendar',
			(_, columns) => columns.get('tables/0/column.2.day')?.setInt32(0, 9_999_999, true)
		],
		[
			'more rows than there are',
			(body) => Object.assign(body.orders.shape, { rows: body.orders.shape.rows + 1 })
		],
		['a column twice', (body) => void body.orders.columns.push(...body.orders.columns.slice(0, 1))],
		[
			'a column of nothing',
			(body) => void body.orders.columns.push({ name: 'x', type: 'u8', length: 0, chunks: [] })
		],
		['columns without end', (body) => Object.assign(body.orders.columns[0] ?? {}, { length: 2 ** 40 })],
		['an end of a link that is none', (body) => Object.assign(body.links[0] ?? {}, { fromColumn: 77 })],
		['a currency that is none', (body) => Object.assign(body.orders.shape, { currency: 'pounds' })],
		[
			'a currency of a table that is none',
			(body) => Object.assign(body.tables[0]?.shape ?? {}, { currency: '€' })
		],
		['another snapshot', (body) => Object.assign(body, { snapshot: '0'.repeat(64) })],
		['a field that nobody knows', (body) => Object.assign(body, { more: 1 })],
		['a policy that there is not', (body) => Object.assign(body.rules[0] ?? {}, { policy: 'shout' })]
	];

	it.each(lies)('is refused for %s', async (_, change) => {
		expect(await refusalOf(await forged(change))).toMatch(/^(?:snapshot-invalid|file-too-large)$/);
	});

	it('is refused where days, customers, columns or kinds are not those of its rows', async () => {
		const { orders, manifest } = await readRows(whole, turn);
		expect(() => checkOrders(orders, manifest)).not.toThrow();
		for (const told of [
			{ firstDay: manifest.firstDay - 1 },
			{ lastDay: 2_000_000_000 },
			{ customers: 1 },
			{ attributes: ['Another'] },
			{ hasTimeOfDay: !manifest.hasTimeOfDay }
		])
			expect(() => checkOrders(orders, { ...manifest, ...told })).toThrow('snapshot-invalid');
		const kind = orders.kind.slice();
		kind[0] = RowKind.NO_CUSTOMER;
		expect(() => checkOrders({ ...orders, kind }, manifest)).toThrow(
			expect.objectContaining({ params: { at: 'rows.orders.kind' } })
		);
		const { rows, customer } = orders;
		const at = customer.findIndex((who, row) => row + 1 < rows && who === customer[row + 1]);
		const day = orders.day.slice();
		day[at + 1] = (day[at] as number) - 1;
		expect(() => checkOrders({ ...orders, day }, manifest)).toThrow(
			expect.objectContaining({ params: { at: 'rows.orders.day' } })
		);
	});

	it('is opened as it was without a lie', async () => {
		expect(await refusalOf(await forged(() => undefined))).toBeNull();
	});

	it('ends with the list of its files and nothing else', async () => {
		const list = new TextDecoder('latin1').decode(whole).indexOf('PK\u0001\u0002');
		const renamed = whole.slice();
		renamed[list + 46] = 'x'.charCodeAt(0);
		expect(await refusalOf(renamed)).toBe('snapshot-invalid');
		const longer = new Uint8Array(whole.length + 1);
		longer.set(whole);
		expect(await refusalOf(longer)).toBe('snapshot-invalid');
	});

	it('is not written beyond what is read again', async () => {
		const { snapshotText, body } = await readRows(whole, turn);
		const array = { length: 2 ** 28, byteLength: 2 ** 31 } as Float64Array;
		const orders = [{ name: 'amount', type: 'f64' as const, array }];
		await expect(writeRows({ snapshot: snapshotText, body, orders, tables: [] }, turn)).rejects.toThrow(
			'file-too-large'
		);
	});

	it('unpacks to no more than it says', async () => {
		const bomb = new Uint8Array(zipSync({ 'clientele-snapshot.json': new Uint8Array(2 ** 20) }));
		expect(isRowsFile(bomb)).toBe(true);
		const reader = new ArchiveReader(bomb);
		await expect(reader.next('clientele-snapshot.json', 2 ** 17)).rejects.toMatchObject({
			code: 'file-too-large',
			params: { limit: 2 ** 17 }
		});
	});

	it('of a later form is told as such', async () => {
		const text = new TextDecoder().decode(unzipSync(whole)['rows.json']).replace('"schema":1', '"schema":2');
		const entries = Object.entries(unzipSync(whole)).map(([name, bytes]) => ({
			name,
			bytes: name === 'rows.json' ? new TextEncoder().encode(text) : new Uint8Array(bytes)
		}));
		const later = new Uint8Array(await new Blob(await writeArchive(entries, turn)).arrayBuffer());
		await expect(readRows(later, turn)).rejects.toMatchObject({
			code: 'snapshot-newer',
			params: { schema: 2 }
		});
	});
});
