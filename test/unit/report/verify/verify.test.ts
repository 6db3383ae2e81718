import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { recompute } from '#lib/core/methods/recompute.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { importOrders, inspect, manifestOf } from '#lib/import/index.ts';
import { readSnapshot, verifySnapshot, writeSnapshot } from '#lib/report/index.ts';
import type { ReadAgain } from '#lib/report/verify/verify-snapshot.ts';
import type { ReportInput } from '#lib/report/types.ts';

const asked = ['overview', 'rfm', 'origins'];
const source = xoroshiro128plus(7);
const int = (low: number, high: number) => uniformInt(source, low, high);

/** A few hundred orders of a shop, a row changed where `other` says so. */
function fileOf(other = -1): File {
	const steps = xoroshiro128plus(11);
	const rows = Array.from({ length: 300 }, (_, i) => {
		const day = new Date(Date.UTC(2024, 0, 1 + uniformInt(steps, 0, 500))).toISOString().slice(0, 10);
		const amount = uniformInt(steps, 5, 500) + (i === other ? 1 : 0);
		return `C${uniformInt(steps, 1, 90)},O${i},${day},${amount}.00,${['shop', 'web', 'fair'][i % 3]}`;
	});
	return new File([`Customer ID,Order ID,Order date,Amount,Channel\n${rows.join('\n')}\n`], 'orders.csv');
}

let input: ReportInput;
let read: ReadAgain;

beforeAll(async () => {
	const file = fileOf();
	const { recipe } = await inspect(file, file.name, null);
	const imported = await importOrders(file, file.name, recipe);
	const about = {
		id: 'd',
		workspaceId: 'w',
		name: 'Orders',
		file: { name: file.name, size: file.size },
		recipe,
		importedAt: 1
	};
	const manifest = manifestOf(imported, about);
	read = { orders: [imported] };
	const inputs = [{ fingerprint: imported.fingerprint, recipe }];
	const frame = { asOf: manifest.lastDay, from: null, weekStart: 1 };
	const full = buildLedger(imported.table, 'net');
	const analyses = [];
	for (const method of asked) {
		const sha256 = async (bytes: Uint8Array) =>
			new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;
		analyses.push(
			await recompute({ table: imported.table, full, inputs }, { method, params: {}, frame }, sha256)
		);
	}
	input = {
		request: {
			title: 'T',
			preparedFor: '',
			locale: 'en',
			notes: '',
			sections: [],
			nowMs: 0,
			appVersion: '0',
			hideBelow: null,
			sharing: null
		},
		dataset: {
			manifest,
			customers: 0,
			prospects: 0,
			orders: 0,
			revenue: 0,
			firstDay: manifest.firstDay,
			lastDay: manifest.lastDay,
			ordersNettedAway: 0,
			attributes: [],
			eventTables: [],
			contractTables: [],
			reasonColumns: [],
			merged: null,
			decided: 0
		},
		analyses,
		definitions: Object.values(methods).map(({ definition }) => definition),
		refunds: 'net'
	};
});

const opened = (hideBelow: number | null): OpenSnapshot =>
	readSnapshot(writeSnapshot({ ...input, request: { ...input.request, hideBelow } }));
const verified = (snapshot: OpenSnapshot, from = read) =>
	verifySnapshot(snapshot, from, async () => undefined);

describe('a whole snapshot', () => {
	test('equals what its file gives, hash and all', async () => {
		const answer = await verified(opened(null));
		expect(answer).toMatchObject({
			differing: 0,
			differences: [],
			hidden: 0,
			sameFile: true,
			otherVersions: []
		});
		expect(answer.compared).toBeGreaterThan(1000);
		expect(answer.provenance.found).toBe(answer.provenance.saved);
	});

	test('with one changed number is found out, and where: 100 of 100', async () => {
		for (let trial = 0; trial < 100; trial++) {
			const snapshot = opened(null);
			const { result } = snapshot.analyses[int(0, asked.length - 1)] as OpenSnapshot['analyses'][0];
			const tables = Object.entries(result.tables).flatMap(([name, { columns }]) =>
				Object.entries(columns).flatMap(([column, values]) =>
					values.length > 0 && typeof values[0] === 'number'
						? [{ name, column, values: values as Float64Array }]
						: []
				)
			);
			const { name, column, values } = tables[int(0, tables.length - 1)] as (typeof tables)[0];
			const row = int(0, values.length - 1);
			const before = values[row] as number;
			// Whole numbers are held to the last unit, others to a millionth: engines differ in their last bits.
			values[row] = Number.isNaN(before) ? 1 : Number.isInteger(before) ? before + 1 : before * 1.000_01;
			const { differing, differences } = await verified(snapshot);
			expect(differing).toBe(1);
			expect(differences[0]).toMatchObject({
				method: result.method,
				table: name,
				column,
				row: row + 1,
				saved: values[row]
			});
			expect(differences[0]?.found).toBe(Number.isNaN(before) ? null : before === 0 ? 0 : before);
		}
	});

	test('differs from a file of which one amount is another', async () => {
		const file = fileOf(40);
		const again = await importOrders(file, file.name, input.dataset.manifest.recipe);
		const answer = await verified(opened(null), { orders: [again] });
		expect(answer.sameFile).toBe(false);
		expect(answer.differing).toBeGreaterThan(3);
		expect(answer.provenance.found).not.toBe(answer.provenance.saved);
	});
});

describe('a snapshot without small groups', () => {
	test('equals its file in all that it shows', async () => {
		const answer = await verified(opened(8));
		expect(answer).toMatchObject({ differing: 0, sameFile: true });
		expect(answer.hidden).toBeGreaterThan(20);
		expect(answer.compared).toBeGreaterThan(200);
		expect(answer.provenance.found).toBe(answer.provenance.saved);
	});

	test('with one changed number is found out, and where: 25 of 25', async () => {
		for (let trial = 0; trial < 25; trial++) {
			const snapshot = opened(8);
			const { sections = [] } = snapshot.disclosed ?? {};
			const places = sections.flatMap(({ method, tables }) =>
				tables.flatMap((table) =>
					table.rows.flatMap((row, y) =>
						row.flatMap((cell, x) =>
							x > 0 && cell !== null && typeof cell !== 'string' ? [{ method, table, y, x, cell }] : []
						)
					)
				)
			);
			const { method, table, y, x, cell } = places[int(0, places.length - 1)] as (typeof places)[0];
			(cell as { value: number }).value += 1;
			const { differing, differences } = await verified(snapshot);
			expect(differing).toBe(1);
			expect(differences[0]).toMatchObject({
				method,
				table: table.title,
				row: y + 1,
				column: table.heads[x]
			});
			expect(differences[0]?.saved).toBe(cell.value);
		}
	});
});
