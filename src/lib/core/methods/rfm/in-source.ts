import type { Table, TableColumn } from '../../result/table.ts';
import type { MethodInput } from '../types.ts';
import type { RfmParams, RfmScalars, RfmTables } from './types.ts';

/**
 * Limits in the units of the ledger's amounts. Those of orders are given so; those of a source are given as its column
 * writes them, and its ledger counts the last decimal.
 */
export function inLedgerUnits({ ledger, events }: MethodInput, params: RfmParams): RfmParams {
	if (!events || ledger.scale === 0) return params;
	const { cuts, vip } = params;
	const scaled = (value: number): number => value * 10 ** ledger.scale;
	return {
		...params,
		cuts: cuts && { ...cuts, monetary: cuts.monetary.map(scaled) },
		vip: vip && { ...vip, monetary: vip.monetary === null ? null : Math.round(scaled(vip.monetary)) }
	};
}

/** Which scalars of RFM are sums of amounts. */
const sums = ['revenue', 'meanMonetary', 'vipRevenue'] as const satisfies readonly (keyof RfmScalars)[];

/** Scalars as the column of the source writes its numbers; those of orders stay. */
export function scalarsInSource(input: MethodInput, scalars: RfmScalars): RfmScalars {
	const own: Record<string, number> = { ...scalars };
	if (input.events) for (const name of sums) own[name] = scalars[name] / 10 ** input.ledger.scale;
	return own as RfmScalars;
}

/** Tables as the column of the source writes its numbers: sums and values of M are numbers there, and no money of orders. */
export function tablesInSource(input: MethodInput, tables: RfmTables): RfmTables {
	if (!input.events) return tables;
	const { scale } = input.ledger;
	const made = Object.entries(tables).map(([name, table]) => [name, tableInSource(table, scale)] as const);
	// Names, column kinds and all types but money are those of before; the compiler cannot follow the loop.
	return Object.fromEntries(made) as RfmTables;
}

/**
 * A table with amounts of 10^−scale as plain numbers: columns of money, and in tables that have a row per measure the
 * values of M.
 *
 * @example
 * const cuts = { rows: 2, columns: { measure: Uint8Array.of(1, 2), edge: Float64Array.of(30, 30) }, types: { measure: 'code', edge: 'number' } };
 * tableInSource(cuts, 1).columns.edge // => [30, 3]
 * tableInSource({ rows: 1, columns: { revenue: Float64Array.of(125) }, types: { revenue: 'money' } }, 2).types // => { revenue: 'number' }
 */
export function tableInSource<T extends Table>(table: T, scale: number): T {
	const factor = 10 ** scale;
	const { measure } = table.columns;
	const columns: Record<string, TableColumn> = {};
	const types: Record<string, Table['types'][string]> = {};
	for (const [name, values] of Object.entries(table.columns)) {
		const type = table.types[name] ?? 'number';
		types[name] = type === 'money' ? 'number' : type;
		if (!(values instanceof Float64Array)) columns[name] = values;
		else if (type === 'money') columns[name] = values.map((value) => value / factor);
		else if (measure !== undefined && type === 'number') {
			columns[name] = values.map((value, row) => (measure[row] === MONETARY ? value / factor : value));
		} else columns[name] = values;
	}
	return { ...table, columns, types };
}

/** Code of M where a table has a row per measure. */
const MONETARY = 2;

/** What the scores are of where that is not orders, and what became of its rows: one row; none for orders. */
export function sourceTable({ events, ledger }: MethodInput): RfmTables['source'] {
	const all = events ? [events] : [];
	const count = (of: (facts: (typeof all)[number]) => number): Uint32Array => Uint32Array.from(all, of);
	return {
		rows: all.length,
		columns: {
			table: all.map(({ source }) => source.table),
			entity: all.map(({ entity }) => entity),
			value: all.map(({ source }) => source.value ?? ''),
			day: all.map(({ day }) => day),
			currency: all.map(({ currency }) => currency ?? ''),
			rows: count(({ rows }) => rows),
			counted: count(() => ledger.orders),
			orphans: count(({ orphans }) => orphans),
			undated: count(({ undated }) => undated),
			empty: count(({ empty }) => empty),
			later: count(({ used }) => used - ledger.orders)
		},
		types: {
			...{ table: 'text', entity: 'text', value: 'text', day: 'text', currency: 'text' },
			...{
				rows: 'count',
				counted: 'count',
				orphans: 'count',
				undated: 'count',
				empty: 'count',
				later: 'count'
			}
		}
	};
}
