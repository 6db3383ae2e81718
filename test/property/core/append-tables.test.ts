import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEntityTables } from '#lib/core/dataset/append/append-entity-tables.ts';
import { appendTableTotals } from '#lib/core/dataset/append/append-table-totals.ts';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import type { EntityColumn, EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { TableTotals } from '#lib/core/dataset/table-manifest.ts';
import { valuesOf } from '../../support/table-values.ts';

/** A row of a ticket table: an id or none, a status, and money in cents or none. */
interface Row {
	readonly id: string | null;
	readonly status: string;
	readonly refund: number | null;
}

const rowsOf = (ids: number): fc.Arbitrary<Row[]> =>
	fc.array(
		fc.record({
			id: fc.option(fc.integer({ min: 0, max: ids }).map(String)),
			status: fc.constantFrom('open', 'closed'),
			refund: fc.option(fc.integer({ min: -3, max: 3 }))
		}),
		{ maxLength: 12 }
	);

function coded(header: string, role: EntityColumn['role'], cells: readonly (string | null)[]): EntityColumn {
	const builder = new DictionaryBuilder();
	const codes = Uint32Array.from(cells, (cell) => (cell === null ? NO_CODE : builder.intern(cell)));
	return { header, role, type: role === 'record' ? 'key' : 'category', dictionary: builder.build(), codes };
}

function tableOf(rows: readonly Row[], scale = 2, named = true): EntityTable {
	const money = Float64Array.from(rows, ({ refund }) => (refund === null ? NaN : refund * 10 ** (scale - 2)));
	return {
		entity: named ? 'ticket' : 'other',
		rows: rows.length,
		currency: null,
		columns: [
			coded(
				'Id',
				named ? 'record' : 'attribute',
				rows.map(({ id }) => id)
			),
			coded(
				'Status',
				'attribute',
				rows.map(({ status }) => status)
			),
			{ header: 'Refund', role: 'attribute', type: 'money', values: money, scale }
		]
	};
}

function rowsIn(table: EntityTable): Row[] {
	const [id, status, refund] = ['Id', 'Status', 'Refund'].map((header) => valuesOf(table, header));
	const scale = (table.columns[2] as { readonly scale: number }).scale;
	return Array.from({ length: table.rows }, (_, i) => {
		const units = refund?.[i] as number | null;
		return {
			id: id?.[i] as string | null,
			status: status?.[i] as string,
			refund: units === null ? null : units / 10 ** (scale - 2)
		};
	});
}

const totalsOf = ({ rows, columns }: EntityTable): TableTotals => {
	const [, , money] = columns;
	const values = money?.type === 'money' ? [...money.values].filter((units) => !Number.isNaN(units)) : [];
	const sum = values.reduce((all, units) => all + units, 0);
	return {
		...{ source: rows, kept: rows, merged: 0, rejected: 0, rejectedBy: {}, remarks: {} },
		...{ duplicatesSeen: 0, blankLines: 0 },
		money: [
			{
				header: 'Refund',
				scale: (money as { readonly scale: number }).scale,
				source: sum,
				kept: sum,
				merged: 0,
				rejected: 0
			}
		]
	};
};

/** What the result must be, row by row and by search: oracle. */
function expected(there: readonly Row[], added: readonly Row[], named: boolean) {
	const result: Row[] = [...there];
	const open = there.map(() => true);
	const fresh: Row[] = [];
	const left: Row[] = [];
	const counts = { recognised: 0, replaced: 0, added: 0 };
	const text = (row: Row): string => JSON.stringify([row.id, row.status, row.refund]);
	for (const row of added) {
		const at = there.findIndex((other, i) => open[i] === true && text(other) === text(row));
		if (at < 0) left.push(row);
		else {
			open[at] = false;
			counts.recognised++;
		}
	}
	for (const row of left) {
		const at = named ? there.findIndex(({ id }, i) => open[i] === true && id !== null && id === row.id) : -1;
		if (at < 0) fresh.push(row);
		else {
			open[at] = false;
			result[at] = row;
			counts.replaced++;
		}
	}
	counts.added = fresh.length;
	return { rows: [...result, ...fresh], counts };
}

const pause = () => Promise.resolve();

describe('A file added to a table', () => {
	it('gives the rows that a search row by row gives, and its totals add up', async () => {
		await fc.assert(
			fc.asyncProperty(
				rowsOf(5),
				rowsOf(5),
				fc.boolean(),
				fc.constantFrom(2, 3),
				async (one, other, named, scale) => {
					const [a, b] = [tableOf(one, 2, named), tableOf(other, scale, named)];
					const appended = await appendEntityTables(a, b, pause);
					const { rows, counts } = expected(one, other, named);
					expect(rowsIn(appended.table)).toEqual(rows);
					expect(appended.comparison).toEqual(counts);
					const totals = appendTableTotals(totalsOf(a), totalsOf(b), appended);
					expect(totals.source).toBe(one.length + other.length);
					expect(totals.kept + totals.merged + (totals.replaced ?? 0)).toBe(totals.source);
				}
			),
			{ numRuns: 300 }
		);
	});

	it('adds nothing a second time, and leaves what it was given as it was', async () => {
		await fc.assert(
			fc.asyncProperty(rowsOf(8), rowsOf(8), async (one, other) => {
				const [a, b] = [tableOf(one), tableOf(other)];
				const once = (await appendEntityTables(a, b, pause)).table;
				const twice = await appendEntityTables(once, b, pause);
				expect(rowsIn(twice.table)).toEqual(rowsIn(once));
				expect(twice.comparison.added).toBe(0);
				expect([rowsIn(a), rowsIn(b)]).toEqual([one, other]);
			}),
			{ numRuns: 100 }
		);
	});
});
