import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { readSnapshot, readSnapshotInTurns, writeSnapshot } from '#lib/report/index.ts';
import { sha256Hex } from '#lib/report/sha256.ts';
import { damage } from '../../support/damage.ts';
import { sampleInput } from './fixture.ts';

const customers = 20_000;
const column = (of: (at: number) => number) => Array.from({ length: customers }, (_, at) => of(at));
const standings = {
	codes: column((at) => at).map((at) => `${at.toString(32).padStart(5, '0').toUpperCase()}-Q2XAB`),
	orders: Float64Array.from(column((at) => at % 37)),
	revenue: Float64Array.from(column((at) => at * 137 - 20_000)),
	segments: Uint8Array.from(column((at) => at % 11)),
	types: Uint8Array.from(column((at) => at % 8)),
	stages: Uint8Array.from(column((at) => at % 7))
};
/** Its notes hold what the lists begin with, as text. */
const input = {
	...sampleInput('zh-CN'),
	request: { ...sampleInput('zh-CN').request, notes: 'x,"standings":{"codes":["A"]}' },
	standings
};
const text = writeSnapshot(input);
const bytesOf = (of: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(of);
const still = () => Promise.resolve();
const outcome = async (read: () => unknown): Promise<unknown> => {
	try {
		return { read: await read() };
	} catch (thrown) {
		return { thrown: String(thrown), ...(thrown as object) };
	}
};

describe('a kept snapshot of many customers', () => {
	test('is read in turns as it is in one go', async () => {
		let turns = 0;
		const read = await readSnapshotInTurns(bytesOf(text), () => {
			turns++;
			return Promise.resolve();
		});
		expect(read).toEqual(readSnapshot(text));
		expect(read.standings?.codes.length).toBe(customers);
		// 15 signs a code: a piece is of some 9,000 customers.
		expect(turns).toBeGreaterThan(6);
	});

	test('is stopped between two turns', async () => {
		let turns = 0;
		const stop = () => (++turns < 3 ? Promise.resolve() : Promise.reject(new Error('stopped')));
		await expect(readSnapshotInTurns(bytesOf(text), stop)).rejects.toThrow('stopped');
		expect(turns).toBe(3);
	});

	test('sealed again with other lists is refused, or read, as it is in one go', async () => {
		const { body, ...head } = JSON.parse(text) as { body: { standings: Record<string, unknown[]> } };
		const lists = body.standings;
		const small = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.slice(0, 20)]));
		const others: Record<string, unknown>[] = [
			small,
			{ ...small, codes: (small['codes'] ?? []).with(1, small['codes']?.[0]) },
			{ ...small, codes: (small['codes'] ?? []).with(1, 'A]},"B') },
			{ ...small, codes: (small['codes'] ?? []).with(1, 7) },
			{ ...small, orders: (small['orders'] ?? []).with(2, -1) },
			{ ...small, revenue: (small['revenue'] ?? []).with(2, null) },
			{ ...small, stages: (small['stages'] ?? []).with(2, 256) },
			{ ...small, types: (small['types'] ?? []).slice(1) },
			{ ...small, more: [1] },
			Object.fromEntries(Object.entries(small).filter(([name]) => name !== 'stages')),
			Object.fromEntries(Object.keys(small).map((name) => [name, []]))
		];
		for (const other of others) {
			const changed = canonicalJson({ ...body, standings: other });
			const sealed = `${canonicalJson({ ...head, checksum: sha256Hex(changed) }).slice(0, -1)},"body":${changed}}\n`;
			const turned = await outcome(() => readSnapshotInTurns(bytesOf(sealed), still));
			expect(turned).toEqual(await outcome(() => readSnapshot(sealed)));
		}
	});

	test('damaged anywhere is refused as it is in one go, 60 of 60', async () => {
		const short = writeSnapshot({
			...input,
			standings: {
				codes: standings.codes.slice(0, 50),
				orders: standings.orders.slice(0, 50),
				revenue: standings.revenue.slice(0, 50),
				segments: standings.segments.slice(0, 50),
				types: standings.types.slice(0, 50),
				stages: standings.stages.slice(0, 50)
			}
		});
		const source = xoroshiro128plus(11);
		const int = (low: number, high: number) => uniformInt(source, low, high);
		for (let i = 0; i < 60; i++) {
			const damaged = damage(short, int);
			const turned = await outcome(() => readSnapshotInTurns(bytesOf(damaged), still));
			expect(turned).toEqual(await outcome(() => readSnapshot(damaged)));
		}
	});
});
